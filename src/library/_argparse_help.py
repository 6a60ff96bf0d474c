# The texts of argparse: usage and help, in lines that fit.
import os
import re
import textwrap

SUPPRESS = "==SUPPRESS=="
OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE = "?", "*", "+"
PARSER, REMAINDER = "A...", "..."


def _width():
    try:
        return int(os.environ["COLUMNS"]) - 2
    except (KeyError, ValueError):
        return 78


class HelpFormatter:
    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        self._prog = prog
        self._indent_increment = indent_increment
        self._width = _width() if width is None else width
        self._max_help_position = min(max_help_position,
                                      max(self._width - 20, indent_increment * 2))
        self._current_indent = 0
        self._blocks = []
        self._pending = []  # sections of the help: (heading, description, actions)

    # --- usage ---

    def usage_text(self, usage, actions, groups, prefix=None):
        prefix = "usage: " if prefix is None else prefix
        if usage is not None:
            text = usage % {"prog": self._prog}
        else:
            optionals = [action for action in actions if action.option_strings]
            positionals = [action for action in actions if not action.option_strings]
            parts = self._usage_parts(optionals, groups), self._usage_parts(positionals, groups)
            text = " ".join([self._prog, *parts[0], *parts[1]])
            if len(prefix) + len(text) > self._width - self._current_indent:
                text = self._broken_usage(prefix, *parts)
        return f"{prefix}{text}"

    def _usage_parts(self, actions, groups):
        parts, grouped = [], {}
        for group in groups:
            members = group._group_actions
            if members and all([action in actions for action in members]):
                first = actions.index(members[0])
                if actions[first:first + len(members)] == members:
                    grouped[id(members[0])] = group
        skip = 0
        for action in actions:
            if skip:
                skip -= 1
                continue
            group = grouped.get(id(action))
            if group is not None:
                shown = [self._usage_part(each, True) for each in group._group_actions
                         if each.help is not SUPPRESS]
                skip = len(group._group_actions) - 1
                if shown:
                    text = " | ".join(shown)
                    if group.required:
                        parts.append(f"({text})" if len(shown) > 1 else text)
                    else:
                        parts.append(f"[{text}]")
            elif action.help is not SUPPRESS:
                parts.append(self._usage_part(action, False))
        return [part for part in parts if part]

    def _usage_part(self, action, in_group):
        if not action.option_strings:
            text = self._format_args(action, self._get_default_metavar_for_positional(action))
            if in_group and text[:1] == "[" and text[-1:] == "]":
                text = text[1:-1]
            return text
        text = action.format_usage()
        if action.nargs != 0:
            args = self._format_args(action, self._get_default_metavar_for_optional(action))
            text = f"{action.option_strings[0]} {args}"
        return text if action.required or in_group else f"[{text}]"

    def _broken_usage(self, prefix, optionals, positionals):
        width = self._width - self._current_indent

        def lines_of(parts, indent, used):
            lines, line, length = [], [], used - 1
            for part in parts:
                if length + 1 + len(part) > width and line:
                    lines.append(indent + " ".join(line))
                    line, length = [], len(indent) - 1
                line.append(part)
                length += len(part) + 1
            if line:
                lines.append(indent + " ".join(line))
            return lines

        if len(prefix) + len(self._prog) <= 0.75 * width:
            indent = " " * (len(prefix) + len(self._prog) + 1)
            first, then = (optionals, positionals) if optionals else (positionals, [])
            if not first:
                return self._prog
            lines = lines_of([self._prog, *first], indent, len(prefix))
            lines[0] = lines[0][len(indent):]
            lines += lines_of(then, indent, len(indent))
        else:
            indent = " " * len(prefix)
            lines = lines_of(optionals + positionals, indent, len(indent))
            if len(lines) > 1:
                lines = (lines_of(optionals, indent, len(indent))
                         + lines_of(positionals, indent, len(indent)))
            lines.insert(0, self._prog)
        return "\n".join(lines)

    # --- the sections of the help ---

    def add_usage(self, usage, actions, groups, prefix=None):
        if usage is not SUPPRESS:
            self._blocks.append(self.usage_text(usage, actions, groups, prefix) + "\n")

    def add_text(self, text):
        if text is not SUPPRESS and text is not None:
            self._pending.append((None, text, ()))

    def add_section(self, heading, description, actions):
        self._pending.append((heading, description, actions))

    def format_help(self):
        widest = 0
        for _, _, actions in self._pending:
            for action, indent in self._shown(actions, self._indent_increment):
                widest = max(widest, len(self._format_action_invocation(action)) + indent)
        self._action_max_length = widest
        for heading, description, actions in self._pending:
            if heading is None:
                self._blocks.append(self._format_text(description))
                continue
            self._current_indent = self._indent_increment
            text = ""
            if description is not None and description is not SUPPRESS:
                text = self._format_text(description) + "\n"
            text += "".join([self._format_action(action, indent) for action, indent
                             in self._shown(actions, self._indent_increment)])
            self._current_indent = 0
            if text:
                title = f"{heading}:\n" if heading is not SUPPRESS and heading else ""
                self._blocks.append(title + text)
        text = "\n".join([block for block in self._blocks if block])
        return re.sub(r"\n\n\n+", "\n\n", text).strip("\n") + "\n" if text else text

    def _shown(self, actions, indent):
        for action in actions:
            if action.help is SUPPRESS:
                continue
            yield action, indent
            for below in action._get_subactions() if hasattr(action, "_get_subactions") else ():
                if below.help is not SUPPRESS:
                    yield below, indent + self._indent_increment

    def _format_text(self, text):
        if "%(prog)" in text:
            text = text % {"prog": self._prog}
        indent = " " * self._current_indent
        return self._fill_text(text, max(self._width - self._current_indent, 11), indent) + "\n"

    def _format_action(self, action, indent):
        position = min(self._action_max_length + 2, self._max_help_position)
        room = position - indent - 2
        header, edge = self._format_action_invocation(action), " " * indent
        if not action.help or not action.help.strip():
            return f"{edge}{header}\n"
        lines = self._split_lines(self._expand_help(action), max(self._width - position, 11))
        if len(header) <= room:
            text = f"{edge}{header:<{room}}  {lines[0]}\n"
        else:
            text = f"{edge}{header}\n{' ' * position}{lines[0]}\n"
        return text + "".join([f"{' ' * position}{line}\n" for line in lines[1:]])

    def _format_action_invocation(self, action):
        if not action.option_strings:
            default = self._get_default_metavar_for_positional(action)
            return " ".join(self._metavar_formatter(action, default)(1))
        if action.nargs == 0:
            return ", ".join(action.option_strings)
        args = self._format_args(action, self._get_default_metavar_for_optional(action))
        return ", ".join([f"{option} {args}" for option in action.option_strings])

    def _metavar_formatter(self, action, default_metavar):
        if action.metavar is not None:
            result = action.metavar
        elif action.choices is not None:
            result = "{" + ",".join([str(choice) for choice in action.choices]) + "}"
        else:
            result = default_metavar
        return lambda count: result if isinstance(result, tuple) else (result,) * count

    def _format_args(self, action, default_metavar):
        names, nargs = self._metavar_formatter(action, default_metavar), action.nargs
        if nargs is None:
            return names(1)[0]
        if nargs == OPTIONAL:
            return f"[{names(1)[0]}]"
        if nargs == ZERO_OR_MORE:
            found = names(1)
            return (f"[{found[0]} [{found[1]} ...]]" if len(found) == 2 else f"[{found[0]} ...]")
        if nargs == ONE_OR_MORE:
            found = names(2)
            return f"{found[0]} [{found[1]} ...]"
        if nargs == REMAINDER:
            return "..."
        if nargs == PARSER:
            return f"{names(1)[0]} ..."
        if nargs == SUPPRESS:
            return ""
        if not isinstance(nargs, int):
            raise ValueError("invalid nargs value")
        found = names(nargs)
        if len(found) != nargs:
            raise TypeError("not as many names as arguments")
        return " ".join([str(name) for name in found])

    def _expand_help(self, action):
        values = {key: getattr(value, "__name__", value) for key, value in vars(action).items()
                  if value is not SUPPRESS}
        values["prog"] = self._prog
        if values.get("choices") is not None:
            values["choices"] = ", ".join([str(choice) for choice in values["choices"]])
        return self._get_help_string(action) % values

    def _split_lines(self, text, width):
        return textwrap.wrap(" ".join(text.split()), width)

    def _fill_text(self, text, width, indent):
        return textwrap.fill(" ".join(text.split()), width, initial_indent=indent,
                             subsequent_indent=indent)

    def _get_help_string(self, action):
        return action.help

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest


class RawDescriptionHelpFormatter(HelpFormatter):
    def _fill_text(self, text, width, indent):
        return "".join([indent + line for line in text.splitlines(keepends=True)])


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    def _get_help_string(self, action):
        text = "" if action.help is None else action.help
        if "%(default)" not in text and action.default is not SUPPRESS:
            if action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE):
                text += " (default: %(default)s)"
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    _get_default_metavar_for_positional = _get_default_metavar_for_optional


for _class in (HelpFormatter, RawDescriptionHelpFormatter, RawTextHelpFormatter,
               ArgumentDefaultsHelpFormatter, MetavarTypeHelpFormatter):
    _class.__module__ = "argparse"
del _class
