# typing: what annotations are written with. At run time nearly all of it only has to be there, to
# be subscripted and shown; the classes are Generic, Protocol, NamedTuple and TypedDict.
import collections
import collections.abc
import contextlib
import functools
import operator
import re
import sys
import types
import _meada
from abc import ABCMeta, abstractmethod
from types import GenericAlias

__all__ = ["Annotated", "Any", "Callable", "ClassVar", "Concatenate", "Final", "ForwardRef",
           "Generic", "Literal", "Optional", "ParamSpec", "Protocol", "Tuple", "Type", "TypeVar",
           "TypeVarTuple", "Union", "AbstractSet", "ByteString", "Container", "ContextManager",
           "Hashable", "ItemsView", "Iterable", "Iterator", "KeysView", "Mapping", "MappingView",
           "MutableMapping", "MutableSequence", "MutableSet", "Sequence", "Sized", "ValuesView",
           "Awaitable", "AsyncIterator", "AsyncIterable", "Coroutine", "Collection",
           "AsyncGenerator", "AsyncContextManager", "Reversible", "SupportsAbs", "SupportsBytes",
           "SupportsComplex", "SupportsFloat", "SupportsIndex", "SupportsInt", "SupportsRound",
           "ChainMap", "Counter", "Deque", "Dict", "DefaultDict", "List", "OrderedDict", "Set",
           "FrozenSet", "NamedTuple", "TypedDict", "Generator", "BinaryIO", "IO", "Match",
           "Pattern", "TextIO", "AnyStr", "assert_type", "assert_never", "cast", "clear_overloads",
           "dataclass_transform", "final", "get_args", "get_origin", "get_overloads",
           "get_type_hints", "is_typeddict", "LiteralString", "Never", "NewType",
           "no_type_check", "no_type_check_decorator", "NoReturn", "NotRequired", "overload",
           "ParamSpecArgs", "ParamSpecKwargs", "Required", "reveal_type", "runtime_checkable",
           "Self", "Text", "TYPE_CHECKING", "TypeAlias", "TypeGuard", "Unpack"]

TYPE_CHECKING = False
_parameters_of = _meada.root("prelude")["_parameters_of"]


def _caller_module():
    # Of who called the function that asks.
    return sys._getframe(2).f_globals.get("__name__", "__main__")


def _is_dunder(name):
    return name[:2] == name[-2:] == "__"


class _Final:
    # What only this module derives from.
    def __init_subclass__(cls, /, *args, **kwds):
        if cls.__module__ != "typing":
            raise TypeError("Cannot subclass special typing classes")


def _tp_cache(func=None, /, *, typed=False):
    # For what other modules make subscriptable.
    def decorated(func):
        cached = functools.lru_cache(typed=typed)(func)

        @functools.wraps(func)
        def inner(*args, **kwds):
            try:
                return cached(*args, **kwds)
            except TypeError:  # cannot be hashed, or an error of func's own
                return func(*args, **kwds)
        return inner
    return decorated if func is None else decorated(func)


# --- type arguments ---

def _type_convert(arg, module=None, is_class=False):
    if arg is None:
        return type(None)
    if isinstance(arg, str):
        return ForwardRef(arg, module=module, is_class=is_class)
    return arg


def _type_check(arg, message, module=None, special=False):
    # special: ClassVar and Final may stand here.
    arg = _type_convert(arg, module, special)
    if isinstance(arg, _GenericAlias):
        origin = arg.__origin__
        if origin is Generic or origin is Protocol or not special and (origin is ClassVar
                                                                      or origin is Final):
            raise TypeError(f"{arg} is not valid as type argument")
    elif isinstance(arg, _SpecialForm):
        if arg not in (LiteralString, NoReturn, Never, Self, TypeAlias) and not (
                special and arg in (ClassVar, Final)):
            raise TypeError(f"Plain {arg} is not valid as type argument")
    elif arg is Generic or arg is Protocol:
        raise TypeError(f"Plain {arg} is not valid as type argument")
    elif type(arg) is tuple:
        raise TypeError(f"{message} Got {arg!r:.100}.")
    return arg


def _type_repr(each):
    if isinstance(each, type) and not isinstance(each, GenericAlias):
        if each.__module__ == "builtins":
            return each.__qualname__
        return f"{each.__module__}.{each.__qualname__}"
    if each is ...:
        return "..."
    if isinstance(each, types.FunctionType):
        return each.__name__
    return repr(each)


def _check_count(alias, count, expected):
    if count != expected:
        few = "few" if count < expected else "many"
        raise TypeError(f"Too {few} arguments for {alias}; actual {count}, expected {expected}")


def _unpacked(args):
    # What stands in *tuple[…] stands for itself, unless there may be any number of it.
    made = []
    for each in args:
        items = (None if isinstance(each, type)
                 else getattr(each, "__typing_unpacked_tuple_args__", None))
        if items is not None and not (items and items[-1] is ...):
            made.extend(items)
        else:
            made.append(each)
    return (*made,)


def _is_parameter(each):
    return isinstance(each, (TypeVar, ParamSpec, TypeVarTuple))


