# _contextvars: which values the context variables have where. A context is a dict from variables
# to values; each thread has one that is entered, innermost last.
#
# Nobody pays for them who has none: until the first variable or context is made, tasks and
# call-backs keep no context (`in_use`), and one that kept none starts with an empty one.
import _meada

_this_thread = _meada.thread_self
_current_task = _meada.current_task

in_use = False
_entered = {}  # by thread: its list of contexts
_missing = object()


class Context:
    __slots__ = ("_values", "_is_entered")

    def __new__(cls, *args, **kwargs):
        global in_use
        if args or kwargs:
            raise TypeError("Context() does not accept any arguments")
        in_use = True
        self = object.__new__(cls)
        self._values = {}
        self._is_entered = False
        return self

    def run(self, callable=_missing, /, *args, **kwargs):
        if callable is _missing:
            raise TypeError("run() missing 1 required positional argument")
        enter(self)
        try:
            return callable(*args, **kwargs)
        finally:
            leave(self)

    def copy(self):
        return _copied(self)

    def get(self, key, default=None, /):
        return self._values.get(_checked(key), default)

    def keys(self):
        return self._values.keys()

    def values(self):
        return self._values.values()

    def items(self):
        return self._values.items()

    def __getitem__(self, key):
        return self._values[_checked(key)]

    def __contains__(self, key):
        return _checked(key) in self._values

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def __eq__(self, other):
        if not isinstance(other, Context):
            return NotImplemented
        return self._values == other._values

    __hash__ = None


class _Missing:
    __slots__ = ()

    def __repr__(self):
        return "<Token.MISSING>"


_Missing.__qualname__ = _Missing.__name__ = "Token.MISSING"


class Token:
    __slots__ = ("_context", "_var", "_old", "_used")
    MISSING = _Missing()

    def __new__(cls, *args, **kwargs):
        raise RuntimeError("Tokens can only be created by ContextVars")

    @classmethod
    def __class_getitem__(cls, item):
        return _alias(cls, item)

    @property
    def var(self):
        return self._var

    @property
    def old_value(self):
        return self._old

    def __repr__(self):
        used = " used" if self._used else ""
        return f"<Token{used} var={self._var!r} at {id(self):#x}>"


class ContextVar:
    __slots__ = ("_name", "_default")

    def __new__(cls, *args, **kwargs):
        global in_use
        count = len(args) + len(kwargs)
        if count > 2:
            raise TypeError(f"ContextVar() takes at most 2 arguments ({count} given)")
        if len(args) != 1 or kwargs and "default" not in kwargs:
            if len(args) == 1:
                name, = kwargs
                raise TypeError(f"'{name}' is an invalid keyword argument for ContextVar()")
            raise TypeError("ContextVar() takes exactly 1 positional argument "
                            f"({len(args)} given)")
        name, = args
        if not isinstance(name, str):
            raise TypeError("context variable name must be a str")
        in_use = True
        self = object.__new__(cls)
        self._name = name
        self._default = kwargs.get("default", _missing)
        return self

    @classmethod
    def __class_getitem__(cls, item):
        return _alias(cls, item)

    @property
    def name(self):
        return self._name

    def get(self, default=_missing, /):
        entered = _entered.get(_this_thread())
        if entered:
            value = entered[-1]._values.get(self, _missing)
            if value is not _missing:
                return value
        if default is not _missing:
            return default
        if self._default is not _missing:
            return self._default
        raise LookupError(self)

    def set(self, value, /):
        context = current()
        token = object.__new__(Token)
        token._context = context
        token._var = self
        token._old = context._values.get(self, Token.MISSING)
        token._used = False
        context._values[self] = value
        return token

    def reset(self, token, /):
        if not isinstance(token, Token):
            raise TypeError(f"expected an instance of Token, got {token!r}")
        if token._used:
            raise RuntimeError(f"{token!r} has already been used once")
        if token._var is not self:
            raise ValueError(f"{token!r} was created by a different ContextVar")
        context = current()
        if token._context is not context:
            raise ValueError(f"{token!r} was created in a different Context")
        token._used = True
        if token._old is Token.MISSING:
            del context._values[self]
        else:
            context._values[self] = token._old

    def __repr__(self):
        default = "" if self._default is _missing else f" default={self._default!r}"
        return f"<ContextVar name={self._name!r}{default} at {id(self):#x}>"


_alias = type(list[int])


def _checked(key):
    if type(key) is not ContextVar:
        raise TypeError(f"a ContextVar key was expected, got {key!r}")
    return key


def _copied(context):
    made = Context()
    made._values = context._values.copy()
    return made


# The running thread's context; one is made for a thread that has none yet. Its first stays.
def current():
    thread = _this_thread()
    entered = _entered.get(thread)
    if entered:
        return entered[-1]
    context = Context()
    context._is_entered = True
    task = _current_task()
    if task is None:
        _entered[thread] = [context]
    else:  # the first variable was made in this step of it, which will leave the context
        outside = Context()
        outside._is_entered = True
        _entered[thread] = [outside, context]
        task._context = context
    return context


def enter(context):
    current()
    if context._is_entered:
        raise RuntimeError(f"cannot enter context: {context!r} is already entered")
    context._is_entered = True
    _entered[_this_thread()].append(context)


def leave(context):
    _entered[_this_thread()].pop()
    context._is_entered = False


def forget_thread():
    _entered.pop(_this_thread(), None)


def copy_context():
    return _copied(current())


for _each in (Context, ContextVar, Token):
    _each.__init_subclass__ = None
del _each
