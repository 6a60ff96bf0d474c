# dataclasses: methods written from a class's annotations. As in CPython they are made of a text
# that exec() runs, so that a call of one is one frame.
import sys
import _meada
import abc
import types
from keyword import iskeyword
from reprlib import recursive_repr

__all__ = ["dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING",
           "fields", "asdict", "astuple", "make_dataclass", "replace", "is_dataclass"]


class FrozenInstanceError(AttributeError):
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return "<factory>"


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass


KW_ONLY = _KW_ONLY_TYPE()


class _FIELD_BASE:
    __slots__ = ("name",)

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD = _FIELD_BASE("_FIELD")
_FIELD_CLASSVAR = _FIELD_BASE("_FIELD_CLASSVAR")
_FIELD_INITVAR = _FIELD_BASE("_FIELD_INITVAR")

_FIELDS, _PARAMS, _POST_INIT_NAME = "__dataclass_fields__", "__dataclass_params__", "__post_init__"


class InitVar:
    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        is_class = isinstance(self.type, type) and type(self.type) is not types.GenericAlias
        return f"dataclasses.InitVar[{self.type.__name__ if is_class else repr(self.type)}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare",
                 "metadata", "kw_only", "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = types.MappingProxyType({} if metadata is None else metadata)
        self.kw_only = kw_only
        self._field_type = None

    @recursive_repr()
    def __repr__(self):
        return (f"Field(name={self.name!r},type={self.type!r},default={self.default!r},"
                f"default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},"
                f"hash={self.hash!r},compare={self.compare!r},metadata={self.metadata!r},"
                f"kw_only={self.kw_only!r},_field_type={self._field_type})")

    def __set_name__(self, owner, name):
        hook = getattr(type(self.default), "__set_name__", None)
        if hook:
            hook(self.default, owner, name)

    __class_getitem__ = classmethod(types.GenericAlias)


class _DataclassParams:
    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen")

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen

    def __repr__(self):
        return (f"_DataclassParams(init={self.init!r},repr={self.repr!r},eq={self.eq!r},"
                f"order={self.order!r},unsafe_hash={self.unsafe_hash!r},frozen={self.frozen!r})")


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None,
          compare=True, metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


# --- the methods ---

def _function(cls, name, parameters, lines, values, annotations=None):
    # `values`: what the text finds under names of its own.
    text = (f"def _make({', '.join(values)}):\n"
            f" def {name}({', '.join(parameters)}):\n"
            + "\n".join([f"  {line}" for line in lines])
            + f"\n return {name}")
    module = sys.modules.get(cls.__module__)
    namespace = {}
    exec(text, {} if module is None else module.__dict__, namespace)
    made = namespace["_make"](**values)
    made.__qualname__ = f"{cls.__qualname__}.{name}"
    if annotations is not None:
        made.__annotations__ = annotations
    return made


_object_setattr = object.__setattr__


def _init_function(cls, every, std_fields, kw_only_fields, frozen, has_post_init, slots):
    seen_default = False
    for each in std_fields:
        if each.init:
            if each.default is not MISSING or each.default_factory is not MISSING:
                seen_default = True
            elif seen_default:
                raise TypeError(f"non-default argument {each.name!r} follows default argument")
    self_name = "__dataclass_self__" if "self" in [each.name for each in every] else "self"
    values = {"_given": _HAS_DEFAULT_FACTORY, "_set": _object_setattr}
    lines = []
    for each in every:
        value = _initial_value(each, values, slots)
        if value is None or each._field_type is _FIELD_INITVAR:
            continue
        if frozen:
            lines.append(f"_set({self_name}, {each.name!r}, {value})")
        else:
            lines.append(f"{self_name}.{each.name} = {value}")
    if has_post_init:
        names = [each.name for each in every if each._field_type is _FIELD_INITVAR]
        lines.append(f"{self_name}.{_POST_INIT_NAME}({', '.join(names)})")
    parameters = [self_name, *[_parameter(each) for each in std_fields]]
    if kw_only_fields:
        parameters += ["*", *[_parameter(each) for each in kw_only_fields]]
    annotations = {each.name: each.type for each in [*std_fields, *kw_only_fields]}
    annotations["return"] = None
    return _function(cls, "__init__", parameters, lines or ["pass"], values, annotations)


