# inspect's sources: the lines of the script's own functions and classes.
import _meada
import types


def _lines(text):
    return text.splitlines(keepends=True)


def file_of(object):
    if isinstance(object, types.ModuleType):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError(f"{object!r} is a built-in module")
    if isinstance(object, type):
        if hasattr(object, "__module__"):
            module = _meada.root("modules").get(object.__module__)
            if getattr(module, "__file__", None):
                return module.__file__
            if object.__module__ == "__main__":
                raise OSError("source code not available")
        raise TypeError(f"{object!r} is a built-in class")
    code = code_of(object)
    if code is None:
        raise TypeError("module, class, method, function, traceback, frame, or code object was "
                        f"expected, got {type(object).__name__}")
    return code.co_filename


def code_of(object):
    object = getattr(object, "__func__", object)
    for name in ("__code__", "tb_frame", "f_code"):
        if name == "tb_frame":
            if isinstance(object, types.TracebackType):
                object = object.tb_frame
        elif hasattr(object, name):
            return getattr(object, name)
    return object if isinstance(object, types.CodeType) else None


# All lines of its file, and the index of its first.
def find(object):
    text = _meada.state().get(file_of(object))
    if text is None:
        raise OSError("could not get source code")
    lines = _lines(text)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    if isinstance(object, types.ModuleType):
        return lines, 0
    if isinstance(object, type):
        return lines, _class_line(lines, object.__qualname__)
    first = code_of(object).co_firstlineno - 1
    if not 0 <= first < len(lines):
        raise OSError("lineno is out of bounds")
    return lines, first


def _class_line(lines, wanted):
    around = []  # (indentation, qualified name with what follows it)
    decorators = None
    for number, line in enumerate(lines):
        words = line.split("#")[0].split()
        if not words:
            continue
        indentation = len(line) - len(line.lstrip())
        while around and around[-1][0] >= indentation:
            around.pop()
        if words[0][0] == "@":
            decorators = number if decorators is None else decorators
            continue
        if words[0] == "async" and words[1:2] == ["def"]:
            del words[0]
        if words[0] in ("class", "def") and len(words) > 1:
            prefix = around[-1][1] if around else ""
            name = prefix + words[1].split("(")[0].split(":")[0]
            if words[0] == "class" and name == wanted:
                return number if decorators is None else decorators
            around.append((indentation, name + (".<locals>." if words[0] == "def" else ".")))
        decorators = None
    raise OSError("could not find class definition")


# The lines of the block that starts with the first of these.
def block(lines):
    taken, depth, quote, body, one_line = 0, 0, None, False, False
    start = len(lines[0]) - len(lines[0].lstrip())
    last = 0
    for number, line in enumerate(lines):
        stripped = line.strip()
        fresh = depth == 0 and quote is None and not taken
        indentation = len(line) - len(line.lstrip())
        if fresh and stripped and body:
            if stripped[0] == "#" and indentation <= start:
                continue
            if indentation <= start:
                break
            if one_line:
                break
        depth, quote, ends_with_colon, continued = _scan(line, depth, quote)
        taken = continued
        if stripped:
            last = number
        if depth == 0 and quote is None and not continued and not body and stripped and \
                stripped[0] not in "@#":
            body = True
            one_line = not ends_with_colon
            if one_line and not _opens_block(lines[0].lstrip()):
                break
    return lines[:last + 1]


def _opens_block(text):
    return text.startswith(("def ", "class ", "async ", "@"))


# Through one line: how deep in brackets it ends, in which string, whether a colon is its last
# character, whether it goes on behind a backslash.
def _scan(line, depth, quote):
    at, last = 0, ""
    while at < len(line):
        character = line[at]
        if quote is not None:
            if character == "\\":
                at += 1
            elif line.startswith(quote, at):
                at += len(quote) - 1
                quote = None
                last = '"'
        elif character == "#":
            break
        elif character in "\"'":
            quote = character * 3 if line.startswith(character * 3, at) else character
            at += len(quote) - 1
        elif character in "([{":
            depth += 1
        elif character in ")]}":
            depth -= 1
        if quote is None and not character.isspace():
            last = character
        at += 1
    continued = line.rstrip("\r\n").endswith("\\")
    if quote is not None and len(quote) == 1 and not continued:
        quote = None
    return depth, quote, last == ":", continued
