# tests/conformance/tracebacks/long_line_and_indentation.py: the line is shown without its
# indentation.
class A:
    class B:
        def f(self):
            if True:
                for i in range(1):
                        return [i, i + 1, i + 2, i + 3, i + 4, "some long text to fill the line", {}["key"], "and more after it"]


A.B().f()