def _bind(alias, parameters, args):
    # {parameter: what it stands for}: a tuple for those that stand for several.
    for index, parameter in enumerate(parameters):
        if isinstance(parameter, TypeVarTuple):
            rest = len(parameters) - index - 1
            if len(args) < len(parameters) - 1:
                raise TypeError(f"Too few arguments for {alias}; actual {len(args)}, expected at "
                                f"least {len(parameters) - 1}")
            end = len(args) - rest
            args = (*args[:index], (*args[index:end],), *args[end:])
            break
    else:
        if len(parameters) == 1 and isinstance(parameters[0], ParamSpec) and not (
                len(args) == 1 and _is_parameter_list(args[0])):
            args = (args,)
    _check_count(alias, len(args), len(parameters))
    bound = {}
    for parameter, arg in zip(parameters, args):
        if isinstance(parameter, ParamSpec):
            if isinstance(arg, (list, tuple)):
                arg = (*[_type_check(each, "Expected a type.") for each in arg],)
            elif not _is_parameter_list(arg):
                raise TypeError("Expected a list of types, an ellipsis, ParamSpec, or "
                                f"Concatenate. Got {arg}")
        elif isinstance(parameter, TypeVar):
            arg = _type_check(arg, "Parameters to generic types must be types.")
        bound[parameter] = arg
    return bound


def _is_parameter_list(arg):
    return (arg is ... or isinstance(arg, (list, tuple, ParamSpec))
            or isinstance(arg, _ConcatenateGenericAlias))


def _filled(args, bound, flat):
    # `args` with parameters replaced; flat: what a ParamSpec stands for goes in item by item.
    made = []
    for arg in args:
        if isinstance(arg, TypeVarTuple):
            made.extend(bound.get(arg, (arg,)))
        elif isinstance(arg, (TypeVar, ParamSpec)):
            value = bound.get(arg, arg)
            if flat and isinstance(arg, ParamSpec) and type(value) is tuple:
                made.extend(value)
            else:
                made.append(value)
        elif type(arg) is tuple:
            made.append(_filled(arg, bound, False))
        else:
            inner = () if isinstance(arg, type) else getattr(arg, "__parameters__", ())
            if not inner:
                made.append(arg)
            elif isinstance(arg, _UnpackGenericAlias):
                made.extend(bound[inner[0]])
            else:
                values = []
                for parameter in inner:
                    if isinstance(parameter, TypeVarTuple):
                        values.extend(bound[parameter])
                    else:
                        values.append(bound[parameter])
                value = arg[(*values,)]
                if flat and type(value) is tuple:
                    made.extend(value)
                else:
                    made.append(value)
    return (*made,)


class ForwardRef(_Final):
    __slots__ = ("__forward_arg__", "__forward_code__", "__forward_evaluated__",
                 "__forward_value__", "__forward_is_argument__", "__forward_is_class__",
                 "__forward_module__")

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        # A starred type is no expression by itself.
        text = f"({arg},)[0]" if arg[:1] == "*" else arg
        try:
            self.__forward_code__ = compile(text, "<string>", "eval")
        except SyntaxError:
            raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}") from None
        self.__forward_arg__ = arg
        self.__forward_evaluated__ = False
        self.__forward_value__ = None
        self.__forward_is_argument__ = is_argument
        self.__forward_is_class__ = is_class
        self.__forward_module__ = module

    def _evaluate(self, globalns, localns, recursive_guard):
        if self.__forward_arg__ in recursive_guard:
            return self
        if not self.__forward_evaluated__ or localns is not globalns:
            if globalns is None and localns is None:
                globalns = localns = {}
            elif globalns is None:
                globalns = localns
            elif localns is None:
                localns = globalns
            if self.__forward_module__ is not None:
                module = sys.modules.get(self.__forward_module__)
                globalns = globalns if module is None else module.__dict__
            value = _type_check(eval(self.__forward_code__, globalns, localns),
                                "Forward references must evaluate to types.",
                                special=self.__forward_is_class__)
            self.__forward_value__ = _eval_type(value, globalns, localns,
                                                recursive_guard | {self.__forward_arg__})
            self.__forward_evaluated__ = True
        return self.__forward_value__

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        same = (self.__forward_arg__ == other.__forward_arg__
                and self.__forward_module__ == other.__forward_module__)
        if self.__forward_evaluated__ and other.__forward_evaluated__:
            return same and self.__forward_value__ == other.__forward_value__
        return same

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        module = self.__forward_module__
        where = "" if module is None else f", module={module!r}"
        return f"ForwardRef({self.__forward_arg__!r}{where})"


# --- type variables ---

class _Parameter(_Final):
    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]

    def __repr__(self):
        sign = "+" if self.__covariant__ else "-" if self.__contravariant__ else "~"
        return sign + self.__name__

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return self.__name__

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")

    def _variance(self, bound, covariant, contravariant):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__bound__ = None if bound is None else _type_check(bound, "Bound must be a type.")


class TypeVar(_Parameter):
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self._variance(bound, covariant, contravariant)
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        self.__constraints__ = (*[_type_check(each, "TypeVar(name, constraint, ...): constraints "
                                              "must be types.") for each in constraints],)
        self.__module__ = _caller_module()

    def __typing_subst__(self, arg):
        return _type_check(arg, "Parameters to generic types must be types.")


class TypeVarTuple(_Parameter):
    def __init__(self, name):
        self.__name__ = name
        self.__module__ = _caller_module()

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__

    def __typing_subst__(self, arg):
        raise TypeError("Substitution of bare TypeVarTuple is not supported")

    def __typing_prepare_subst__(self, alias, args):
        index = alias.__parameters__.index(self)
        end = len(args) - (len(alias.__parameters__) - index - 1)
        return (*args[:index], (*args[index:end],), *args[end:])


