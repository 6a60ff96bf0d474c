# tests/conformance/language/augmented_assignment_evaluates_target_once.py: the target of an
# augmented assignment is evaluated once.
def key():
    print("key")
    return "k"


d = {"k": 1}
d[key()] += 10
print(d)


class Box:
    value = 5


def box():
    print("box")
    return b


b = Box()
box().value *= 2
print(b.value, Box.value)
