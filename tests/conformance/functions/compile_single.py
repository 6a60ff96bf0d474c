# tests/conformance/functions/compile_single.py: compile(..., 'single') prints what its expressions give.
import builtins
import sys

for source in ["1 + 2", "x = 5", "x", "None", "if 1:\n    7\n", "for i in range(3): i\n", "a; b",
               "'q'; 3", "def f():\n    5\n\n", "1 +", "1\n2\n", "while 0: pass\n", "\n\n1",
               "if 1:\n    7\n8\n", "class A:\n    7\n", "1  # what\n# is\n\n", "def f(): pass"]:
    print("---", repr(source))
    try:
        code = compile(source, "<typed>", "single")
    except SyntaxError as error:
        print(type(error).__name__, error.msg, error.lineno)
        continue
    exec(code, {"x": 9, "a": 1, "b": "two"})
    print(eval(code, {"x": 9, "a": 1, "b": "two"}))
sys.displayhook = lambda value: print("shown", repr(value))
exec(compile("42", "<typed>", "single"))
sys.displayhook = sys.__displayhook__
exec(compile("43", "<typed>", "single"))
print(builtins._)
del sys.displayhook
try:
    exec(compile("44", "<typed>", "single"))
except RuntimeError as error:
    print(error)
