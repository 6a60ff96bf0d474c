# enum: classes whose instances are few and have names. The class statement's namespace (_EnumDict)
# tells members from the rest; each is made where type.__new__ asks for names (_Proto).
import sys
import _meada
from types import DynamicClassAttribute, MappingProxyType

__all__ = ["EnumType", "EnumMeta", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum",
           "auto", "unique", "property", "verify", "member", "nonmember", "FlagBoundary", "STRICT",
           "CONFORM", "EJECT", "KEEP", "global_flag_repr", "global_enum_repr", "global_str",
           "global_enum", "EnumCheck", "CONTINUOUS", "NAMED_FLAGS", "UNIQUE",
           "pickle_by_global_name", "pickle_by_enum_name"]

# Their own class statements find that they are not there yet.
Enum = Flag = ReprEnum = KEEP = STRICT = None


class _Null:
    def __repr__(self):
        return "_auto_null"


_auto_null = _Null()


class auto:
    def __init__(self, value=_auto_null):
        self.value = value

    def __repr__(self):
        return f"auto({self.value!r})"


class nonmember(object):
    def __init__(self, value):
        self.value = value


class member(object):
    def __init__(self, value):
        self.value = value


class property(DynamicClassAttribute):
    # Of members; where the class is asked, a member of that name.
    name = clsname = None

    def __get__(self, instance, ownerclass=None):
        if instance is not None:
            if self.fget is not None:
                return self.fget(instance)
            raise AttributeError(f"{ownerclass!r} member has no attribute {self.name!r}")
        try:
            return ownerclass._member_map_[self.name]
        except KeyError:
            raise AttributeError(f"{ownerclass!r} has no attribute {self.name!r}") from None

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f"<enum {self.clsname!r}> cannot set attribute {self.name!r}")
        return self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError(f"<enum {self.clsname!r}> cannot delete attribute {self.name!r}")
        return self.fdel(instance)

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__


# --- the class statement ---

def _is_descriptor(value):
    return (hasattr(value, "__get__") or hasattr(value, "__set__")
            or hasattr(value, "__delete__"))


def _is_dunder(name):
    return (len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_"
            and name[-3] != "_")


