# tests/conformance/classes/inheritance_of_class_state.py: counters on classes, instances and
# subclasses.
class Counter:
    total = 0
    each = {}

    def __init__(self):
        type(self).total += 1
        Counter.each[type(self).__name__] = Counter.each.get(type(self).__name__, 0) + 1


class Sub(Counter):
    pass


Counter()
Counter()
Sub()
print(Counter.total, Sub.total, Counter.each, "total" in Sub.__dict__)
