# textwrap: texts broken into lines, indented, dedented.
import re

__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

_SPACE = "\t\n\x0b\x0c\r "
_all_spaces = {ord(character): " " for character in _SPACE}
_pieces = re.compile(r"[\t\n\x0b\x0c\r ]+|[^\t\n\x0b\x0c\r ]+").findall
_dashes = re.compile(r"-{2,}(?=\w)").match
_sentence_end = re.compile(r"[a-z][.!?][\"']?\Z").search


def _is_letter(character):
    return character == "_" or character.isalpha()


def _breaks_behind(word, at):
    # Whether a line may end with the hyphen at `at`: letters on both sides, as in "check-in".
    before = (at >= 2 and _is_letter(word[at - 1]) and
              (_is_letter(word[at - 2]) or
               at >= 3 and word[at - 2] == "-" and _is_letter(word[at - 3])))
    if not before or not (at + 2 < len(word) and _is_letter(word[at + 1])):
        return False
    after = word[at + 2]
    return _is_letter(after) or (after == "-" and at + 3 < len(word) and _is_letter(word[at + 3]))


def _parts_of_word(word):
    parts, start, at = [], 0, 0
    while True:
        at = word.find("-", at)
        if at < 0:
            break
        before = word[at - 1] if at else ""
        dash = _dashes(word, at) if before and (before == "_" or before.isalnum() or
                                                before in "!\"'&.,?") else None
        if dash:
            if start < at:
                parts.append(word[start:at])
            parts.append(dash.group())
            start = at = dash.end()
        else:
            if at > start and _breaks_behind(word, at):
                parts.append(word[start:at + 1])
                start = at + 1
            at += 1
    if start < len(word):
        parts.append(word[start:])
    return parts


class TextWrapper:
    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True,
                 replace_whitespace=True, fix_sentence_endings=False, break_long_words=True,
                 drop_whitespace=True, break_on_hyphens=True, tabsize=8, *, max_lines=None,
                 placeholder=" [...]"):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _chunks(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate(_all_spaces)
        chunks = _pieces(text)
        if self.break_on_hyphens and "-" in text:
            chunks = [part for chunk in chunks
                      for part in (_parts_of_word(chunk) if "-" in chunk else (chunk,))]
        if self.fix_sentence_endings:
            for index in range(1, len(chunks)):
                if chunks[index] == " " and _sentence_end(chunks[index - 1]):
                    chunks[index] = "  "
        return chunks

    def _split_long(self, chunk, room, line):
        # Puts as much of the chunk as may be into the line; gives the rest.
        if not self.break_long_words:
            if line:
                return chunk
            line.append(chunk)
            return ""
        end = max(room, 1) if self.width < 1 else room
        if self.break_on_hyphens and len(chunk) > room:
            hyphen = chunk.rfind("-", 0, room)
            if hyphen > 0 and chunk[:hyphen].strip("-"):
                end = hyphen + 1
        line.append(chunk[:end])
        return chunk[end:]

    def _take_line(self, chunks, width, follows):
        # The chunks of the next line and how long they are; the list's end comes first.
        if self.drop_whitespace and follows and not chunks[-1].strip():
            chunks.pop()
        line, length = [], 0
        while chunks and length + len(chunks[-1]) <= width:
            line.append(chunks.pop())
            length += len(line[-1])
        if chunks and len(chunks[-1]) > width:
            rest = self._split_long(chunks.pop(), width - length, line)
            if rest:
                chunks.append(rest)
            length = sum(map(len, line))
        if self.drop_whitespace and line and not line[-1].strip():
            length -= len(line.pop())
        return line, length

    def _fits_the_end(self, chunks, length, width):
        if not chunks:
            return True
        return self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip() and \
            length <= width

    def _close(self, lines, line, length, width, indent):
        # The last line that may be: cut until the placeholder fits.
        placeholder = self.placeholder
        while line:
            if line[-1].strip() and length + len(placeholder) <= width:
                line.append(placeholder)
                lines.append(indent + "".join(line))
                return
            length -= len(line.pop())
        if lines:
            before = lines[-1].rstrip()
            if len(before) + len(placeholder) <= self.width:
                lines[-1] = before + placeholder
                return
        lines.append(indent + placeholder.lstrip())

    def wrap(self, text):
        chunks = self._chunks(text)
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        chunks.reverse()
        lines = []
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            line, length = self._take_line(chunks, width, bool(lines))
            if not line:
                continue
            if (self.max_lines is None or len(lines) + 1 < self.max_lines
                    or self._fits_the_end(chunks, length, width)):
                lines.append(indent + "".join(line))
                continue
            self._close(lines, line, length, width, indent)
            break
        return lines

    def fill(self, text):
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    lines = [line if line.strip(" \t") else "" for line in text.split("\n")]
    margin = None
    for line in lines:
        if not line:
            continue
        own = line[:len(line) - len(line.lstrip(" \t"))]
        if margin is None:
            margin = own
        elif not own.startswith(margin):
            common = 0
            while common < len(own) and own[common] == margin[common]:
                common += 1
            margin = own[:common]
    if margin:
        lines = [line[len(margin):] for line in lines]
    return "\n".join(lines)


def indent(text, prefix, predicate=None):
    if predicate is None:
        predicate = str.strip
    return "".join([prefix + line if predicate(line) else line
                    for line in text.splitlines(True)])
