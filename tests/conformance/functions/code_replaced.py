# tests/conformance/functions/code_replaced.py: code.replace with other names and numbers.
def f(a, b=2, /, c=3, *, d=4):
    x = a + b
    return x, c, d


code = f.__code__
changes = {"co_name": "g", "co_filename": "elsewhere.py", "co_firstlineno": 7, "co_qualname": "Q.g",
           "co_posonlyargcount": 0, "co_flags": code.co_flags}
for name, value in changes.items():
    made = code.replace(**{name: value})
    print(name, made.co_name, made.co_qualname, made.co_firstlineno, made.co_posonlyargcount,
          made.co_filename == code.co_filename)
try:
    code.replace(foo=1)
except TypeError as error:
    print(error)
try:
    f(b=1, a=2)
except TypeError as error:
    print(error)
f.__code__ = code.replace(co_posonlyargcount=0)
print(f(b=1, a=2))