class ParamSpecArgs:
    _member = "args"

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.{self._member}"

    def __eq__(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return self.__origin__ == other.__origin__

    __hash__ = None

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")


class ParamSpecKwargs(ParamSpecArgs):
    _member = "kwargs"


class ParamSpec(_Parameter):
    def __init__(self, name, *, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self._variance(bound, covariant, contravariant)
        self.__module__ = _caller_module()

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)

    def __typing_subst__(self, arg):
        if isinstance(arg, (list, tuple)):
            return (*[_type_check(each, "Expected a type.") for each in arg],)
        if not _is_parameter_list(arg):
            raise TypeError("Expected a list of types, an ellipsis, ParamSpec, or Concatenate. "
                            f"Got {arg}")
        return arg

    def __typing_prepare_subst__(self, alias, args):
        if len(alias.__parameters__) == 1 and not (len(args) == 1 and _is_parameter_list(args[0])):
            return (args,)
        return args


# --- special forms ---

class _SpecialForm(_Final):
    __slots__ = ("_name", "_subscribe")
    __iter__ = None

    def __init__(self, name, subscribe=None):
        self._name = name
        self._subscribe = subscribe

    def __getattr__(self, name):
        if name in ("__name__", "__qualname__"):
            return self._name
        raise AttributeError(name)

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __repr__(self):
        return f"typing.{self._name}"

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, obj):
        raise TypeError(f"{self} cannot be used with isinstance()")

    def __subclasscheck__(self, cls):
        raise TypeError(f"{self} cannot be used with issubclass()")

    def __getitem__(self, parameters):
        if self._subscribe is None:
            raise TypeError(f"{self} is not subscriptable")
        return self._subscribe(self, parameters)


def _single(self, parameters):
    item = _type_check(parameters, f"{self} accepts only single type.")
    return _GenericAlias(self, (item,))


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls, *args, **kwargs)


def _union(self, parameters):
    if parameters == ():
        raise TypeError("Cannot take a Union of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    members = []
    for each in parameters:
        each = _type_check(each, "Union[arg, ...]: each arg must be a type.")
        inner = (each.__args__ if isinstance(each, (_UnionGenericAlias, types.UnionType))
                 else (each,))
        for member in inner:
            if member not in members:
                members.append(member)
    if len(members) == 1:
        return members[0]
    name = "Optional" if len(members) == 2 and type(None) in members else None
    return _UnionGenericAlias(self, (*members,), name=name)


def _optional(self, parameters):
    return Union[_type_check(parameters, f"{self} requires a single type."), type(None)]


def _literal(self, parameters):
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    values = []
    for each in parameters:
        values.extend(each.__args__ if isinstance(each, _LiteralGenericAlias) else (each,))
    try:
        values = [value for value, kind in dict.fromkeys([(value, type(value))
                                                          for value in values])]
    except TypeError:
        pass  # some have no hash: all are kept
    return _LiteralGenericAlias(self, (*values,))


def _concatenate(self, parameters):
    if parameters == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    if not (parameters[-1] is ... or isinstance(parameters[-1], ParamSpec)):
        raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or "
                        "ellipsis.")
    first = [_type_check(each, "Concatenate[arg, ...]: each arg must be a type.")
             for each in parameters[:-1]]
    return _ConcatenateGenericAlias(self, (*first, parameters[-1]))


def _unpack(self, parameters):
    item = _type_check(parameters, f"{self} accepts only single type.")
    return _UnpackGenericAlias(self, (item,))


ClassVar = _SpecialForm("ClassVar", _single)
Final = _SpecialForm("Final", _single)
TypeGuard = _SpecialForm("TypeGuard", _single)
Required = _SpecialForm("Required", _single)
NotRequired = _SpecialForm("NotRequired", _single)
Union = _SpecialForm("Union", _union)
Optional = _SpecialForm("Optional", _optional)
Literal = _SpecialForm("Literal", _literal)
Concatenate = _SpecialForm("Concatenate", _concatenate)
Unpack = _SpecialForm("Unpack", _unpack)
NoReturn, Never, Self, LiteralString, TypeAlias = [
    _SpecialForm(name) for name in ("NoReturn", "Never", "Self", "LiteralString", "TypeAlias")]


# --- aliases ---

_own_attributes = ("_name", "_inst", "_nparams")


class _BaseGenericAlias(_Final):
    def __init__(self, origin, *, inst=True, name=None):
        self._inst = inst
        self._name = name
        self.__origin__ = origin

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f"Type {self._name} cannot be instantiated; "
                            f"use {self.__origin__.__name__}() instead")
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except AttributeError:
            pass
        return made

    def __mro_entries__(self, bases):
        found = []
        if self.__origin__ not in bases:
            found.append(self.__origin__)
        for each in bases[bases.index(self) + 1:]:
            if isinstance(each, _BaseGenericAlias) or isinstance(each, type) and issubclass(
                    each, Generic):
                break
        else:
            found.append(Generic)
        return (*found,)

    def __getattr__(self, name):
        if name in ("__name__", "__qualname__"):
            return self._name or self.__origin__.__name__
        if "__origin__" in self.__dict__ and not _is_dunder(name):
            return getattr(self.__origin__, name)
        raise AttributeError(name)

    def __setattr__(self, name, value):
        if _is_dunder(name) or name in _own_attributes:
            super().__setattr__(name, value)
        else:
            setattr(self.__origin__, name, value)

    def __dir__(self):
        return sorted({*super().__dir__(),
                       *[name for name in dir(self.__origin__) if not _is_dunder(name)]})

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]


