# Contexts of decimal: precision and rounding, signals, flags and traps.
import _meada

ROUND_CEILING, ROUND_FLOOR, ROUND_UP = "ROUND_CEILING", "ROUND_FLOOR", "ROUND_UP"
ROUND_DOWN, ROUND_HALF_UP = "ROUND_DOWN", "ROUND_HALF_UP"
ROUND_HALF_DOWN, ROUND_HALF_EVEN = "ROUND_HALF_DOWN", "ROUND_HALF_EVEN"
ROUND_05UP = "ROUND_05UP"
_ROUNDINGS = (ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_DOWN,
              ROUND_HALF_EVEN, ROUND_05UP)
MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -MAX_EMAX
MIN_ETINY = MIN_EMIN - MAX_PREC + 1


def _signal(name, *bases):
    made = type(name, bases, {"__module__": "decimal"})
    return made


DecimalException = _signal("DecimalException", ArithmeticError)
Clamped = _signal("Clamped", DecimalException)
InvalidOperation = _signal("InvalidOperation", DecimalException)
DivisionByZero = _signal("DivisionByZero", DecimalException, ZeroDivisionError)
Inexact = _signal("Inexact", DecimalException)
Rounded = _signal("Rounded", DecimalException)
Subnormal = _signal("Subnormal", DecimalException)
Overflow = _signal("Overflow", Inexact, Rounded)
Underflow = _signal("Underflow", Inexact, Rounded, Subnormal)
FloatOperation = _signal("FloatOperation", DecimalException, TypeError)
# Kinds of invalid operation, which errors name.
ConversionSyntax = _signal("ConversionSyntax", InvalidOperation)
DivisionImpossible = _signal("DivisionImpossible", InvalidOperation)
DivisionUndefined = _signal("DivisionUndefined", InvalidOperation, ZeroDivisionError)
InvalidContext = _signal("InvalidContext", InvalidOperation)

# The order in which errors list them, and that in which a context's repr does.
SIGNALS = (InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal,
           Inexact, Rounded, Clamped)
_SHOWN = (Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded,
          Subnormal, Underflow)


class SignalDict:
    __module__ = "decimal"
    __slots__ = ("_set",)

    def __init__(self, signals=()):
        self._set = set(signals)

    def _known(self, signal):
        if signal not in SIGNALS:
            raise KeyError("invalid error flag")
        return signal

    def __getitem__(self, signal):
        return self._known(signal) in self._set

    def __setitem__(self, signal, value):
        if value:
            self._set.add(self._known(signal))
        else:
            self._set.discard(self._known(signal))

    def __delitem__(self, signal):
        raise ValueError("signal keys cannot be deleted")

    def __iter__(self):
        return iter(SIGNALS)

    def __len__(self):
        return len(SIGNALS)

    def __contains__(self, signal):
        return signal in SIGNALS

    def keys(self):
        return list(SIGNALS)

    def values(self):
        return [signal in self._set for signal in SIGNALS]

    def items(self):
        return [(signal, signal in self._set) for signal in SIGNALS]

    def copy(self):
        return dict(self.items())

    def __eq__(self, other):
        if isinstance(other, SignalDict):
            return self._set == other._set
        if isinstance(other, dict):
            return dict(self.items()) == other
        return NotImplemented

    __hash__ = None

    def __repr__(self):
        return "{" + ", ".join([f"{signal}:{on}" for signal, on in self.items()]) + "}"


def _bounded(name, low, high, words):
    slot = "_" + name

    def get(self):
        return getattr(self, slot)

    def set(self, value):
        if not isinstance(value, int):
            raise TypeError("an integer is required")
        if not low <= value <= high:
            raise ValueError(f"valid {words}")
        object.__setattr__(self, slot, value)
        if name == "prec":
            object.__setattr__(self, "_limit", 10 ** value if value < 10000 else 0)

    return property(get, set)


