# The prelude: what list[int] makes.


class GenericAlias:
    __slots__ = ("__origin__", "__args__", "__parameters__", "__unpacked__")
    __module__ = "types"

    def __init__(self, origin, args):
        set_attribute = _object_setattr
        set_attribute(self, "__origin__", origin)
        set_attribute(self, "__args__", args if _type_of(args) is _tuple else (args,))
        set_attribute(self, "__parameters__", _parameters_of(self.__args__))
        set_attribute(self, "__unpacked__", False)

    def __reduce__(self):
        return (_GenericAlias, (self.__origin__, self.__args__))

    def __call__(self, *args, **keywords):
        made = self.__origin__(*args, **keywords)
        try:
            made.__orig_class__ = self
        except (_AttributeError, _TypeError):
            pass
        return made

    def __getattr__(self, name):
        if name[:2] == "__" and name not in _alias_attributes:
            raise _AttributeError(f"type object '{self.__origin__.__name__}' has no attribute "
                                  f"'{name}'")
        return _getattr(self.__origin__, name)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __getitem__(self, item):
        return _substituted(self, item if _type_of(item) is _tuple else (item,))

    def __or__(self, other):
        return _type_or(self, other)

    def __ror__(self, other):
        return _type_or(other, self)

    def __eq__(self, other):
        if not _isinstance(other, _GenericAlias):
            return _NotImplemented
        return self.__origin__ is other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return _hash_of(self.__origin__) ^ _hash_of(self.__args__)

    def __instancecheck__(self, object):
        raise _TypeError("isinstance() argument 2 cannot be a parameterized generic")

    def __subclasscheck__(self, cls):
        raise _TypeError("issubclass() argument 2 cannot be a parameterized generic")

    def __repr__(self):
        args = [_alias_argument(each) for each in self.__args__]
        star = "*" if self.__unpacked__ else ""
        return f"{star}{_alias_argument(self.__origin__)}[{', '.join(args) or '()'}]"

    @property
    def __typing_unpacked_tuple_args__(self):
        return self.__args__ if self.__unpacked__ and self.__origin__ is _tuple else None

    def __iter__(self):
        made = _GenericAlias(self.__origin__, self.__args__)
        _object_setattr(made, "__unpacked__", True)
        yield made


def _parameters_of(args):
    # The type variables among the arguments, each once, those inside of other aliases too.
    found = []
    for each in args:
        if _isinstance(each, _type):
            continue
        if _special(each, "__typing_subst__") is not None:
            inner = (each,)
        else:
            inner = _getattr(each, "__parameters__", ())
            if _type_of(inner) is not _tuple:
                continue
        for parameter in inner:
            if parameter not in found:
                _append(found, parameter)
    return (*found,)


def _substituted(alias, items):
    return _GenericAlias(alias.__origin__, _filled_args(alias, items))


def _filled_args(alias, given):
    parameters = alias.__parameters__
    if not parameters:
        raise _TypeError(f"{alias!r} is not a generic class")
    items = []
    for item in given:
        # *tuple[int, str] is two items, *tuple[int, ...] is one.
        inner = None
        if not _isinstance(item, _type):
            inner = _getattr(item, "__typing_unpacked_tuple_args__", None)
        if inner is None or inner and inner[-1] is _ellipsis:
            inner = (item,)
        items.extend(inner)
    items = (*items,)
    for parameter in parameters:
        prepare = _getattr(parameter, "__typing_prepare_subst__", None)
        if prepare is not None:
            items = prepare(alias, items)
            if _type_of(items) is not _tuple:
                items = (items,)
    count = _length(items)
    if count != _length(parameters):
        few = "few" if count < _length(parameters) else "many"
        raise _TypeError(f"Too {few} arguments for {alias!r}; actual {count}, "
                         f"expected {_length(parameters)}")
    values = {}
    for parameter, item in zip(parameters, items):
        values[parameter] = item
    made = []
    for each in alias.__args__:
        if not _isinstance(each, _type) and _special(each, "__typing_subst__") is not None:
            _append(made, each.__typing_subst__(values[each]))
            continue
        inner = () if _isinstance(each, _type) else _getattr(each, "__parameters__", ())
        if _type_of(inner) is not _tuple or not inner:
            _append(made, each)
            continue
        given = []
        for parameter in inner:
            value = values[parameter]
            if _type_of(value) is _tuple:
                given.extend(value)
            else:
                _append(given, value)
        value = each[(*given,)]
        if _getattr(each, "__typing_is_unpacked_typevartuple__", False) is True:
            made.extend(value)
        else:
            _append(made, value)
    return (*made,)


_alias_attributes = ("__name__", "__qualname__", "__module__", "__doc__")
_object_setattr = object.__setattr__


def _alias_argument(each):
    if each is _ellipsis:
        return "..."
    if _isinstance(each, _list):
        return f"[{', '.join([_alias_argument(item) for item in each])}]"
    if _isinstance(each, _type):
        module = each.__module__
        return each.__qualname__ if module == "builtins" else f"{module}.{each.__qualname__}"
    return _repr(each)


_ellipsis = ...
_GenericAlias = GenericAlias
del GenericAlias