class _GenericAlias(_BaseGenericAlias):
    def __init__(self, origin, args, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name)
        if not isinstance(args, tuple):
            args = (args,)
        self.__args__ = args
        self.__parameters__ = _all_parameters(args)
        if name is None:
            super().__setattr__("__module__", origin.__module__)

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __getitem__(self, args):
        if self.__origin__ is Generic or self.__origin__ is Protocol:
            raise TypeError(f"Cannot subscript already-subscripted {self}")
        if not self.__parameters__:
            raise TypeError(f"{self} is not a generic class")
        args = _unpacked(args if isinstance(args, tuple) else (args,))
        bound = _bind(self, self.__parameters__, args)
        flat = self.__origin__ is collections.abc.Callable
        return self.copy_with(_filled(self.__args__, bound, flat))

    def copy_with(self, args):
        return type(self)(self.__origin__, args, inst=self._inst, name=self._name)

    def __repr__(self):
        name = f"typing.{self._name}" if self._name else _type_repr(self.__origin__)
        args = ", ".join([_type_repr(each) for each in self.__args__])
        return f"{name}[{args or '()'}]"

    def __reduce__(self):
        origin = globals()[self._name] if self._name else self.__origin__
        args = self.__args__
        return operator.getitem, (origin, args[0] if len(args) == 1 else args)

    def __mro_entries__(self, bases):
        origin = self.__origin__
        if isinstance(origin, _SpecialForm):
            raise TypeError(f"Cannot subclass {self!r}")
        if self._name:
            return super().__mro_entries__(bases)
        if origin is Generic:
            if Protocol in bases:
                return ()
            for each in bases[bases.index(self) + 1:]:
                if isinstance(each, _BaseGenericAlias) and each is not self:
                    return ()
        return (origin,)

    def __iter__(self):
        yield Unpack[self]


def _all_parameters(args):
    found = []
    for each in args:
        inner = _all_parameters(each) if type(each) is tuple else _parameters_of((each,))
        found.extend([parameter for parameter in inner if parameter not in found])
    return (*found,)


class _SpecialGenericAlias(_BaseGenericAlias):
    # List, Dict and so on without arguments.
    __iter__ = None

    def __init__(self, origin, nparams, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name or origin.__name__)
        self._nparams = nparams
        super().__setattr__("__module__", "typing")

    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        params = (*[_type_check(each, "Parameters to generic types must be types.")
                    for each in params],)
        _check_count(self, len(params), self._nparams)
        return self.copy_with(params)

    def copy_with(self, params):
        return _GenericAlias(self.__origin__, params, inst=self._inst, name=self._name)

    def __repr__(self):
        return f"typing.{self._name}"

    def __reduce__(self):
        return self._name

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialGenericAlias):
            return issubclass(cls.__origin__, self.__origin__)
        if isinstance(cls, _GenericAlias):
            return super().__subclasscheck__(cls)
        return issubclass(cls, self.__origin__)


class _UnionGenericAlias(_GenericAlias):
    __iter__ = None

    def copy_with(self, args):
        return Union[args]

    def __reduce__(self):
        return operator.getitem, (Union, self.__args__)

    def __eq__(self, other):
        if not isinstance(other, (_UnionGenericAlias, types.UnionType)):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        args = self.__args__
        if len(args) == 2:
            for index in (0, 1):
                if args[index] is type(None):
                    return f"typing.Optional[{_type_repr(args[1 - index])}]"
        return f"typing.Union[{', '.join([_type_repr(each) for each in args])}]"

    def __call__(self, *args, **kwargs):
        raise TypeError("Cannot instantiate typing.Union")

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        for each in self.__args__:
            if issubclass(cls, each):
                return True
        return False


class _LiteralGenericAlias(_GenericAlias):
    def _pairs(self):
        return {(value, type(value)) for value in self.__args__}

    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        return self._pairs() == other._pairs()

    def __hash__(self):
        return hash(frozenset(self._pairs()))

    def __repr__(self):
        return f"typing.Literal[{', '.join([_type_repr(value) for value in self.__args__])}]"


class _ConcatenateGenericAlias(_GenericAlias):
    def copy_with(self, args):
        if isinstance(args[-1], (list, tuple)):
            return (*args[:-1], *args[-1])
        if isinstance(args[-1], _ConcatenateGenericAlias):
            args = (*args[:-1], *args[-1].__args__)
        return super().copy_with(args)


class _UnpackGenericAlias(_GenericAlias):
    def __repr__(self):
        return f"*{self.__args__[0]!r}"

    def __getitem__(self, args):
        if self.__typing_is_unpacked_typevartuple__:
            return args
        return super().__getitem__(args)

    @property
    def __typing_is_unpacked_typevartuple__(self):
        return isinstance(self.__args__[0], TypeVarTuple)

    @property
    def __typing_unpacked_tuple_args__(self):
        inner = self.__args__[0]
        return inner.__args__ if isinstance(inner, (_GenericAlias, GenericAlias)) else None


class _CallableGenericAlias(_GenericAlias):
    __iter__ = None

    def __reduce__(self):
        args = self.__args__
        if not (len(args) == 2 and _is_parameter_list(args[0])):
            args = (list(args[:-1]), args[-1])
        return operator.getitem, (Callable, args)

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and _is_parameter_list(args[0]):
            return super().__repr__()
        return (f"typing.Callable[[{', '.join([_type_repr(each) for each in args[:-1]])}], "
                f"{_type_repr(args[-1])}]")


class _CallableType(_SpecialGenericAlias):
    def copy_with(self, params):
        return _CallableGenericAlias(self.__origin__, params, inst=self._inst, name=self._name)

    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        args, result = params
        result = _type_check(result, "Callable[args, result]: result must be a type.")
        if isinstance(args, list):
            args = [_type_convert(each) for each in args]
        else:
            args = [_type_convert(args)]
        return self.copy_with((*args, result))


class _TupleType(_SpecialGenericAlias):
    def __getitem__(self, params):
        params = _unpacked(params if isinstance(params, tuple) else (params,))
        message = "Tuple[t0, t1, ...]: each t must be a type."
        if len(params) >= 2 and params[-1] is ...:
            return self.copy_with((*[_type_check(each, message) for each in params[:-1]], ...))
        return self.copy_with((*[_type_check(each, message) for each in params],))


