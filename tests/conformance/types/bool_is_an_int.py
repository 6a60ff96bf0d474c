# tests/conformance/types/bool_is_an_int.py: booleans are integers that print as words.
print(True + 1, sum([True, False, True]), True == 1, isinstance(True, int), [10, 20][True], True < 2)
print(str(True), repr(False), int(True), float(False), True * "ab", f"{True:d} {True}", "%d" % True)
print(True and 0, True & 1, True | False, type(True & True), type(True & 1), {True: "t", 1: "one", 1.0: "float"})
print(bool("False"), bool(0.0), bool(-1), max(True, 2), not 5)
