# tests/conformance/contextvars/variables.py: ContextVar: get, set, reset, and the texts of their errors.
import contextvars

variable = contextvars.ContextVar("variable", default=3)
other = contextvars.ContextVar("other")
print(variable.get(), variable.name, variable.get(5), other.get("given"))
try:
    other.get()
except LookupError as error:
    print(type(error).__name__, error)
token = variable.set(4)
print(token, token.var is variable, token.old_value, contextvars.Token.MISSING)
print(variable.get(5), variable.set(6).old_value)
variable.reset(token)
print(variable.get(), token)
for bad in (lambda: variable.reset(token), lambda: variable.reset(3),
            lambda: other.reset(variable.set(1)), lambda: contextvars.ContextVar(3),
            lambda: contextvars.Token(), lambda: contextvars.Context(1)):
    try:
        bad()
    except (TypeError, ValueError, RuntimeError) as error:
        print(type(error).__name__, error)