# --- Generic and Protocol ---

class Generic:
    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, params):
        if not isinstance(params, tuple):
            params = (params,)
        params = _unpacked([_type_convert(each) for each in params])
        if cls is Generic or cls is Protocol:
            if not params:
                raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
            for each in params:
                if not _is_parameter(each) and not isinstance(each, _UnpackGenericAlias):
                    raise TypeError(f"Parameters to {cls.__name__}[...] must all be type "
                                    "variables or parameter specification variables.")
            if len(set(params)) != len(params):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
            return _GenericAlias(cls, params)
        parameters = cls.__parameters__
        if not parameters:
            raise TypeError(f"{cls!r} is not a generic class")
        bound = _bind(cls, parameters, params)
        return _GenericAlias(cls, _filled(parameters, bound, False))

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get("__orig_bases__")
        if Generic in (cls.__bases__ if bases is None else bases) and (
                bases is not None
                or cls.__name__ != "Protocol" and type(cls) is not _TypedDictMeta):
            raise TypeError("Cannot inherit from plain Generic")
        if bases is None:
            cls.__parameters__ = ()
            return
        found = _all_parameters(bases)
        declared = None
        for base in bases:
            if isinstance(base, _GenericAlias) and base.__origin__ in (Generic, Protocol):
                if base.__origin__ is Generic or declared is None:
                    if declared is not None and base.__origin__ is Generic:
                        raise TypeError("Cannot inherit from Generic[...] multiple types.")
                    declared = base
        if declared is not None and declared.__origin__ is Generic:
            missing = [each for each in found if each not in declared.__parameters__]
            if missing:
                raise TypeError(f"Some type variables ({', '.join(map(str, missing))}) are not "
                                "listed in Generic"
                                f"[{', '.join(map(str, declared.__parameters__))}]")
            found = declared.__parameters__
        cls.__parameters__ = found


_no_protocol_attributes = frozenset({
    "__parameters__", "__orig_bases__", "__orig_class__", "_is_protocol", "_is_runtime_protocol",
    "__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__init__", "__module__",
    "__new__", "__slots__", "__subclasshook__", "__weakref__", "__class_getitem__", "__qualname__",
    "_abc_impl", "__final__"})
_only_runtime = "Instance and class checks can only be used with @runtime_checkable protocols"


def _protocol_attributes(cls):
    names = {}
    for base in cls.__mro__[:-1]:
        if base.__name__ not in ("Protocol", "Generic"):
            for name in [*base.__dict__, *base.__dict__.get("__annotations__", {})]:
                if name not in _no_protocol_attributes:
                    names[name] = None
    return list(names)


def _has_methods_only(cls):
    for name in _protocol_attributes(cls):
        if not callable(getattr(cls, name, None)):
            return False
    return True


def _protocol_init(self, *args, **kwargs):
    # A protocol has no __init__; a class that inherits from one has what stands behind it.
    cls = type(self)
    if cls._is_protocol:
        raise TypeError("Protocols cannot be instantiated")
    if cls.__init__ is not _protocol_init:
        return
    for base in cls.__mro__:
        init = base.__dict__.get("__init__", _protocol_init)
        if init is not _protocol_init:
            cls.__init__ = init
            break
    cls.__init__(self, *args, **kwargs)


def _protocol_hook(cls, other):
    if not cls.__dict__.get("_is_protocol", False):
        return NotImplemented
    # Behind three frames of abc: does a script ask, or abc itself on its way to other classes?
    within_abc = sys._getframe(4).f_globals.get("__name__") in ("abc", "functools")
    if not getattr(cls, "_is_runtime_protocol", False):
        if within_abc:
            return NotImplemented
        raise TypeError(_only_runtime)
    if not _has_methods_only(cls):
        if within_abc:
            return NotImplemented
        raise TypeError("Protocols with non-method members don't support issubclass()")
    if not isinstance(other, type):
        raise TypeError("issubclass() arg 1 must be a class")
    for name in _protocol_attributes(cls):
        for base in other.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
            if getattr(other, "_is_protocol", False) and name in base.__dict__.get(
                    "__annotations__", ()):
                break
        else:
            return NotImplemented
    return True


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        is_protocol = getattr(cls, "_is_protocol", False)
        if not is_protocol:
            return super().__instancecheck__(instance)
        if not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError(_only_runtime)
        if _has_methods_only(cls) and issubclass(instance.__class__, cls):
            return True
        for name in _protocol_attributes(cls):
            if not hasattr(instance, name) or (callable(getattr(cls, name, None))
                                               and getattr(instance, name) is None):
                return super().__instancecheck__(instance)
        return True


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get("_is_protocol", False):
            cls._is_protocol = Protocol in cls.__bases__
        if "__subclasshook__" not in cls.__dict__:
            cls.__subclasshook__ = classmethod(_protocol_hook)
        if not cls._is_protocol:
            return
        for base in cls.__bases__:
            if not (base in (object, Generic, Protocol)
                    or base.__module__ == "collections.abc" and base.__name__ in _allowed_abcs
                    or base.__module__ == "contextlib" and base.__name__ in _allowed_managers
                    or issubclass(base, Generic) and base._is_protocol):
                raise TypeError(f"Protocols can only inherit from other protocols, got {base!r}")
        if cls.__init__ is Protocol.__init__ or "__init__" not in cls.__dict__:
            cls.__init__ = _protocol_init