def _is_sunder(name):
    return (len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_")


def _is_private(cls_name, name):
    start = f"_{cls_name}__"
    return (len(name) > len(start) and name.startswith(start) and name[-2:] != "__")


_known_sunders = ("_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_",
                  "_iter_member_", "_iter_member_by_value_", "_iter_member_by_def_")


class _EnumDict(dict):
    def __init__(self):
        super().__init__()
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False
        self._cls_name = None

    def __setitem__(self, key, value):
        if _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            value = self._sunder(key, value)
        elif _is_dunder(key):
            if key == "__order__":
                key = "_order_"
        elif key in self._member_names:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif not _is_descriptor(value):
            if key in self:
                raise TypeError(f"{key!r} already defined as {self[key]!r}")
            if isinstance(value, member):
                value = value.value
            elif isinstance(value, auto):
                value = self._automatic(key, value)
            elif type(value) is tuple:
                value = (*[self._automatic(key, each, True) for each in value],)
            self._member_names[key] = None
            self._last_values.append(value)
        super().__setitem__(key, value)

    def _sunder(self, key, value):
        if key not in _known_sunders:
            raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
        if key == "_generate_next_value_":
            if self._auto_called:
                raise TypeError("_generate_next_value_ must be defined before members")
            function = value.__func__ if isinstance(value, staticmethod) else value
            self._generate_next_value = function
        elif key == "_ignore_":
            value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
            self._ignore = value
            taken = set(value) & set(self._member_names)
            if taken:
                raise ValueError(f"_ignore_ cannot specify already set names: {taken!r}")
        return value

    def _automatic(self, key, value, within=False):
        # within: the tuple that is the value; the next number counts from both.
        if not isinstance(value, auto):
            return value
        if value.value is _auto_null:
            value.value = self._generate_next_value(key, 1, len(self._member_names),
                                                    self._last_values[:])
            self._auto_called = True
        if within:
            self._last_values.append(value.value)
        return value.value

    def update(self, members, **more_members):
        pairs = members.items() if hasattr(members, "keys") else members
        for name, value in [*pairs, *more_members.items()]:
            self[name] = value


class _Proto:
    # Stands for a member until the class is there.
    def __init__(self, value):
        self.value = value

    def __set_name__(self, cls, name):
        delattr(cls, name)
        value = self.value
        args = value if type(value) is tuple and cls._member_type_ is not tuple else (value,)
        made = cls._new_member_(cls, *args) if cls._use_args_ else cls._new_member_(cls)
        if not hasattr(made, "_value_"):
            made._value_ = _value_of(cls, value, args)
        value = made._value_
        if Flag is not None and issubclass(cls, Flag):
            _widen(cls, value)
        made._name_ = name
        made.__objclass__ = cls
        made.__init__(*args)
        made._sort_order_ = len(cls._member_names_)
        first = _same_value(cls, value)
        if first is None:
            if Flag is None or not issubclass(cls, Flag) or _is_single_bit(value):
                cls._member_names_.append(name)
        else:
            made = first
        _put_member(cls, name, made)
        cls._member_map_[name] = made
        try:
            cls._value2member_map_.setdefault(value, made)
        except TypeError:
            cls._unhashable_values_.append(value)


def _value_of(cls, value, args):
    if cls._member_type_ is object:
        return value
    try:
        return cls._member_type_(*args)
    except Exception as error:
        raise TypeError("_value_ not set in __new__, unable to create it") from error


def _is_single_bit(value):
    return isinstance(value, int) and value > 0 and value & value - 1 == 0


def _widen(cls, value):
    mask = cls._flag_mask_
    mask |= value
    cls._flag_mask_ = mask
    if _is_single_bit(value):
        cls._singles_mask_ |= value
    cls._all_bits_ = 2 ** mask.bit_length() - 1


def _same_value(cls, value):
    try:
        return cls._value2member_map_.get(value)
    except TypeError:
        for each in cls._member_map_.values():
            if each._value_ == value:
                return each


def _put_member(cls, name, made):
    # A member called `name` or `value` shares the place with the property of that name.
    for base in cls.__mro__[1:]:
        found = base.__dict__.get(name)
        if isinstance(found, DynamicClassAttribute):
            shared = property(found.fget, found.fset, found.fdel)
            shared.__set_name__(cls, name)
            setattr(cls, name, shared)
            return
    setattr(cls, name, made)


def _data_type(class_name, bases):
    found = []
    for chain in bases:
        candidate = None
        for base in chain.__mro__:
            if base is object:
                continue
            if isinstance(base, EnumType):
                if base._member_type_ is not object:
                    found.append(base._member_type_)
                    break
            elif "__new__" in base.__dict__ or "__dataclass_fields__" in base.__dict__:
                found.append(candidate or base)
                break
            else:
                candidate = candidate or base
    found = set(found)
    if len(found) > 1:
        raise TypeError(f"too many data types for {class_name!r}: {found!r}")
    return found.pop() if found else object


def _data_repr(bases):
    for chain in bases:
        for base in chain.__mro__:
            if base is object:
                continue
            if isinstance(base, EnumType):
                return base._value_repr_
            if "__repr__" in base.__dict__:
                return base.__dict__["__repr__"]
    return None


def _find_new(namespace, member_type, first_enum):
    # (what makes a member, whether the class statement brought it)
    own = namespace.get("__new__")
    if own is not None:
        return own, first_enum is not None
    plain = (None, object.__new__, Enum.__new__ if Enum is not None else None)
    for method in ("__new_member__", "__new__"):
        for holder in (member_type, first_enum):
            found = getattr(holder, method, None)
            if found not in plain:
                return found, False
    return object.__new__, False


class EnumType(type):
    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        namespace = _EnumDict()
        namespace._cls_name = cls
        first_enum = metacls._get_mixins_(cls, bases)[1]
        if first_enum is not None:
            function = getattr(first_enum, "_generate_next_value_", None)
            dict.__setitem__(namespace, "_generate_next_value_", function)
            namespace._generate_next_value = function
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        namespace = dict(classdict)
        names = classdict._member_names
        for name in [*classdict._ignore, "_ignore_"]:
            namespace.pop(name, None)
        wrong = set(names) & {"mro", ""}
        if wrong:
            raise ValueError(f"invalid enum member name(s) "
                             f"{','.join([repr(name) for name in wrong])}")
        order = namespace.pop("_order_", None)
        if isinstance(order, str):
            order = order.replace(",", " ").split()
        function = namespace.get("_generate_next_value_")
        if function is not None and not isinstance(function, staticmethod):
            namespace["_generate_next_value_"] = staticmethod(function)
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        make, is_own = _find_new(namespace, member_type, first_enum)
        for name in names:
            namespace[name] = _Proto(namespace[name])
        namespace["_new_member_"] = make
        namespace["_use_args_"] = make is not object.__new__
        namespace["_member_names_"] = []
        namespace["_member_map_"] = {}
        namespace["_value2member_map_"] = {}
        namespace["_unhashable_values_"] = []
        namespace["_member_type_"] = member_type
        namespace["_value_repr_"] = _data_repr(bases)
        if boundary is None:
            boundary = getattr(first_enum, "_boundary_", None)
        if boundary is not None:
            namespace["_boundary_"] = boundary
            namespace["_flag_mask_"] = namespace["_singles_mask_"] = namespace["_all_bits_"] = 0
            namespace["_inverted_"] = None
        try:
            made = super().__new__(metacls, cls, bases, namespace, **kwds)
        except RuntimeError as error:
            problem = error.__cause__ or error
        else:
            problem = None
        if problem is not None:
            raise problem
        metacls._finish(made, namespace, bases, member_type, first_enum, is_own)
        if order is not None:
            metacls._check_order(made, order)
        return made

    def _finish(cls, namespace, bases, member_type, first_enum, is_own):
        # What members do comes from the enumeration, not from the data they are made of.
        settled = set(namespace)
        if ReprEnum is not None and ReprEnum in bases:
            for name in ("__format__", "__str__"):
                if name not in settled:
                    method = getattr(member_type, name)
                    if method is object.__str__:
                        method = member_type.__repr__
                    setattr(cls, name, method)
                    settled.add(name)
        if first_enum is not None:
            for name in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
                if name not in settled and getattr(cls, name) in (getattr(member_type, name),
                                                                  getattr(object, name)):
                    setattr(cls, name, getattr(first_enum, name))
        if Flag is not None and issubclass(cls, Flag):
            for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__",
                         "__invert__"):
                if name not in namespace:
                    setattr(cls, name, getattr(Flag, name))
            members = [each._value_ for each in cls._member_map_.values()
                       if _is_single_bit(each._value_)]
            if members != sorted(members):
                cls._iter_member_ = cls._iter_member_by_def_
        if Enum is not None:
            if is_own:
                cls.__new_member__ = cls.__new__
            cls.__new__ = Enum.__new__

    def _check_order(cls, order):
        order = [name for name in order
                 if name in cls._member_names_ or name not in cls._member_map_]
        if order != cls._member_names_:
            raise TypeError("member order does not match _order_:\n"
                            f"  {cls._member_names_!r}\n  {order!r}")

    def __init__(cls, *args, **kwds):
        pass

    def __bool__(cls):
        return True

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1,
                 boundary=None):
        if names is None:
            try:
                return cls._value2member_map_[value]
            except (KeyError, TypeError):
                pass
            return cls.__new__(cls, value)
        if module is None:
            module = sys._getframe(1).f_globals.get("__name__")
        return cls._create_(value, names, module=module, qualname=qualname, type=type,
                            start=start, boundary=boundary)

    def __contains__(cls, member):
        if not isinstance(member, Enum):
            raise TypeError("unsupported operand type(s) for 'in': "
                            f"'{type(member).__qualname__}' and '{type(cls).__qualname__}'")
        return isinstance(member, cls) and member._name_ in cls._member_map_

    def __delattr__(cls, attr):
        if attr in cls.__dict__.get("_member_map_", ()):
            raise AttributeError(f"{cls.__name__!r} cannot delete member {attr!r}.")
        super().__delattr__(attr)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def __getattr__(cls, name):
        raise AttributeError(name)

    def __dir__(cls):
        names = {"__class__", "__contains__", "__doc__", "__getitem__", "__init_subclass__",
                 "__iter__", "__len__", "__members__", "__module__", "__name__", "__qualname__",
                 *cls._member_names_}
        if cls._new_member_ is not object.__new__:
            names.add("__new__")
        if cls._member_type_ is not object:
            names.update(dir(cls._member_type_))
        return sorted(names)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return map(cls._member_map_.__getitem__, cls._member_names_)

    def __reversed__(cls):
        return map(cls._member_map_.__getitem__, reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    def __repr__(cls):
        kind = "flag" if Flag is not None and issubclass(cls, Flag) else "enum"
        return f"<{kind} {cls.__name__!r}>"

    # On the class only, and no name that a member could not have.
    __members__ = _meada.root("builtins").property(
        lambda cls: MappingProxyType(cls._member_map_))

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1,
                 boundary=None):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        first_enum = metacls._get_mixins_(class_name, bases)[1]
        namespace = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            values = []
            for count, name in enumerate(names):
                values.append(first_enum._generate_next_value_(name, start, count, values[:]))
            names = list(zip(names, values))
        for each in names:
            name, value = (each, names[each]) if isinstance(each, str) else each
            namespace[name] = value
        namespace["__module__"] = module
        if qualname is not None:
            namespace["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, namespace, boundary=boundary)

    def _convert_(cls, name, module, filter, source=None, *, boundary=None, as_global=False):
        # An enumeration of a module's constants, in their place.
        names = sys.modules[module].__dict__
        found = names if source is None else source.__dict__
        members = [(each, value) for each, value in found.items() if filter(each)]
        try:
            members.sort(key=lambda pair: (pair[1], pair[0]))
        except TypeError:
            members.sort(key=lambda pair: pair[0])
        made = cls._create_(name, members, module=module, boundary=boundary or KEEP)
        made.__reduce_ex__ = pickle_by_global_name
        if as_global:
            global_enum(made)
        else:
            names.update(made.__members__)
        names[name] = made
        return made

    @classmethod
    def _check_for_existing_members_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError(f"<enum {class_name!r}> cannot extend {base!r}")

    @classmethod
    def _get_mixins_(mcls, class_name, bases):
        if not bases:
            return object, Enum
        if not isinstance(bases[-1], EnumType):
            raise TypeError("new enumerations should be created as "
                            "`EnumName([mixin_type, ...] [data_type,] enum_type)`")
        return _data_type(class_name, bases), bases[-1]


EnumMeta = EnumType


# --- enumerations ---

class Enum(metaclass=EnumType):
    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for each in cls._member_map_.values():
                if each._value_ == value:
                    return each
        if not cls._member_map_:
            raise TypeError(f"{cls!r} has no members defined")
        problem = result = None
        try:
            result = cls._missing_(value)
        except Exception as error:
            problem = error
        if isinstance(result, cls):
            return result
        if Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and isinstance(
                result, int):
            return result
        invalid = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        if problem is None:
            if result is None:
                raise invalid
            problem = TypeError(f"error in {cls.__name__}._missing_: returned {result!r} instead "
                                "of None or a valid member")
        if not isinstance(problem, ValueError):
            problem.__context__ = invalid
        raise problem

    def __init__(self, *args, **kwds):
        pass

    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            return max(last_values) + 1
        except TypeError:
            pass
        for value in reversed(last_values):
            try:
                return value + 1
            except TypeError:
                pass
        return start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        cls = self.__class__
        show = cls._value_repr_ or repr
        return f"<{cls.__name__}.{self._name_}: {show(self._value_)}>"

    def __str__(self):
        return f"{self.__class__.__name__}.{self._name_}"

    def __dir__(self):
        members = self._member_map_
        names = set() if self._member_type_ is object else set(object.__dir__(self))
        names.update([name for name in self.__dict__ if name[0] != "_" and name not in members])
        for cls in type(self).__mro__:
            for name, found in cls.__dict__.items():
                if name[0] != "_" and (name not in members or isinstance(found, property)
                                       and found.fget is not None):
                    names.add(name)
        return sorted(names | {"__class__", "__doc__", "__eq__", "__hash__", "__module__"})

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    __hash__ = _meada.method(_meada.hash_of_name)  # a member is often a key

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_


class ReprEnum(Enum):
    pass


class IntEnum(int, ReprEnum):
    pass


class StrEnum(str, ReprEnum):
    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f"{values[0]!r} is not a string")
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError(f"encoding must be a string, not {values[1]!r}")
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError(f"errors must be a string, not {values[2]!r}")
        value = str(*values)
        made = str.__new__(cls, value)
        made._value_ = value
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


