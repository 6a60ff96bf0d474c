# tests/conformance/inspect/source_and_frames.py: the source of the script's own functions, and who called.
import inspect


def decorate(function):
    return function


@decorate
def decorated(a, b=(
        1, 2)):
    text = """
at the margin
"""
    # a comment

    return text
# behind it


class Class:
    def method(self): return 1

    async def later(self):
        pass


class Last:
    x = 1


small = lambda a: a + 1


def caller():
    return inspect.stack()[1].function, inspect.currentframe().f_back.f_code.co_name


def outer():
    return caller()


for each in (decorated, Class, Class.method, Class.later, Last, small, outer):
    print(inspect.getsource(each), end="---\n")
print(inspect.getsourcelines(Class.later))
print(outer(), [each.function for each in inspect.stack()])
place = inspect.getframeinfo(inspect.currentframe())
print(place.lineno, place.function, place.code_context)
for bad in (len, int, 3):
    try:
        inspect.getsource(bad)
    except (TypeError, OSError) as error:
        print(type(error).__name__, error)