_allowed_abcs = ("Callable", "Awaitable", "Iterable", "Iterator", "AsyncIterable", "Hashable",
                 "Sized", "Container", "Collection", "Reversible")
_allowed_managers = ("AbstractContextManager", "AbstractAsyncContextManager")


def runtime_checkable(cls):
    if not issubclass(cls, Generic) or not cls._is_protocol:
        raise TypeError("@runtime_checkable can be only applied to protocol classes, "
                        f"got {cls!r}")
    cls._is_runtime_protocol = True
    return cls


# --- Annotated ---

class _AnnotatedAlias(_GenericAlias):
    __iter__ = None

    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, (origin,), name="Annotated")
        self.__metadata__ = metadata

    def copy_with(self, params):
        return _AnnotatedAlias(params[0], self.__metadata__)

    def __reduce__(self):
        return operator.getitem, (Annotated, (self.__origin__, *self.__metadata__))

    def __repr__(self):
        data = ", ".join([repr(each) for each in self.__metadata__])
        return f"typing.Annotated[{_type_repr(self.__origin__)}, {data}]"

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __getattr__(self, name):
        if name in ("__name__", "__qualname__"):
            return "Annotated"
        return super().__getattr__(name)

    def __mro_entries__(self, bases):
        return (self.__origin__,)


class Annotated:
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        raise TypeError("Type Annotated cannot be instantiated.")

    def __class_getitem__(cls, params):
        if not isinstance(params, tuple) or len(params) < 2:
            raise TypeError("Annotated[...] should be used with at least two arguments (a type "
                            "and an annotation).")
        origin = _type_check(params[0], "Annotated[t, ...]: t must be a type.", special=True)
        return _AnnotatedAlias(origin, params[1:])

    def __init_subclass__(cls, *args, **kwargs):
        raise TypeError(f"Cannot subclass {cls.__module__}.Annotated")


# --- names for classes of other modules ---

_alias = _SpecialGenericAlias
_abc = collections.abc
Hashable = _alias(_abc.Hashable, 0)
Awaitable = _alias(_abc.Awaitable, 1)
Coroutine = _alias(_abc.Coroutine, 3)
AsyncIterable = _alias(_abc.AsyncIterable, 1)
AsyncIterator = _alias(_abc.AsyncIterator, 1)
Iterable = _alias(_abc.Iterable, 1)
Iterator = _alias(_abc.Iterator, 1)
Reversible = _alias(_abc.Reversible, 1)
Sized = _alias(_abc.Sized, 0)
Container = _alias(_abc.Container, 1)
Collection = _alias(_abc.Collection, 1)
Callable = _CallableType(_abc.Callable, 2)
AbstractSet = _alias(_abc.Set, 1, name="AbstractSet")
MutableSet = _alias(_abc.MutableSet, 1)
Mapping = _alias(_abc.Mapping, 2)
MutableMapping = _alias(_abc.MutableMapping, 2)
Sequence = _alias(_abc.Sequence, 1)
MutableSequence = _alias(_abc.MutableSequence, 1)
ByteString = _alias(_abc.ByteString, 0)
Tuple = _TupleType(tuple, -1, inst=False, name="Tuple")
List = _alias(list, 1, inst=False, name="List")
Deque = _alias(collections.deque, 1, name="Deque")
Set = _alias(set, 1, inst=False, name="Set")
FrozenSet = _alias(frozenset, 1, inst=False, name="FrozenSet")
MappingView = _alias(_abc.MappingView, 1)
KeysView = _alias(_abc.KeysView, 1)
ItemsView = _alias(_abc.ItemsView, 2)
ValuesView = _alias(_abc.ValuesView, 1)
ContextManager = _alias(contextlib.AbstractContextManager, 1, name="ContextManager")
AsyncContextManager = _alias(contextlib.AbstractAsyncContextManager, 1,
                             name="AsyncContextManager")
Dict = _alias(dict, 2, inst=False, name="Dict")
DefaultDict = _alias(collections.defaultdict, 2, name="DefaultDict")
OrderedDict = _alias(collections.OrderedDict, 2)
Counter = _alias(collections.Counter, 1)
ChainMap = _alias(collections.ChainMap, 2)
Generator = _alias(_abc.Generator, 3)
AsyncGenerator = _alias(_abc.AsyncGenerator, 2)
Type = _alias(type, 1, inst=False, name="Type")
Pattern = _alias(re.Pattern, 1)
Match = _alias(re.Match, 1)
Text = str


def _in_typing(*parameters):
    for each in parameters:
        each.__module__ = "typing"
    return parameters if len(parameters) > 1 else parameters[0]


T = _in_typing(TypeVar("T"))
KT, VT = _in_typing(TypeVar("KT"), TypeVar("VT"))
T_co, T_contra = _in_typing(TypeVar("T_co", covariant=True),
                            TypeVar("T_contra", contravariant=True))
AnyStr = _in_typing(TypeVar("AnyStr", bytes, str))


@runtime_checkable
class SupportsInt(Protocol):
    __slots__ = ()

    @abstractmethod
    def __int__(self) -> int:
        pass


@runtime_checkable
class SupportsFloat(Protocol):
    __slots__ = ()

    @abstractmethod
    def __float__(self) -> float:
        pass


@runtime_checkable
class SupportsComplex(Protocol):
    __slots__ = ()

    @abstractmethod
    def __complex__(self) -> complex:
        pass


@runtime_checkable
class SupportsBytes(Protocol):
    __slots__ = ()

    @abstractmethod
    def __bytes__(self) -> bytes:
        pass


@runtime_checkable
class SupportsIndex(Protocol):
    __slots__ = ()

    @abstractmethod
    def __index__(self) -> int:
        pass