# --- flags ---

def _iter_bits_lsb(value):
    if value < 0:
        raise ValueError(f"{value!r} is not a positive integer")
    while value:
        bit = value & -value
        yield bit
        value ^= bit


def bin(num, max_bits=None):
    # Two's complement, the sign apart.
    width = max(num.bit_length(), max_bits or 0)
    return f"0b{1 if num < 0 else 0} {num & (1 << width) - 1:0{width}b}"


class Flag(Enum, boundary=STRICT):
    _numeric_repr_ = repr

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not count:
            return start if start is not None else 1
        last = max(last_values)
        try:
            return 2 ** last.bit_length()
        except Exception:
            raise TypeError(f"invalid flag value {last!r}") from None

    @classmethod
    def _iter_member_by_value_(cls, value):
        for bit in _iter_bits_lsb(value & cls._flag_mask_):
            yield cls._value2member_map_.get(bit)

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        yield from sorted(cls._iter_member_by_value_(value), key=lambda each: each._sort_order_)

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        mask, all_bits, boundary = cls._flag_mask_, cls._all_bits_, cls._boundary_
        asked = value
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ mask):
            if boundary is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError(f"{cls!r} invalid value {value!r}\n    given {bin(value, width)}"
                                 f"\n  allowed {bin(mask, width)}")
            if boundary is CONFORM:
                value &= mask
            elif boundary is EJECT:
                return value
            elif boundary is KEEP:
                if value < 0:
                    value += max(all_bits + 1, 2 ** value.bit_length())
            else:
                raise ValueError(f"{cls!r} unknown flag boundary {boundary!r}")
        if value < 0:
            value += all_bits + 1
        made = cls._value2member_map_.get(value)
        if made is None:
            made = cls._pseudo_member(value)
            cls._value2member_map_[value] = made
        if asked < 0:
            cls._value2member_map_[asked] = made
        return made

    @classmethod
    def _pseudo_member(cls, value):
        kind = cls._member_type_
        made = object.__new__(cls) if kind is object else kind.__new__(cls, value)
        if not hasattr(made, "_value_"):
            made._value_ = value
        members, combined = [], 0
        for each in cls._iter_member_(value & cls._singles_mask_):
            members.append(each)
            combined |= each._value_
        if value & ~cls._singles_mask_:
            for each in cls._member_map_.values():
                bits = each._value_
                if bits and bits & value == bits and each not in members:
                    members.append(each)
                    combined |= bits
        name = "|".join([each._name_ for each in members])
        unknown = value ^ combined
        if not combined:
            name = None
        elif unknown:
            if cls._boundary_ is STRICT:
                raise ValueError(f"{cls!r}: no members with value {unknown!r}")
            name += f"|{cls._numeric_repr_(unknown)}"
        made._name_ = name
        return made

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': "
                            f"{type(other).__qualname__!r} and {self.__class__.__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        cls = self.__class__
        show = cls._value_repr_ or repr
        name = cls.__name__ if self._name_ is None else f"{cls.__name__}.{self._name_}"
        return f"<{name}: {show(self._value_)}>"

    def __str__(self):
        cls = self.__class__
        if self._name_ is None:
            return f"{cls.__name__}({self._value_!r})"
        return f"{cls.__name__}.{self._name_}"

    def __bool__(self):
        return bool(self._value_)

    def _get_value(self, flag):
        if isinstance(flag, self.__class__):
            return flag._value_
        if self._member_type_ is not object and isinstance(flag, self._member_type_):
            return flag
        return NotImplemented

    def __or__(self, other):
        value = self._get_value(other)
        return value if value is NotImplemented else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._get_value(other)
        return value if value is NotImplemented else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._get_value(other)
        return value if value is NotImplemented else self.__class__(self._value_ ^ value)

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__

    def __invert__(self):
        if self._inverted_ is None:
            value = ~self._value_
            if self._boundary_ is not EJECT and self._boundary_ is not KEEP:
                value &= self._singles_mask_
            self._inverted_ = self.__class__(value)
        return self._inverted_


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    pass


