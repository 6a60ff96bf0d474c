# tests/conformance/types/builtin_getattr_hasattr_setattr.py: attributes by name.
class C:
    x = 1


c = C()
setattr(c, "y z", 2)
print(getattr(c, "x"), getattr(c, "y z"), getattr(c, "q", "default"), hasattr(c, "q"), hasattr(c, "y z"))
delattr(c, "y z")
print(c.__dict__, getattr("abc", "upper")(), getattr([], "append").__name__)
for f in (lambda: getattr(c, "q"), lambda: getattr(c, 5), lambda: delattr(c, "x")):
    try:
        f()
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
