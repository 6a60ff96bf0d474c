# tests/conformance/formatting/custom_format_method.py: `__format__` gets the specification as text.
class Temp:
    def __init__(self, c): self.c = c
    def __format__(self, spec):
        print("spec", repr(spec))
        return f"{self.c:{spec[1:] or '.1f'}}C" if spec.startswith("c") else str(self.c)


t = Temp(21.456)
print(f"{t} {t:c} {t:c.3f} {t:{'c' + '.0f'}}", "{:c}".format(t), format(t))


class Bad:
    def __format__(self, spec): return 5


for f in (lambda: f"{Bad()}", lambda: format(object(), "x"), lambda: f"{[]:>5}"):
    try:
        f()
    except TypeError as e:
        print(e)
