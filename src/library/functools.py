# functools: functions that take or give functions. What CPython has in C is in _functools.py.
import _meada
from abc import get_cache_token as _registrations
from collections import namedtuple
from _functools import _lru_cache_wrapper, cmp_to_key, partial, reduce
from _thread import RLock
from types import GenericAlias, MappingProxyType, MethodType, UnionType

__all__ = ["update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering",
           "cache", "cmp_to_key", "lru_cache", "reduce", "partial", "partialmethod",
           "singledispatch", "singledispatchmethod", "cached_property"]

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)
_missing = object()


# --- wrappers ---

def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        value = getattr(wrapped, name, _missing)
        if value is not _missing:
            setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


# --- ordering ---

def _comparison(name, root, negated, equality):
    def compare(self, other):
        result = getattr(type(self), root)(self, other)
        if result is NotImplemented:
            return result
        if equality is None:
            return not result
        if equality == "and":
            return not result and self != other if negated else result and self != other
        return not result or self == other if negated else result or self == other

    compare.__name__ = name
    compare.__qualname__ = f"_{name[2:4]}_from_{root[2:4]}"
    return compare


# What each comparison follows from: the one that the class has, whether that is negated, and
# whether equality is then added ("or") or taken away ("and").
_made_from = {
    "__gt__": {"__lt__": (True, "and"), "__le__": (True, None), "__ge__": (False, "and")},
    "__le__": {"__lt__": (False, "or"), "__gt__": (True, None), "__ge__": (True, "or")},
    "__ge__": {"__lt__": (True, None), "__le__": (True, "or"), "__gt__": (False, "or")},
    "__lt__": {"__le__": (False, "and"), "__gt__": (True, "and"), "__ge__": (True, None)},
}


def total_ordering(cls):
    own = {name for name in ("__lt__", "__le__", "__gt__", "__ge__")
           if getattr(cls, name, None) is not getattr(object, name)}
    if not own:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    for root in ("__lt__", "__le__", "__gt__", "__ge__"):
        if root in own:
            break
    for name, ways in _made_from.items():
        if name not in own:
            setattr(cls, name, _comparison(name, root, *ways[root]))
    return cls


# --- caches ---

_CacheInfo = namedtuple("CacheInfo", ("hits", "misses", "maxsize", "currsize"))


def lru_cache(maxsize=128, typed=False):
    if isinstance(maxsize, int):
        if maxsize < 0:
            maxsize = 0
    elif callable(maxsize) and isinstance(typed, bool):
        return _cached(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorating_function(user_function):
        return _cached(user_function, maxsize, typed)

    return decorating_function


def _cached(function, maxsize, typed):
    made = _lru_cache_wrapper(function, maxsize, typed, _CacheInfo)
    made.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
    return update_wrapper(made, function)


def cache(user_function, /):
    return lru_cache(maxsize=None)(user_function)


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.lock = RLock()
        _meada.lock_serial(self.lock, -1)

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError("Cannot assign the same cached_property to two different names "
                            f"({self.attrname!r} and {name!r}).")

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError(
                "Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            cache = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} "
                            f"instance to cache {name!r} property.") from None
        value = cache.get(name, _missing)
        if value is not _missing:
            return value
        with self.lock:
            value = cache.get(name, _missing)  # another thread may have been here
            if value is _missing:
                value = self.func(instance)
                try:
                    cache[name] = value
                except TypeError:
                    raise TypeError(
                        f"The '__dict__' attribute on {type(instance).__name__!r} instance "
                        f"does not support item assignment for caching {name!r} property."
                    ) from None
        return value

    __class_getitem__ = classmethod(GenericAlias)


# --- methods with arguments given ---

class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func, self.args, self.keywords = func, args, keywords

    def __repr__(self):
        pieces = [repr(self.func), *map(repr, self.args),
                  *[f"{key}={value!r}" for key, value in self.keywords.items()]]
        cls = type(self)
        return f"{cls.__module__}.{cls.__qualname__}({', '.join(pieces)})"

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method._partialmethod = self
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, "__get__", None)
        if get is not None:
            bound = get(obj, cls)
            if bound is not self.func:
                made = partial(bound, *self.args, **self.keywords)
                try:
                    made.__self__ = bound.__self__
                except AttributeError:
                    pass
                return made
        return self._make_unbound_method().__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    __class_getitem__ = classmethod(GenericAlias)


