# tests/conformance/contextvars/contexts.py: Context is a mapping, and what runs in one sees only its values.
import contextvars

variable = contextvars.ContextVar("variable")
other = contextvars.ContextVar("other", default="none")
variable.set("outside")
context = contextvars.copy_context()


def change():
    variable.set("inside")
    other.set("too")
    return variable.get()


print(context.run(change), variable.get(), other.get())
print(context[variable], context.get(other), other in context, len(context))
print(sorted(each.name for each in context), sorted(context.values()))
print(context == context.copy(), context is context.copy(), context == {})
print(len(contextvars.Context()), contextvars.Context().run(variable.get, "empty"))
for bad in (lambda: context[3], lambda: contextvars.Context()[variable],
            lambda: context.run(context.run, print), lambda: "name" in context):
    try:
        bad()
    except (TypeError, KeyError, RuntimeError) as error:
        print(type(error).__name__, error)
token = context.run(variable.set, 1)
try:
    variable.reset(token)
except ValueError as error:
    print(error)
print(context.run(lambda *args, **names: (args, names), 1, two=2))
