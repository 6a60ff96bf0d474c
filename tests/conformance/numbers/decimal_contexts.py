# tests/conformance/numbers/decimal_contexts.py: contexts of decimal: precision, rounding, flags, traps.
import decimal
from decimal import *

D = Decimal
print(getcontext())
getcontext().prec = 6
print(D(1)/3, getcontext().prec, getcontext().flags[Inexact], D("1234567")+0)
getcontext().prec = 28
with localcontext() as ctx:
    ctx.prec = 4
    ctx.rounding = ROUND_UP
    print(D(2)/3, ctx)
with localcontext(prec=3) as ctx: print(D(2)/3)
print(D(2)/3)
c = Context(prec=5, rounding=ROUND_DOWN)
print(c, c.divide(D(2), D(3)), c.create_decimal("1.23456789"), c.sqrt(D(2)), c.power(2, 3), c.add(1, 2), c.multiply(D("1.11111"), 1), c.quantize(D("1.25"), D("0.1")), c.plus(D("1.99999999")))
setcontext(Context(prec=9))
print(D(1)/7, getcontext().Emax)
setcontext(DefaultContext)
print(BasicContext, ExtendedContext)
getcontext().traps[DivisionByZero] = False
print(D(1)/0, D(-1)/0, getcontext().flags)
getcontext().clear_flags()
getcontext().traps[FloatOperation] = True
for a in (lambda: D(1.5), lambda: D(1) < 1.5):
    try: print(a())
    except FloatOperation as e: print(repr(e))
for a in (lambda: Context(prec=0), lambda: Context(rounding="x"), lambda: setattr(getcontext(), "prec", "a"), lambda: setattr(getcontext(), "foo", 1), lambda: Context(foo=1), lambda: getcontext().power(2, D("nan"))):
    try: print(a())
    except Exception as e: print(type(e), e)
print(InvalidOperation.__mro__, DivisionByZero.__mro__, decimal.MAX_PREC, decimal.MAX_EMAX, HAVE_THREADS)
print(ExtendedContext.divide(1, 0), ExtendedContext.copy().divide(0, 0))
print(Context(traps=[Inexact, Overflow]), DecimalTuple(0, (1,2), -1))
try: Context(prec=3, traps=[Inexact, Rounded]).divide(1, 3)
except Exception as e: print(type(e), e)
print(D("1.5").__class__, type(D(1)+1), D)
class MyD(D): pass
print(repr(MyD("1.5")), repr(MyD(1)+1))
