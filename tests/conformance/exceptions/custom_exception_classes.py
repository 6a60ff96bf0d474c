# tests/conformance/exceptions/custom_exception_classes.py: own exception classes, their arguments
# and texts.
class AppError(Exception):
    pass


class Code(AppError):
    def __init__(self, code, text="none"):
        super().__init__(code, text)
        self.code = code

    def __str__(self):
        return f"code {self.code}"


class NoSuper(Exception):
    def __init__(self, a, b):
        self.a = a


for e in (AppError(), AppError("one"), AppError("one", 2), Code(7), NoSuper(1, "two")):
    try:
        raise e
    except AppError as x:
        print("app", repr(x), str(x), x.args)
    except Exception as x:
        print("other", repr(x), str(x), x.args)
print(Code.__mro__[1:3])