# --- checks and ways to show ---

def unique(enumeration):
    doubles = [(alias, each.name) for alias, each in enumeration.__members__.items()
               if alias != each.name]
    if doubles:
        raise ValueError(f"duplicate values found in {enumeration!r}: "
                         + ", ".join([f"{alias} -> {name}" for alias, name in doubles]))
    return enumeration


class EnumCheck(StrEnum):
    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        name = enumeration.__name__
        is_flag = issubclass(enumeration, Flag)
        if not is_flag and not issubclass(enumeration, Enum):
            raise TypeError("the 'verify' decorator only works with Enum and Flag")
        for check in self.checks:
            if check is UNIQUE:
                aliases = [f"{alias} -> {each.name}"
                           for alias, each in enumeration.__members__.items()
                           if alias != each.name]
                if aliases:
                    raise ValueError(f"aliases found in {enumeration!r}: {', '.join(aliases)}")
            elif check is CONTINUOUS:
                _verify_continuous(enumeration, name, is_flag)
            elif check is NAMED_FLAGS:
                _verify_named(enumeration, name)
        return enumeration


def _verify_continuous(enumeration, name, is_flag):
    values = [each.value for each in enumeration]
    if len(values) < 2:
        return
    if is_flag:
        missing = [1 << bit for bit in range(min(values).bit_length(),
                                             max(values).bit_length() - 1)]
    else:
        missing = range(min(values) + 1, max(values))
    missing = [str(value) for value in missing if value not in values]
    if missing:
        kind = "flag" if is_flag else "enum"
        raise ValueError(f"invalid {kind} {name!r}: missing values {', '.join(missing)}")


