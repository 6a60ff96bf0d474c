# The prelude: what `int | str` makes.


class _UnionType:
    __slots__ = ("__args__",)
    __module__ = "types"

    def __new__(cls, *args, **keywords):
        raise _TypeError("cannot create 'types.UnionType' instances")

    @property
    def __parameters__(self):
        return _parameters_of(self.__args__)

    def __getitem__(self, item):
        made = None
        for each in _filled_args(self, item if _type_of(item) is _tuple else (item,)):
            made = each if made is None else made | each
        return made

    def __or__(self, other):
        return _type_or(self, other)

    def __ror__(self, other):
        return _type_or(other, self)

    def __eq__(self, other):
        if not _isinstance(other, _UnionType):
            return _NotImplemented
        return _set(self.__args__) == _set(other.__args__)

    def __hash__(self):
        return _hash_of(_frozenset(self.__args__))

    def __instancecheck__(self, object):
        return _isinstance(object, self.__args__)

    def __subclasscheck__(self, cls):
        return _issubclass(cls, self.__args__)

    def __repr__(self):
        return " | ".join([_union_member(each) for each in self.__args__])


def _union_member(each):
    if each is _type_of(None):
        return "None"
    if _isinstance(each, _type):
        module = each.__module__
        return each.__qualname__ if module == "builtins" else f"{module}.{each.__qualname__}"
    return _repr(each)


_UnionType.__name__ = _UnionType.__qualname__ = "UnionType"


def _type_or(left, right):
    members = []
    for side in (left, right):
        if side is None:
            side = _type_of(None)
        if _isinstance(side, _UnionType):
            parts = side.__args__
        elif _isinstance(side, _type) or _special(side, "__parameters__") is not None:
            parts = (side,)
        else:
            return _NotImplemented
        for part in parts:
            if part not in members:
                _append(members, part)
    if _length(members) == 1:
        return members[0]
    union = _object.__new__(_UnionType)
    union.__args__ = (*members,)
    return union
