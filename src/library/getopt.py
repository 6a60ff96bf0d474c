# getopt: a command line's options, as C's function of that name finds them.
import os

__all__ = ["GetoptError", "error", "getopt", "gnu_getopt"]


class GetoptError(Exception):
    opt = msg = ""

    def __init__(self, msg, opt=""):
        self.msg = msg
        self.opt = opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def getopt(args, shortopts, longopts=[]):
    found = []
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    while args and args[0].startswith("-") and args[0] != "-":
        if args[0] == "--":
            args = args[1:]
            break
        args = _one(found, args, shortopts, longopts)
    return found, args


def gnu_getopt(args, shortopts, longopts=[]):
    found, rest = [], []
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    stops_early = shortopts.startswith("+") or bool(os.environ.get("POSIXLY_CORRECT"))
    shortopts = shortopts.removeprefix("+")
    while args:
        if args[0] == "--":
            rest += args[1:]
            break
        if args[0][:1] == "-" and args[0] != "-":
            args = _one(found, args, shortopts, longopts)
        elif stops_early:
            rest += args
            break
        else:
            rest.append(args[0])
            args = args[1:]
    return found, rest


def _one(found, args, shortopts, longopts):
    text, rest = args[0], args[1:]
    return (_long(found, text[2:], longopts, rest) if text.startswith("--")
            else _short(found, text[1:], shortopts, rest))


def _long(found, option, longopts, args):
    option, equals, value = option.partition("=")
    wanted, option = _long_form(option, longopts)
    if wanted:
        if not equals:
            if not args:
                raise GetoptError(f"option --{option} requires argument", option)
            value, args = args[0], args[1:]
    elif equals:
        raise GetoptError(f"option --{option} must not have an argument", option)
    found.append((f"--{option}", value))
    return args


def _long_form(option, longopts):
    # (does it take a value, its full name)
    possible = [each for each in longopts if each.startswith(option)]
    if not possible:
        raise GetoptError(f"option --{option} not recognized", option)
    if option in possible:
        return False, option
    if option + "=" in possible:
        return True, option
    if len(possible) > 1:
        raise GetoptError(f"option --{option} not a unique prefix", option)
    return possible[0].endswith("="), possible[0].removesuffix("=")


def _short(found, letters, shortopts, args):
    while letters:
        letter, letters = letters[0], letters[1:]
        place = shortopts.find(letter)
        if place < 0 or letter == ":":
            raise GetoptError(f"option -{letter} not recognized", letter)
        value = ""
        if shortopts.startswith(":", place + 1):
            if not letters:
                if not args:
                    raise GetoptError(f"option -{letter} requires argument", letter)
                letters, args = args[0], args[1:]
            value, letters = letters, ""
        found.append((f"-{letter}", value))
    return args