def _initial_value(each, values, slots):
    # As a text; None: it is the class's attribute, or nothing.
    default = f"_default_{each.name}"
    if each.default_factory is not MISSING:
        values[default] = each.default_factory
        if not each.init:
            return f"{default}()"
        return f"{default}() if {each.name} is _given else {each.name}"
    if each.default is not MISSING:
        values[default] = each.default
    if each.init:
        return each.name
    return default if slots and each.default is not MISSING else None


def _parameter(each):
    if each.default is not MISSING:
        return f"{each.name}=_default_{each.name}"
    return each.name if each.default_factory is MISSING else f"{each.name}=_given"


_shown = set()  # what each thread is showing


def _repr_function(cls, shown_fields):
    parts = ", ".join([f"{each.name}={{self.{each.name}!r}}" for each in shown_fields])
    lines = ["key = _id(self), _thread()",
             "if key in _shown: return '...'",
             "_shown.add(key)",
             f"try: return f\"{{self.__class__.__qualname__}}({parts})\"",
             "finally: _shown.discard(key)"]
    values = {"_id": id, "_thread": _meada.thread_self, "_shown": _shown}
    return _function(cls, "__repr__", ["self"], lines, values)


def _tuple_text(name, compared):
    return f"({''.join([f'{name}.{each.name},' for each in compared])})"


def _comparison(cls, name, sign, compared):
    lines = ["if other.__class__ is self.__class__:",
             f" return {_tuple_text('self', compared)}{sign}{_tuple_text('other', compared)}",
             "return NotImplemented"]
    return _function(cls, name, ["self", "other"], lines, {})


def _hash_function(cls, hashed):
    return _function(cls, "__hash__", ["self"], [f"return hash({_tuple_text('self', hashed)})"],
                     {})


def _frozen_functions(cls, every):
    names = [each.name for each in every]

    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    for made in (__setattr__, __delattr__):
        made.__qualname__ = f"{cls.__qualname__}.{made.__name__}"
    return __setattr__, __delattr__


def _set_new_attribute(cls, name, value):
    if name in cls.__dict__:
        return True
    setattr(cls, name, value)
    return False


# --- annotations ---

def _word(text):
    # The identifier in front, and what comes behind it.
    text = text.lstrip()
    end = 0
    while end < len(text) and (text[end].isalnum() or text[end] == "_"):
        end += 1
    return text[:end], text[end:].lstrip()


def _stands_for(annotation, cls, module, test):
    # Whether an annotation, maybe a text, is what `test` looks for in `module`.
    if not isinstance(annotation, str):
        return test(annotation)
    name, rest = _word(annotation)
    holder = sys.modules.get(cls.__module__)
    if not name or holder is None:
        return False
    names = holder.__dict__
    if rest[:1] == ".":
        if names.get(name) is not module:
            return False
        names, name = module.__dict__, _word(rest[1:])[0]
    return test(names.get(name))


def _is_class_var(annotation, cls):
    typing = sys.modules.get("typing")
    if typing is None:
        return False

    def test(found):
        return (found is typing.ClassVar
                or type(found) is typing._GenericAlias and found.__origin__ is typing.ClassVar)

    return _stands_for(annotation, cls, typing, test)


def _is_init_var(annotation, cls):
    return _stands_for(annotation, cls, sys.modules[__name__],
                       lambda found: found is InitVar or type(found) is InitVar)


def _is_kw_only(annotation, cls):
    return _stands_for(annotation, cls, sys.modules[__name__], lambda found: found is KW_ONLY)


def _field_of(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        made = default
    else:
        if isinstance(default, types.MemberDescriptorType):
            default = MISSING
        made = field(default=default)
    made.name = name
    made.type = annotation
    made._field_type = _FIELD
    if _is_class_var(annotation, cls):
        made._field_type = _FIELD_CLASSVAR
    elif _is_init_var(annotation, cls):
        made._field_type = _FIELD_INITVAR
    if made._field_type is not _FIELD and made.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if made._field_type is not _FIELD_CLASSVAR:
        if made.kw_only is MISSING:
            made.kw_only = kw_only
    elif made.kw_only is not MISSING:
        raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    if made._field_type is _FIELD and made.default.__class__.__hash__ is None:
        raise ValueError(f"mutable default {type(made.default)} for field {name} is not allowed: "
                         "use default_factory")
    return made


def _own_fields(cls, kw_only):
    found = []
    seen = False
    for name, annotation in cls.__dict__.get("__annotations__", {}).items():
        if _is_kw_only(annotation, cls):
            if seen:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            seen = kw_only = True
        else:
            found.append(_field_of(cls, name, annotation, kw_only))
    return found


def _annotation_text(annotation):
    # As inspect shows it in a signature.
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, type) and type(annotation) is not types.GenericAlias:
        if annotation.__module__ == "builtins":
            return annotation.__qualname__
        return f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation)


