# tests/conformance/exceptions/attribute_errors_of_hooks.py: an AttributeError that __getattr__ or a
# property raises is told what was asked for.
class Hook:
    zap = 1

    def __getattr__(self, name):
        raise AttributeError(f"no {name}")


class Whole:
    def __getattribute__(self, name):
        raise AttributeError("nothing at all")


class Computed:
    @property
    def value(self):
        raise AttributeError("not now")

    @property
    def other(self):
        return self.missing

    @property
    def named(self):
        raise AttributeError("named", name="x", obj=1)


def attempt(function):
    try:
        function()
    except AttributeError as error:
        print(error, error.name, type(error.obj).__name__)


attempt(lambda: Hook().zop)
attempt(lambda: Hook().zop())
attempt(lambda: Whole().zop)
attempt(lambda: Computed().value)
attempt(lambda: Computed().other)
attempt(lambda: Computed().named)
attempt(lambda: Hook().__getattr__("direct"))
Hook().zep
