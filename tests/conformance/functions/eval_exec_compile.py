# tests/conformance/functions/eval_exec_compile.py: code from text, with namespaces of any kind.
x = 5
print(eval("x + 1"), eval("  x*2"), eval("x", {"x": 9}), eval("x + y", {"x": 1}, {"y": 2}))
space = {}
exec("def f(a):\n    return a + b\nb = 3\nc = [f(i) for i in range(3)]", space)
print(space["c"], sorted(k for k in space if k != "__builtins__"))


class Names(dict):
    def __missing__(self, key):
        return "<" + key + ">" if key != "len" else len


print(eval("a + b, len('xy')", {}, Names()))


def inner():
    local = 7
    exec("local = 8")
    return local, eval("local * 2"), sorted(locals())


print(inner())
code = compile("1 +\\\n 2", "text", "eval")
print(eval(code), code.co_filename, code.co_name, compile("y = 1", "t", "exec").co_names)
for text in ("1 +", "x = = 2", "def f(:\n pass", "\nif 1:\nx", "é = 1 2", "return 1", "'abc"):
    try:
        exec(text)
    except SyntaxError as error:
        print(type(error).__name__, error)
        print(error.filename, error.lineno, error.offset, error.end_lineno, error.end_offset,
              repr(error.text), error.msg)
for act in (lambda: eval(3), lambda: exec(b"1", 3), lambda: eval("1", {}, 3),
            lambda: compile("1", "f", "what"), lambda: eval("nope"), lambda: eval("y = 1"),
            lambda: eval("open", {"__builtins__": {}})):
    try:
        print(act())
    except (TypeError, ValueError, NameError, SyntaxError) as error:
        print(type(error).__name__, error)
