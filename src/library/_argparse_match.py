# Which arguments of a command line go to which action: each action takes a number of them, and
# as many as it can. "A" is an argument, "O" an option, "-" the two dashes behind which there are
# only arguments.
from _argparse_help import ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE

_MANY = 1 << 30
_DASHES = ("-", 0, _MANY)


def _pattern(action):
    # (what may stand there, at least, at most) …
    nargs = action.nargs
    if nargs is None:
        parts = [_DASHES, ("A", 1, 1), _DASHES]
    elif nargs == OPTIONAL:
        parts = [_DASHES, ("A", 0, 1), _DASHES]
    elif nargs == ZERO_OR_MORE:
        parts = [_DASHES, ("A-", 0, _MANY)]
    elif nargs == ONE_OR_MORE:
        parts = [_DASHES, ("A", 1, 1), ("A-", 0, _MANY)]
    elif nargs == REMAINDER:
        return [("AO" if action.option_strings else "AO-", 0, _MANY)]
    elif nargs == PARSER:
        parts = [_DASHES, ("A", 1, 1), ("AO-", 0, _MANY)]
    elif nargs == SUPPRESS:
        parts = [_DASHES]
    else:
        parts = [_DASHES] + [("A", 1, 1), _DASHES] * nargs
    if action.option_strings:
        parts = [(letters.replace("-", ""), least, most) for letters, least, most in parts
                 if letters != "-"]
    return parts


def _ends(parts, text, at):
    # Where parts can end that begin at `at`: the longest way first.
    if not parts:
        yield [at]
        return
    letters, least, most = parts[0]
    end = at
    while end < len(text) and end - at < most and text[end] in letters:
        end += 1
    while end - at >= least:
        for rest in _ends(parts[1:], text, end):
            yield [at, *rest]
        end -= 1


def match(actions, text):
    # How many letters each action takes, or None.
    patterns = [_pattern(action) for action in actions]
    whole = [part for pattern in patterns for part in pattern]
    for places in _ends(whole, text, 0):
        counts, at = [], 0
        for pattern in patterns:
            counts.append(places[at + len(pattern)] - places[at])
            at += len(pattern)
        return counts
    return None


def match_some(actions, text):
    # The same for as many of the first actions as there are arguments for.
    for count in range(len(actions), 0, -1):
        counts = match(actions[:count], text)
        if counts is not None:
            return counts
    return []
