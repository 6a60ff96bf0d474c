# types: names for the built-in types, and ways to make classes while a program runs.
import sys
import _meada

FunctionType = LambdaType = _meada.root("function")
CodeType = _meada.root("code")
MappingProxyType = _meada.root("mapping_proxy")
CellType = _meada.root("cell")
GeneratorType = _meada.root("generator")
CoroutineType = _meada.root("coroutine")
AsyncGeneratorType = _meada.root("async_generator")
MethodType = _meada.root("method")
BuiltinFunctionType = BuiltinMethodType = type(len)
WrapperDescriptorType = type(object.__init__)
MethodWrapperType = type(object().__str__)
MethodDescriptorType = type(str.join)
ClassMethodDescriptorType = type(dict.__dict__["fromkeys"])
ModuleType = _meada.root("module")
TracebackType = _meada.root("traceback")
FrameType = _meada.root("frame")
GetSetDescriptorType = type(FunctionType.__code__)
NoneType = type(None)
EllipsisType = type(...)
NotImplementedType = type(NotImplemented)
UnionType = type(int | str)
GenericAlias = type(list[int])


class _Slotted:
    __slots__ = ("member",)


MemberDescriptorType = type(_Slotted.member)
del _Slotted


class SimpleNamespace:
    def __init__(self, /, *positional, **attributes):
        if positional:
            raise TypeError("no positional arguments expected")
        self.__dict__.update(attributes)

    def __repr__(self):
        name = "namespace" if type(self) is SimpleNamespace else type(self).__name__
        if id(self) in _shown:
            return f"{name}(...)"
        _shown[id(self)] = None
        try:
            pairs = ", ".join([f"{key}={value!r}" for key, value in self.__dict__.items()])
        finally:
            del _shown[id(self)]
        return f"{name}({pairs})"

    def __eq__(self, other):
        if not isinstance(other, SimpleNamespace):
            return NotImplemented
        return self.__dict__ == other.__dict__

    __hash__ = None

    def __reduce__(self):
        return (type(self), (), self.__dict__)


_meada.name_in_full(SimpleNamespace)
_shown = {}


def new_class(name, bases=(), kwds=None, exec_body=None):
    resolved = resolve_bases(bases)
    metaclass, namespace, keywords = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(namespace)
    if resolved is not bases:
        namespace["__orig_bases__"] = bases
    return metaclass(name, resolved, namespace, **keywords)


def resolve_bases(bases):
    return _meada.root("prelude")["_resolve_bases"](tuple(bases)) if any(
        [not isinstance(base, type) and hasattr(base, "__mro_entries__") for base in bases]
    ) else bases


def prepare_class(name, bases=(), kwds=None):
    keywords = {} if kwds is None else dict(kwds)
    if "metaclass" in keywords:
        metaclass = keywords.pop("metaclass")
    else:
        metaclass = type(bases[0]) if bases else type
    if isinstance(metaclass, type):
        metaclass = _meada.root("prelude")["_winning_metaclass"](metaclass, bases)
    if hasattr(metaclass, "__prepare__"):
        return metaclass, metaclass.__prepare__(name, bases, **keywords), keywords
    return metaclass, {}, keywords


class DynamicClassAttribute:
    # A property of instances; on the class the metaclass answers.
    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.__doc__ = doc or fget.__doc__
        self.overwrite_doc = doc is None
        self.__isabstractmethod__ = bool(getattr(fget, "__isabstractmethod__", False))

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.__isabstractmethod__:
                return self
            raise AttributeError()
        if self.fget is None:
            raise AttributeError("unreadable attribute")
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("can't delete attribute")
        self.fdel(instance)

    def _with(self, **changed):
        parts = {"fget": self.fget, "fset": self.fset, "fdel": self.fdel,
                 "doc": None if self.overwrite_doc and "fget" in changed else self.__doc__}
        made = type(self)(**{**parts, **changed})
        made.overwrite_doc = self.overwrite_doc
        return made

    def getter(self, fget):
        return self._with(fget=fget)

    def setter(self, fset):
        return self._with(fset=fset)

    def deleter(self, fdel):
        return self._with(fdel=fdel)


class _GeneratorWrapper:
    # What a function gave that types.coroutine wraps: something like a generator.
    def __init__(self, generator):
        self._wrapped = generator
        self.__name__ = getattr(generator, "__name__", None)
        self.__qualname__ = getattr(generator, "__qualname__", None)

    def send(self, value):
        return self._wrapped.send(value)

    def throw(self, kind, *rest):
        return self._wrapped.throw(kind, *rest)

    def close(self):
        return self._wrapped.close()

    @property
    def gi_code(self):
        return self._wrapped.gi_code

    @property
    def gi_frame(self):
        return self._wrapped.gi_frame

    @property
    def gi_running(self):
        return self._wrapped.gi_running

    @property
    def gi_yieldfrom(self):
        return self._wrapped.gi_yieldfrom

    cr_code, cr_frame, cr_running, cr_await = gi_code, gi_frame, gi_running, gi_yieldfrom

    def __next__(self):
        return next(self._wrapped)

    def __iter__(self):
        return self

    __await__ = __iter__


def _is_like_a_generator(object):
    for name in ("send", "throw", "close", "__iter__", "__next__"):
        if not hasattr(type(object), name):
            return False
    return True


def coroutine(func):
    if not callable(func):
        raise TypeError("types.coroutine() expects a callable")
    if type(func) is FunctionType:
        flags = func.__code__.co_flags
        if flags & 0x180:  # gives coroutines already
            return func
        if flags & 0x20:
            func.__code__ = func.__code__.replace(co_flags=flags | 0x100)
            return func

    def wrapped(*args, **kwargs):
        made = func(*args, **kwargs)
        is_generator = type(made) is GeneratorType
        if type(made) is CoroutineType or is_generator and made.gi_code.co_flags & 0x100:
            return made
        if is_generator or _is_like_a_generator(made) and not hasattr(type(made), "__await__"):
            return _GeneratorWrapper(made)
        return made

    wrapped.__module__ = func.__module__ if hasattr(func, "__module__") else None
    for name in ("__name__", "__qualname__", "__doc__"):
        if hasattr(func, name):
            setattr(wrapped, name, getattr(func, name))
    wrapped.__wrapped__ = func
    return wrapped


__all__ = [name for name in list(globals()) if name[0] != "_" and name != "sys"]
