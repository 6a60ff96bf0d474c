# tests/conformance/exceptions/recursion_without_frames.py: what calls itself without a function.
class Called:
    pass


Called.__call__ = Called()


class Shown:
    pass


Shown.__repr__ = Shown.__str__

for attempt in (Called(), lambda: str(Shown()), lambda: repr(Shown())):
    for _ in range(2):
        try:
            attempt()
        except RecursionError as error:
            print(error)
for arguments in ((None, None), (3,), (b"x",)):
    try:
        print(b"abc".translate(*arguments))
    except (TypeError, ValueError) as error:
        print(error)