def _doc(cls, std_fields, kw_only_fields):
    def show(each):
        text = f"{each.name}: {_annotation_text(each.type)}"
        if each.default is not MISSING:
            return f"{text} = {each.default!r}"
        return text if each.default_factory is MISSING else f"{text} = <factory>"

    parts = [show(each) for each in std_fields]
    if kw_only_fields:
        parts += ["*", *[show(each) for each in kw_only_fields]]
    return f"{cls.__name__}({', '.join(parts)})"


def _doc_of_others(cls):
    # Where the __init__ is not made here.
    if cls.__init__ is object.__init__ and type(cls).__call__ is type.__call__:
        return f"{cls.__name__}()"
    from inspect import signature
    try:
        return cls.__name__ + str(signature(cls)).replace(" -> None", "")
    except (TypeError, ValueError):
        return cls.__name__


# --- the decorator ---

def _inherited_fields(cls):
    found = {}
    has_base = any_frozen = False
    for base in cls.__mro__[-1:0:-1]:
        theirs = getattr(base, _FIELDS, None)
        if theirs is not None:
            has_base = True
            found.update(theirs)
            any_frozen = any_frozen or getattr(base, _PARAMS).frozen
    return found, has_base, any_frozen


def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots,
                   weakref_slot):
    found, has_base, any_frozen = _inherited_fields(cls)
    setattr(cls, _PARAMS, _DataclassParams(init, repr, eq, order, unsafe_hash, frozen))
    for each in _own_fields(cls, kw_only):
        found[each.name] = each
        if isinstance(getattr(cls, each.name, None), Field):
            if each.default is MISSING:
                delattr(cls, each.name)
            else:
                setattr(cls, each.name, each.default)
    annotations = cls.__dict__.get("__annotations__", {})
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    if has_base:
        if any_frozen and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if not any_frozen and frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    setattr(cls, _FIELDS, found)
    own_hash = cls.__dict__.get("__hash__", MISSING)
    has_hash = own_hash is not MISSING and not (own_hash is None and "__eq__" in cls.__dict__)
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    in_init = [each for each in found.values() if each._field_type is not _FIELD_CLASSVAR]
    std_fields = [each for each in in_init if each.init and not each.kw_only]
    kw_only_fields = [each for each in in_init if each.init and each.kw_only]
    has_init = "__init__" in cls.__dict__
    if init:
        _set_new_attribute(cls, "__init__",
                           _init_function(cls, in_init, std_fields, kw_only_fields, frozen,
                                          hasattr(cls, _POST_INIT_NAME), slots))
    real = [each for each in found.values() if each._field_type is _FIELD]
    _add_methods(cls, real, repr, eq, order, frozen)
    _add_hash(cls, real, unsafe_hash, eq, frozen, has_hash)
    if not getattr(cls, "__doc__"):
        if init and not has_init and type(cls).__call__ is type.__call__:
            cls.__doc__ = _doc(cls, std_fields, kw_only_fields)
        else:
            cls.__doc__ = _doc_of_others(cls)
    if match_args:
        _set_new_attribute(cls, "__match_args__", (*[each.name for each in std_fields],))
    if slots:
        cls = _with_slots(cls, [each.name for each in real], frozen, weakref_slot)
    elif weakref_slot:
        raise TypeError("weakref_slot is True but slots is False")
    abc.update_abstractmethods(cls)
    return cls


def _add_methods(cls, real, repr, eq, order, frozen):
    if repr:
        _set_new_attribute(cls, "__repr__", _repr_function(cls, [each for each in real
                                                                 if each.repr]))
    compared = [each for each in real if each.compare]
    if eq:
        _set_new_attribute(cls, "__eq__", _comparison(cls, "__eq__", "==", compared))
    if order:
        for name, sign in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            if _set_new_attribute(cls, name, _comparison(cls, name, sign, compared)):
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}. "
                                "Consider using functools.total_ordering")
    if frozen:
        for function in _frozen_functions(cls, real):
            if _set_new_attribute(cls, function.__name__, function):
                raise TypeError(f"Cannot overwrite attribute {function.__name__} in class "
                                f"{cls.__name__}")


def _add_hash(cls, real, unsafe_hash, eq, frozen, has_hash):
    if has_hash:
        if unsafe_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
    elif unsafe_hash or eq and frozen:
        hashed = [each for each in real if (each.compare if each.hash is None else each.hash)]
        cls.__hash__ = _hash_function(cls, hashed)
    elif eq:
        cls.__hash__ = None