# --- dispatch by the type of the first argument ---

def _merged(orders):
    # C3: the first head that is in no other order's rest, again and again.
    result = []
    while orders := [order for order in orders if order]:
        for order in orders:
            head = order[0]
            if not any([head in other[1:] for other in orders]):
                break
        else:
            raise RuntimeError("Inconsistent hierarchy")
        result.append(head)
        orders = [order[1:] if order[0] is head else order for order in orders]
    return result


def _order_with(cls, abstract):
    # The method resolution order as if cls and its bases had inherited from these abstract classes
    # that they count as subclasses of: each above the first class that does, behind its last base
    # that is abstract too.
    boundary = 0
    for index, base in enumerate(cls.__bases__):
        if hasattr(base, "__abstractmethods__"):
            boundary = index + 1
    here = [each for each in abstract if issubclass(cls, each)
            and each not in cls.__mro__
            and not any([issubclass(base, each) for base in cls.__bases__])]
    first, rest = list(cls.__bases__[:boundary]), list(cls.__bases__[boundary:])
    orders = [_order_with(base, abstract) for base in (*first, *here, *rest)]
    return _merged([[cls], *orders, first, here, rest])


def _found_implementation(cls, registry):
    virtual = [each for each in registry
               if each not in cls.__mro__ and hasattr(each, "__mro__") and issubclass(cls, each)]
    virtual = [each for each in virtual
               if not any([each is not other and each in other.__mro__ for other in virtual])]
    match = None
    for each in _order_with(cls, virtual):
        if match is not None:
            if (each in registry and each not in cls.__mro__ and match not in cls.__mro__
                    and not issubclass(match, each)):
                raise RuntimeError(f"Ambiguous dispatch: {match} or {each}")
            break
        if each in registry:
            match = each
    return registry.get(match)


def _is_class(cls):
    return isinstance(cls, type) and not isinstance(cls, GenericAlias)


def _is_union_of_classes(cls):
    return _is_union(cls) and all([_is_class(each) for each in cls.__args__])


def _is_union(cls):
    return isinstance(cls, UnionType) or type(cls).__name__ == "_UnionGenericAlias"


def singledispatch(func):
    registry, found = {}, {}

    def dispatch(cls):
        if cls in found and token == _registrations():
            return found[cls]
        return look_up(cls)

    def look_up(cls):
        nonlocal token
        if token != _registrations():
            found.clear()
            token = _registrations()
        implementation = registry.get(cls)
        if implementation is None:
            implementation = _found_implementation(cls, registry)
        found[cls] = implementation
        return implementation

    def register(cls, func=None):
        if _is_class(cls) or _is_union_of_classes(cls):
            if func is None:
                return lambda function: register(cls, function)
        else:
            if func is not None:
                raise TypeError("Invalid first argument to `register()`. "
                                f"{cls!r} is not a class or union type.")
            func = cls
            cls = _annotated_class(func)
        for each in (cls,) if _is_class(cls) else cls.__args__:
            registry[each] = func
        found.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{name} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    token = _registrations()
    name = getattr(func, "__name__", "singledispatch function")
    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = MappingProxyType(registry)
    wrapper._clear_cache = found.clear
    update_wrapper(wrapper, func)
    return wrapper


def _annotated_class(func):
    annotations = getattr(func, "__annotations__", None)
    if not annotations:
        raise TypeError(f"Invalid first argument to `register()`: {func!r}. Use either "
                        "`@register(some_class)` or plain `@register` on an annotated function.")
    name, cls = next(iter(annotations.items()))
    if isinstance(cls, str):
        cls = eval(cls, getattr(func, "__globals__", {}))
    if cls is None:
        cls = type(None)
    if _is_class(cls) or _is_union_of_classes(cls):
        return cls
    if _is_union(cls):
        raise TypeError(f"Invalid annotation for {name!r}. {cls!r} not all arguments are classes.")
    raise TypeError(f"Invalid annotation for {name!r}. {cls!r} is not a class.")


class singledispatchmethod:
    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def _method(*args, **kwargs):
            method = self.dispatcher.dispatch(args[0].__class__)
            return method.__get__(obj, cls)(*args, **kwargs)

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        update_wrapper(_method, self.func)
        return _method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)