class Context:
    __module__ = "decimal"
    __slots__ = ("_prec", "_rounding", "_Emin", "_Emax", "_capitals", "_clamp", "_flags",
                 "_traps", "_limit")
    prec = _bounded("prec", 1, MAX_PREC, "range for prec is [1, MAX_PREC]")
    Emin = _bounded("Emin", MIN_EMIN, 0, "range for Emin is [MIN_EMIN, 0]")
    Emax = _bounded("Emax", 0, MAX_EMAX, "range for Emax is [0, MAX_EMAX]")
    capitals = _bounded("capitals", 0, 1, "values for capitals are [0, 1]")
    clamp = _bounded("clamp", 0, 1, "values for clamp are [0, 1]")

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None,
                 flags=None, traps=None, **unknown):
        if unknown:
            raise TypeError(f"'{next(iter(unknown))}' is an invalid keyword argument for this "
                            "function")
        base = _default
        self.prec = base._prec if prec is None else prec
        self.rounding = base._rounding if rounding is None else rounding
        self.Emin = base._Emin if Emin is None else Emin
        self.Emax = base._Emax if Emax is None else Emax
        self.capitals = base._capitals if capitals is None else capitals
        self.clamp = base._clamp if clamp is None else clamp
        self.flags = () if flags is None else flags
        self.traps = base._traps if traps is None else traps

    @property
    def rounding(self):
        return self._rounding

    @rounding.setter
    def rounding(self, value):
        if value not in _ROUNDINGS:
            raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, "
                            "ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, "
                            "ROUND_HALF_EVEN,\n   ROUND_05UP]")
        object.__setattr__(self, "_rounding", value)

    @property
    def flags(self):
        return self._flags

    @flags.setter
    def flags(self, value):
        object.__setattr__(self, "_flags", _signals(value))

    @property
    def traps(self):
        return self._traps

    @traps.setter
    def traps(self, value):
        object.__setattr__(self, "_traps", _signals(value))

    def __setattr__(self, name, value):
        if name not in _ATTRIBUTES:
            raise AttributeError(f"'decimal.Context' object has no attribute '{name}'")
        object.__setattr__(self, name, value)

    def __repr__(self):
        flags, traps = [", ".join([signal.__name__ for signal in _SHOWN if signal in set._set])
                        for set in (self._flags, self._traps)]
        return (f"Context(prec={self._prec}, rounding={self._rounding}, Emin={self._Emin}, "
                f"Emax={self._Emax}, capitals={self._capitals}, clamp={self._clamp}, "
                f"flags=[{flags}], traps=[{traps}])")

    def copy(self):
        return Context(self._prec, self._rounding, self._Emin, self._Emax, self._capitals,
                       self._clamp, self._flags, self._traps)

    __copy__ = copy

    def __reduce__(self):
        return Context, (self._prec, self._rounding, self._Emin, self._Emax, self._capitals,
                         self._clamp, list(self._flags._set), list(self._traps._set))

    def clear_flags(self):
        self._flags._set.clear()

    def clear_traps(self):
        self._traps._set.clear()

    def Etiny(self):
        return self._Emin - self._prec + 1

    def Etop(self):
        return self._Emax - self._prec + 1

    def _raise(self, *conditions):
        # Sets the flags; raises if one of them is trapped.
        signals = {InvalidOperation if issubclass(condition, InvalidOperation) else condition
                   for condition in conditions}
        self._flags._set |= signals
        trapped = [signal for signal in SIGNALS if signal in signals and
                   signal in self._traps._set]
        if trapped:
            named = [condition for condition in conditions
                     if condition not in SIGNALS and InvalidOperation in trapped]
            raise trapped[0](named or trapped)

    def _quiet(self):
        # One like this whose signals nobody sees.
        made = self.copy()
        made.clear_flags()
        made.clear_traps()
        return made


_ATTRIBUTES = {"prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"}


def _signals(given):
    if isinstance(given, SignalDict):
        return SignalDict(given._set)
    if isinstance(given, dict):
        return SignalDict([signal for signal, on in given.items() if on])
    made = SignalDict()
    for signal in given:
        made[signal] = True
    return made


class _Start:
    _prec, _rounding, _Emin, _Emax = 28, ROUND_HALF_EVEN, -999999, 999999
    _capitals, _clamp, _traps = 1, 0, (InvalidOperation, DivisionByZero, Overflow)


_default = _Start
DefaultContext = Context()
_default = DefaultContext
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP,
                       traps=[InvalidOperation, DivisionByZero, Overflow, Underflow, Clamped])
ExtendedContext = Context(prec=9, rounding=ROUND_HALF_EVEN, traps=[])
_TEMPLATES = (DefaultContext, BasicContext, ExtendedContext)


def getcontext():
    here = _meada.thread_local()
    found = here.get("decimal")
    if found is None:
        found = here["decimal"] = DefaultContext.copy()
    return found


def setcontext(context, /):
    if not isinstance(context, Context):
        raise TypeError("optional argument must be a context")
    if any([context is template for template in _TEMPLATES]):
        context = context.copy()
        context.clear_flags()
    _meada.thread_local()["decimal"] = context


class ContextManager:
    __module__ = "decimal"

    def __init__(self, context):
        self._context = context

    def __enter__(self):
        self._before = getcontext()
        setcontext(self._context)
        return self._context

    def __exit__(self, kind, error, traceback):
        setcontext(self._before)


def localcontext(ctx=None, **changes):
    if ctx is None:
        ctx = getcontext()
    elif not isinstance(ctx, Context):
        raise TypeError("optional argument must be a context")
    made = ctx.copy()
    for name, value in changes.items():
        if name not in _ATTRIBUTES:
            raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        setattr(made, name, value)
    return ContextManager(made)