@runtime_checkable
class SupportsAbs(Protocol[T_co]):
    __slots__ = ()

    @abstractmethod
    def __abs__(self) -> T_co:
        pass


@runtime_checkable
class SupportsRound(Protocol[T_co]):
    __slots__ = ()

    @abstractmethod
    def __round__(self, ndigits: int = 0) -> T_co:
        pass


class IO(Generic[AnyStr]):
    __slots__ = ()


class BinaryIO(IO[bytes]):
    __slots__ = ()


class TextIO(IO[str]):
    __slots__ = ()


# --- NamedTuple ---

_no_override = frozenset({"__new__", "__init__", "__slots__", "__getnewargs__", "_fields",
                          "_field_defaults", "_field_types", "_make", "_replace", "_asdict",
                          "_source"})
_not_copied = frozenset({"__module__", "__name__", "__annotations__", "__qualname__",
                         "__orig_bases__"})


def _named_tuple(name, types, module, defaults=()):
    types = {field: _type_check(each, f"field {field} annotation must be a type")
             for field, each in types.items()}
    made = collections.namedtuple(name, list(types), defaults=defaults, module=module)
    made.__annotations__ = types
    return made


class NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError("can only inherit from a NamedTuple type and Generic")
        bases = (*[tuple if base is _NamedTuple else base for base in bases],)
        types = ns.get("__annotations__", {})
        defaults = []
        for name in types:
            if name in ns:
                defaults.append(name)
            elif defaults:
                raise TypeError(f"Non-default namedtuple field {name} cannot follow default field"
                                f"{'s' if len(defaults) > 1 else ''} {', '.join(defaults)}")
        made = _named_tuple(typename, types, ns["__module__"], [ns[name] for name in defaults])
        made.__bases__ = bases
        if Generic in bases:
            made.__class_getitem__ = classmethod(Generic.__dict__["__class_getitem__"].__func__)
        for key, value in ns.items():
            if key in _no_override:
                raise AttributeError(f"Cannot overwrite NamedTuple attribute {key}")
            if key not in _not_copied and key not in made._fields:
                setattr(made, key, value)
        if "__orig_bases__" in ns:
            made.__orig_bases__ = ns["__orig_bases__"]
        if Generic in bases:
            made.__init_subclass__()
        return made


def NamedTuple(typename, fields=None, /, **kwargs):
    if fields is None:
        fields = kwargs.items()
    elif kwargs:
        raise TypeError("Either list of fields or keywords can be provided to NamedTuple, "
                        "not both")
    made = _named_tuple(typename, dict(fields), _caller_module())
    made.__orig_bases__ = (NamedTuple,)
    return made


_NamedTuple = type.__new__(NamedTupleMeta, "NamedTuple", (), {})


def _named_tuple_entries(bases):
    return (_NamedTuple,)


NamedTuple.__mro_entries__ = _named_tuple_entries


# --- TypedDict ---

class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict "
                                "base class")
        made_bases = (Generic, dict) if [base for base in bases if issubclass(base, Generic)] else (
            dict,)
        own = {key: _type_check(each, "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be "
                                "a type", module=ns.get("__module__"), special=True)
               for key, each in ns.get("__annotations__", {}).items()}
        made = type.__new__(_TypedDictMeta, name, made_bases, ns)
        annotations, required, optional = {}, set(), set()
        for base in bases:
            annotations.update(base.__dict__.get("__annotations__", {}))
            theirs = base.__dict__.get("__required_keys__", frozenset())
            required |= theirs
            optional -= theirs
            theirs = base.__dict__.get("__optional_keys__", frozenset())
            optional |= theirs
            required -= theirs
        annotations.update(own)
        for key, each in own.items():
            origin = get_origin(each)
            if origin is Annotated:
                origin = get_origin(get_args(each)[0])
            is_required = total if origin not in (Required, NotRequired) else origin is Required
            (required if is_required else optional).add(key)
            (optional if is_required else required).discard(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        if "__total__" not in made.__dict__:
            made.__total__ = total
        return made

    def __call__(cls, /, *args, **kwargs):
        return dict(*args, **kwargs)

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __instancecheck__ = __subclasscheck__


def TypedDict(typename, fields=None, /, *, total=True, **kwargs):
    if fields is None:
        fields = kwargs
    elif kwargs:
        raise TypeError("TypedDict takes either a dict or keyword arguments, but not both")
    made = _TypedDictMeta(typename, (), {"__annotations__": dict(fields),
                                         "__module__": _caller_module()}, total=total)
    made.__orig_bases__ = (TypedDict,)
    return made


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {})


def _typed_dict_entries(bases):
    return (_TypedDict,)


TypedDict.__mro_entries__ = _typed_dict_entries


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


# --- functions ---

class NewType:
    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        self.__module__ = _caller_module()

    def __call__(self, x):
        return x

    def __mro_entries__(self, bases):
        name = self.__name__

        class Refusing:  # it knows what the class is to be called
            def __init_subclass__(cls):
                wanted = cls.__name__
                raise TypeError("Cannot subclass an instance of NewType. Perhaps you were looking "
                                f"for: `{wanted} = NewType({wanted!r}, {name})`")

        return (Refusing,)

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __reduce__(self):
        return self.__qualname__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


def cast(typ, val):
    return val


def assert_type(val, typ, /):
    return val


_ASSERT_NEVER_REPR_MAX_LENGTH = 100


def assert_never(arg, /):
    shown = repr(arg)
    if len(shown) > _ASSERT_NEVER_REPR_MAX_LENGTH:
        shown = shown[:_ASSERT_NEVER_REPR_MAX_LENGTH] + "..."
    raise AssertionError(f"Expected code to be unreachable, but got: {shown}")


