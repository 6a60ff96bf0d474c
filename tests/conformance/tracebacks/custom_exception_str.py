# tests/conformance/tracebacks/custom_exception_str.py: own exceptions print with module rules,
# and their `__str__`.
class Failure(Exception):
    def __init__(self, code):
        self.code = code

    def __str__(self):
        return f"failed with {self.code}"


class Outer:
    class Inner(Failure):
        pass


raise Outer.Inner(42)
