# tests/conformance/language/docstrings.py: the first string of a module, class or function is its
# docstring.
"""Not the first statement?  It is: comments do not count."""


def f():
    "doc of f"
    return 1


class C:
    """doc of C

    second paragraph"""

    def m(self):
        x = 1
        "not a docstring"


print(__doc__)
print(f.__doc__)
print(C.__doc__)
print(C.m.__doc__, (lambda: 0).__doc__)