def reveal_type(obj, /):
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False,
                        field_specifiers=(), **kwargs):
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            "eq_default": eq_default, "order_default": order_default,
            "kw_only_default": kw_only_default, "field_specifiers": field_specifiers,
            "kwargs": kwargs}
        return cls_or_fn

    return decorator


def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass  # its class takes no attributes
    return f


def no_type_check(arg):
    if isinstance(arg, type):
        for value in list(arg.__dict__.values()):
            value = getattr(value, "__func__", value)
            if isinstance(value, (types.FunctionType, type)) and value.__qualname__.startswith(
                    f"{arg.__qualname__}."):
                no_type_check(value)
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass
    return arg


def no_type_check_decorator(decorator):
    @functools.wraps(decorator)
    def wrapped(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))

    return wrapped


_overloads = {}  # (module, name): {line: function}


def _overload_dummy(*args, **kwds):
    raise NotImplementedError(
        "You should not call an overloaded function. A series of @overload-decorated functions "
        "outside a stub module should always be followed by an implementation that is not "
        "@overload-ed.")


def overload(func):
    inner = getattr(func, "__func__", func)
    try:
        place = (inner.__module__, inner.__qualname__)
        _overloads.setdefault(place, {})[inner.__code__.co_firstlineno] = func
    except AttributeError:
        pass
    return _overload_dummy


def get_overloads(func):
    func = getattr(func, "__func__", func)
    return list(_overloads.get((func.__module__, func.__qualname__), {}).values())


def clear_overloads():
    _overloads.clear()


# --- looking into annotations ---

def get_origin(tp):
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_BaseGenericAlias, GenericAlias, ParamSpecArgs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    return types.UnionType if isinstance(tp, types.UnionType) else None


def get_args(tp):
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, (_GenericAlias, GenericAlias)):
        args = tp.__args__
        if tp.__origin__ is collections.abc.Callable and not (
                len(args) == 2 and _is_parameter_list(args[0])):
            return (list(args[:-1]), args[-1])
        return args
    return tp.__args__ if isinstance(tp, types.UnionType) else ()


def _eval_type(tp, globalns, localns, recursive_guard=frozenset()):
    if isinstance(tp, ForwardRef):
        return tp._evaluate(globalns, localns, recursive_guard)
    if not isinstance(tp, (_GenericAlias, GenericAlias, types.UnionType)):
        return tp
    args = tp.__args__
    if isinstance(tp, GenericAlias):
        args = (*[ForwardRef(each) if isinstance(each, str) else each for each in args],)
        if tp.__unpacked__:
            return _eval_type(Unpack[GenericAlias(tp.__origin__, args)], globalns, localns,
                              recursive_guard)
    made = (*[_eval_type(each, globalns, localns, recursive_guard) for each in args],)
    return tp if made == tp.__args__ else _with_args(tp, made)


def _with_args(tp, args):
    if isinstance(tp, GenericAlias):
        return GenericAlias(tp.__origin__, args)
    if isinstance(tp, types.UnionType):
        return functools.reduce(lambda left, right: left | right, args)
    return tp.copy_with(args)


def _strip_annotations(tp):
    if isinstance(tp, _AnnotatedAlias):
        return _strip_annotations(tp.__origin__)
    if get_origin(tp) in (Required, NotRequired):
        return _strip_annotations(tp.__args__[0])
    if not isinstance(tp, (_GenericAlias, GenericAlias, types.UnionType)):
        return tp
    args = (*[_strip_annotations(each) for each in tp.__args__],)
    return tp if args == tp.__args__ else _with_args(tp, args)


def _class_hints(cls, globalns, localns):
    hints = {}
    for base in reversed(cls.__mro__):
        names, more = globalns, localns
        if globalns is None:
            module = sys.modules.get(base.__module__)
            names = {} if module is None else module.__dict__
        if localns is None:
            more = dict(base.__dict__)
            if globalns is None:
                names, more = more, names  # a class's own names come second
        annotations = base.__dict__.get("__annotations__", {})
        if isinstance(annotations, types.GetSetDescriptorType):
            continue
        for name, value in annotations.items():
            if value is None:
                value = type(None)
            if isinstance(value, str):
                value = ForwardRef(value, is_argument=False, is_class=True)
            hints[name] = _eval_type(value, names, more)
    return hints


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    if getattr(obj, "__no_type_check__", None):
        return {}
    if isinstance(obj, type):
        hints = _class_hints(obj, globalns, localns)
    else:
        if globalns is None:
            if isinstance(obj, types.ModuleType):
                globalns = obj.__dict__
            else:
                inner = obj
                while hasattr(inner, "__wrapped__"):
                    inner = inner.__wrapped__
                globalns = getattr(inner, "__globals__", {})
            if localns is None:
                localns = globalns
        elif localns is None:
            localns = globalns
        annotations = getattr(obj, "__annotations__", None)
        if annotations is None:
            if isinstance(obj, (types.BuiltinFunctionType, types.FunctionType, types.MethodType,
                                types.ModuleType, types.WrapperDescriptorType,
                                types.MethodWrapperType, types.MethodDescriptorType)):
                return {}
            raise TypeError(f"{obj!r} is not a module, class, method, or function.")
        hints = dict(annotations)
        for name, value in hints.items():
            if value is None:
                value = type(None)
            if isinstance(value, str):
                value = ForwardRef(value, is_argument=not isinstance(obj, types.ModuleType))
            hints[name] = _eval_type(value, globalns, localns)
    if include_extras:
        return hints
    return {name: _strip_annotations(each) for name, each in hints.items()}
