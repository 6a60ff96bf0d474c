# tests/conformance/language/truth_of_objects.py: what counts as false, and how classes decide.
class ByBool:
    def __bool__(self):
        print("bool")
        return False


class ByLen:
    def __len__(self):
        print("len")
        return 0


print([bool(x) for x in (0, 0.0, "", b"", [], (), {}, set(), range(0), None, {0}, [[]])])
print(bool(ByBool()), bool(ByLen()), bool(object()), bool(print))
print("yes" if ByLen() else "no", not ByBool())


class Bad:
    def __bool__(self):
        return 1


try:
    bool(Bad())
except TypeError as e:
    print(e)
