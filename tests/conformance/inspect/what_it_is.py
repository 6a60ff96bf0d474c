# tests/conformance/inspect/what_it_is.py: is… and get…state tell functions, generators and coroutines apart.
import inspect


class Class:
    "of the class"

    def method(self):
        "of the method"

    @property
    def value(self):
        return 1


class Derived(Class):
    def method(self):
        pass


async def coroutine():
    pass


async def asynchronous():
    yield


def generator():
    yield 1


made, created, later = coroutine(), generator(), asynchronous()
for test in (inspect.isfunction, inspect.iscoroutinefunction, inspect.isgeneratorfunction,
             inspect.isasyncgenfunction, inspect.iscoroutine, inspect.isgenerator,
             inspect.isasyncgen, inspect.isawaitable, inspect.isclass, inspect.ismethod,
             inspect.isbuiltin, inspect.isroutine, inspect.ismodule):
    print(test.__name__, [test(each) for each in (
        coroutine, asynchronous, generator, made, created, later, Class, Class().method, len,
        inspect)])
print(inspect.getgeneratorstate(created), inspect.getcoroutinestate(made))
next(created)
print(inspect.getgeneratorstate(created))
created.close()
made.close()
print(inspect.getgeneratorstate(created), inspect.getcoroutinestate(made))
print([name for name, _ in inspect.getmembers(Class, inspect.isfunction)])
print([name for name, _ in inspect.getmembers(Derived()) if name[0] != "_"])
print(inspect.getdoc(Derived), inspect.getdoc(Derived.method), inspect.getdoc(Class().method))
print(repr(inspect.cleandoc("  a\n    b\n      c\n\n")))
print(inspect.getattr_static(Class(), "value"), inspect.getmro(Derived))
