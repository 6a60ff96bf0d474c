# tests/conformance/numbers/cmath_functions.py: functions of complex numbers and their branch cuts.
import cmath, math
inf, nan = float("inf"), float("nan")
vals = [0j, -0.0+0j, complex(0.0,-0.0), 1+0j, 1+1j, -1+0j, -1-0.5j, 3.5-2.25j, 1e-10+1e-12j, 0.5, 2, -2, 1e308+1e308j, 1e-308+0j, 710+1j]
wild = [complex(inf, 0), complex(0, inf), complex(-inf, 1), complex(inf, inf), complex(nan, 0), complex(1, nan)]
fns = "acos acosh asin asinh atan atanh cos cosh exp log log10 sin sinh sqrt tan tanh phase polar isfinite isinf isnan".split()
def show(x):
    if isinstance(x, complex): return f"{x.real:.11g} {x.imag:.11g} {math.copysign(1,x.real)} {math.copysign(1,x.imag)}"
    if isinstance(x, tuple): return tuple(show(complex(i)) for i in x)
    if isinstance(x, float): return f"{x:.11g}"
    return x
for n in fns:
    for v in vals:
        try: print(n, v, show(getattr(cmath, n)(v)))
        except Exception as e: print(n, v, type(e).__name__, e)
for n in "sqrt log isfinite isinf isnan phase".split():
    for v in wild:
        print(n, v, show(getattr(cmath, n)(v)))
print(show(cmath.log(2+1j, 3)), show(cmath.rect(2, 0.5)), cmath.rect(0, 5), cmath.pi, cmath.e, cmath.tau, cmath.inf, cmath.infj, cmath.nan, cmath.nanj)
for f in (lambda: cmath.sqrt("a"), lambda: cmath.log(0), lambda: cmath.log(1, 1), lambda: cmath.log(1,0), lambda: cmath.isclose(1, 1+1e-10j), lambda: cmath.isclose(1, 2), lambda: cmath.isclose(1, 1, rel_tol=-1), lambda: cmath.isclose(inf, inf), lambda: cmath.rect(inf, 0), lambda: cmath.rect(1,inf), lambda: cmath.rect(0,inf), lambda: cmath.phase("a"), lambda: cmath.polar(1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
