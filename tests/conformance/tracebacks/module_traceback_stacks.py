# tests/conformance/tracebacks/module_traceback_stacks.py: stacks of what runs, without an exception.
import sys
import traceback


def inner():
    traceback.print_stack(file=sys.stdout)
    print(traceback.format_stack()[-1])
    print([frame.name for frame in traceback.extract_stack()])
    traceback.print_stack(limit=1)


def outer():
    inner()


outer()
print(traceback.FrameSummary("a.py", 3, "f"))
try:
    compile("a b", "f.py", "exec")
except SyntaxError as error:
    print(traceback.format_exception_only(error))
