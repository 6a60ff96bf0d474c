# tests/conformance/language/module_names.py: what a script finds in its module at the start.
print(__name__)
print(__doc__)
if __name__ == "__main__":
    print("guard")


def main():
    return main.__module__, main.__name__, main.__qualname__


print(main())
print("main" in globals(), "nothing" in globals())
