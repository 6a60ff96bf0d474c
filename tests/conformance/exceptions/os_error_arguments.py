# tests/conformance/exceptions/os_error_arguments.py: what an OSError keeps of its arguments.
import copy

error = OSError(2, "no such thing", "name.txt")
print(error.args, error.filename, error, repr(error))
print(copy.copy(error), copy.copy(error).filename, error.__reduce__())
error = PermissionError("only")
print(error.args, error.errno, error)
error = OSError(1, "a", None)
print(error.args, error.filename, repr(error))


class Own(OSError):
    def __init__(self, number, text, name):
        super().__init__(number, text, name)
        self.kept = name


print(repr(Own(1, "two", "three")), Own(1, "two", "three").filename, Own(1, "two", "three"))
