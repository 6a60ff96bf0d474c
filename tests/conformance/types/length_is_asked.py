# tests/conformance/types/length_is_asked.py: list(), tuple() and their like ask an object's __len__.
class Box:
    def __init__(self, length):
        self.length = length

    def __iter__(self):
        print("iter")
        return iter([3, 1, 2])

    def __len__(self):
        print("len")
        if isinstance(self.length, Exception):
            raise self.length
        return self.length


class Hinted:
    def __init__(self, hint):
        self.hint, self.left = hint, 2

    def __iter__(self):
        print("iter")
        return self

    def __next__(self):
        self.left -= 1
        if self.left < 0:
            raise StopIteration
        return self.left

    def __length_hint__(self):
        print("hint")
        return self.hint


def extended(box):
    items = [0]
    items.extend(box)
    items += box
    return items


def show(*args):
    return args


for length in (3, 50, -1, TypeError("no length"), ValueError("bad length"), "x"):
    for use in (list, tuple, sorted, extended, lambda box: [*box, 1], lambda box: show(*box), set,
                lambda box: max(box), lambda box: dict.fromkeys(box), lambda box: [x for x in box]):
        try:
            print(use(Box(length)))
        except Exception as error:
            print(type(error).__name__, error)
for hint in (2, 7, -1, NotImplemented, "x"):
    for use in (list, tuple, sorted, lambda box: [*box], sum):
        try:
            print(use(Hinted(hint)))
        except Exception as error:
            print(type(error).__name__, error)