def _verify_named(enumeration, name):
    values = [each.value for each in enumeration]
    wrong, missing_bits = [], 0
    for alias_name, alias in enumeration._member_map_.items():
        if alias_name in enumeration._member_names_ or alias.value < 0:
            continue
        missing = [bit for bit in _iter_bits_lsb(alias.value) if bit not in values]
        if missing:
            wrong.append(alias_name)
            for bit in missing:
                missing_bits |= bit
    if wrong:
        if len(wrong) == 1:
            text = f"alias {wrong[0]} is missing"
        else:
            text = f"aliases {', '.join(wrong[:-1])} and {wrong[-1]} are missing"
        raise ValueError(f"invalid Flag {name!r}: {text} combined values of "
                         f"{hex(missing_bits)} [use enum.show_flag_values(value) for details]")


def show_flag_values(value):
    return list(_iter_bits_lsb(value))


def _module_of(self):
    return self.__class__.__module__.split(".")[-1]


def global_enum_repr(self):
    return f"{_module_of(self)}.{self._name_}"


def global_flag_repr(self):
    module, cls = _module_of(self), self.__class__
    if self._name_ is None:
        return f"{module}.{cls.__name__}({self._value_!r})"
    return "|".join([part if part[0].isdigit() else f"{module}.{part}"
                     for part in self._name_.split("|")])


def global_str(self):
    return f"{self.__class__.__name__}({self._value_!r})" if self._name_ is None else self._name_


def global_enum(cls, update_str=False):
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if update_str or not issubclass(cls, ReprEnum):
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls


def pickle_by_global_name(self, proto):
    return self.name


def pickle_by_enum_name(self, proto):
    return getattr, (self.__class__, self._name_)
