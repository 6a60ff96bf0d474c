# tests/conformance/math/numbers_with_float.py: math takes whatever has __float__ or __index__.
import math


class Length:
    def __init__(self, metres):
        self.metres = metres

    def __float__(self):
        return self.metres


class Count:
    def __index__(self):
        return 16


class Wrong:
    def __float__(self):
        return "3"


class Raises:
    def __float__(self):
        raise LookupError("not measured")


class Angle(float):
    pass


for value in (Length(2.25), Count(), Angle(0.5), True):
    print([round(function(value), 12) for function in (math.sqrt, math.exp, math.log, math.sin,
                                                       math.log2, math.degrees, math.gamma)])
    print(math.pow(value, 2), math.atan2(value, Length(1.0)), math.hypot(value, 3), math.isnan(value))
    print(math.fsum([value, 1, value]), math.dist([value], [Length(0.25)]), math.frexp(value),
          math.modf(value), math.log(value, Count()), math.copysign(Length(1.0), value))
print(math.floor(Length(2.5)), math.ceil(Length(2.5)))
for value in (Wrong(), Raises(), "3", None, 1j, [1]):
    for function in (math.sqrt, math.isinf, lambda x: math.pow(2, x), lambda x: math.hypot(x),
                     lambda x: math.fsum([x]), math.log, math.floor):
        try:
            print(function(value))
        except Exception as error:
            print(type(error).__name__, error)
for call in (lambda: math.hypot(10 ** 400), lambda: math.fsum([10 ** 400]), lambda: math.exp(10 ** 400)):
    try:
        print(call())
    except OverflowError as error:
        print(error)
