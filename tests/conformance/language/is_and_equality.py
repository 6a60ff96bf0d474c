# tests/conformance/language/is_and_equality.py: identity against equality.
a = [1, 2]
b = [1, 2]
print(a == b, a is b, a is not b, a is a)
print(None is None, True == 1, True is True, 1 == 1.0)
print((1, 2) == [1, 2], "1" == 1, {} == [])
nan = float("nan")
print(nan == nan, nan in [nan], [nan] == [nan], nan != nan)


class Same:
    def __eq__(self, other):
        return True


s = Same()
print(s == None, s is None, None == s, s != 3)