def _slots_of(cls):
    slots = cls.__dict__.get("__slots__")
    if slots is None:
        return []
    if hasattr(slots, "__next__"):
        raise TypeError(f"Slots of {cls.__name__!r} cannot be determined")
    return [slots] if isinstance(slots, str) else list(slots)


def _dataclass_getstate(self):
    return [getattr(self, each.name) for each in fields(self)]


def _dataclass_setstate(self, state):
    for each, value in zip(fields(self), state):
        object.__setattr__(self, each.name, value)


def _with_slots(cls, names, frozen, weakref_slot):
    # Slots cannot be added to a class that is there: another one takes its place.
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    namespace = dict(cls.__dict__)
    inherited = [slot for base in cls.__mro__[1:-1] for slot in _slots_of(base)]
    wanted = [*names, "__weakref__"] if weakref_slot else names
    namespace["__slots__"] = (*[name for name in wanted if name not in inherited],)
    for name in [*names, "__dict__", "__weakref__"]:
        namespace.pop(name, None)
    qualname = cls.__qualname__
    cls = type(cls)(cls.__name__, cls.__bases__, namespace)
    cls.__qualname__ = qualname
    if frozen:
        if "__getstate__" not in namespace:
            cls.__getstate__ = _dataclass_getstate
        if "__setstate__" not in namespace:
            cls.__setstate__ = _dataclass_setstate
    return cls


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
              frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only,
                              slots, weakref_slot)

    return wrap if cls is None else wrap(cls)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True,
                   order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False,
                   slots=False, weakref_slot=False):
    annotations, defaults = {}, {}
    for item in fields:
        if isinstance(item, str):
            name, annotation = item, "typing.Any"
        elif len(item) == 2:
            name, annotation = item
        elif len(item) == 3:
            name, annotation, defaults[item[0]] = item
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = annotation

    def fill(body):
        body.update({} if namespace is None else namespace)
        body.update(defaults)
        body["__annotations__"] = annotations

    cls = types.new_class(cls_name, bases, {}, fill)
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash,
                     frozen=frozen, match_args=match_args, kw_only=kw_only, slots=slots,
                     weakref_slot=weakref_slot)


# --- using them ---

def fields(class_or_instance):
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return (*[each for each in found.values() if each._field_type is _FIELD],)


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    cls = obj if isinstance(obj, type) and type(obj) is not types.GenericAlias else type(obj)
    return hasattr(cls, _FIELDS)


_atomic = frozenset({type(None), bool, int, float, complex, str, bytes, type(...),
                     type(NotImplemented), type, range, property, types.FunctionType,
                     types.CodeType, types.BuiltinFunctionType})


def _copied(obj, instance):
    # What stands in fields, with `instance` for the dataclasses in it; the rest as deepcopy does.
    cls = type(obj)
    if cls in _atomic:
        return obj
    if hasattr(cls, _FIELDS):
        return instance(obj)
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return cls(*[_copied(each, instance) for each in obj])
    if isinstance(obj, (list, tuple)):
        return cls([_copied(each, instance) for each in obj])
    if isinstance(obj, dict):
        return cls([(_copied(key, instance), _copied(value, instance))
                    for key, value in obj.items()])
    from copy import deepcopy
    return deepcopy(obj)


def asdict(obj, *, dict_factory=dict):
    def instance(obj):
        pairs = [(each.name, _copied(getattr(obj, each.name), instance)) for each in fields(obj)]
        return dict(pairs) if dict_factory is dict else dict_factory(pairs)

    if not _is_dataclass_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return instance(obj)


def astuple(obj, *, tuple_factory=tuple):
    def instance(obj):
        return tuple_factory([_copied(getattr(obj, each.name), instance) for each in fields(obj)])

    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return instance(obj)


def replace(obj, /, **changes):
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for each in getattr(obj, _FIELDS).values():
        name = each.name
        if each._field_type is _FIELD_CLASSVAR:
            continue
        if not each.init:
            if name in changes:
                raise ValueError(f"field {name} is declared with init=False, it cannot be "
                                 "specified with replace()")
        elif name not in changes:
            if each._field_type is _FIELD_INITVAR and each.default is MISSING:
                raise ValueError(f"InitVar {name!r} must be specified with replace()")
            changes[name] = getattr(obj, name)
    return obj.__class__(**changes)
