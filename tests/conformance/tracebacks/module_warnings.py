# tests/conformance/tracebacks/module_warnings.py: what is warned of, once, always or as an error.
import warnings

warnings.warn("first")
for turn in range(3):
    warnings.warn("in a loop", RuntimeWarning)


def old():
    warnings.warn("old", DeprecationWarning, stacklevel=2)


old()
old()
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("a")
    warnings.warn("b", DeprecationWarning)
    print(len(caught), caught[0].message, caught[1].category, caught[0].lineno)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warnings.warn("boom")
    except UserWarning as error:
        print(repr(error))
warnings.filterwarnings("ignore", message="sil.nt")
warnings.warn("silent one")
warnings.showwarning = lambda *args, **kwargs: print("shown", args[:2])
warnings.warn("custom")
for action in (lambda: warnings.warn("x", int), lambda: warnings.simplefilter("foo")):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
print(warnings.formatwarning("m", UserWarning, "f.py", 3, "code"), warnings.catch_warnings())
