# codeop: compiles what is typed line by line, and knows when more has to come.
import warnings

__all__ = ["compile_command", "Compile", "CommandCompiler"]


def _is_unfinished(error):
    message = str(error)
    return any(part in message for part in ("was never closed", "unexpected EOF",
                                            "expected an indented block", "unterminated triple"))


def _compiled(compiler, source, filename, symbol):
    for line in source.split("\n"):
        line = line.strip()
        if line and line[0] != "#":
            break
    else:
        if symbol != "eval":
            source = "pass"  # only blank lines and comments
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", (SyntaxWarning, DeprecationWarning))
        try:
            compiler(source + "\n", filename, symbol)
        except SyntaxError as error:
            if not _is_unfinished(error):
                return compiler(source, filename, symbol)
            try:
                compiler(source + "\n\n", filename, symbol)
            except SyntaxError as second:
                if _is_unfinished(second):
                    return None
            return None
    lines = source.split("\n")
    if symbol == "single" and len(lines) > 1 and lines[-1][:1] in (" ", "\t"):
        return None  # a block ends with an empty line
    try:
        return compiler(source, filename, symbol)
    except SyntaxError:
        return None  # only the end of the line is missing


def compile_command(source, filename="<input>", symbol="single"):
    return _compiled(compile, source, filename, symbol)


class Compile:
    def __init__(self):
        self.flags = 0

    def __call__(self, source, filename, symbol):
        return compile(source, filename, symbol, self.flags, True)


class CommandCompiler:
    def __init__(self):
        self.compiler = Compile()

    def __call__(self, source, filename="<input>", symbol="single"):
        return _compiled(self.compiler, source, filename, symbol)
