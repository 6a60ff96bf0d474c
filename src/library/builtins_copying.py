# The prelude: __reduce_ex__ and __getstate__, which copy and pickle ask.


def _copyreg(name):
    # The function of that name: of module copyreg once that is imported.
    module = _meada.root("modules").get("copyreg")
    return _prelude_names[f"_copyreg_{name}"] if module is None else _getattr(module, name)


def _copyreg___newobj__(cls, *args):
    return cls.__new__(cls, *args)


def _copyreg___newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _copyreg__reconstructor(cls, base, state):
    if base is _object:
        return _object.__new__(cls)
    made = base.__new__(cls, state)
    if base.__init__ != _object.__init__:
        base.__init__(made, state)
    return made


for _each in ("__newobj__", "__newobj_ex__", "_reconstructor"):
    _function = _prelude_names[f"_copyreg_{_each}"]
    _function.__name__ = _function.__qualname__ = _each
    _function.__module__ = "copyreg"


def _slot_names(cls):
    names = []
    for each in cls.__mro__:
        slots = each.__dict__.get("__slots__", ())
        if _isinstance(slots, _str_type):
            slots = (slots,)
        for name in slots:
            if name not in ("__dict__", "__weakref__"):
                if name[:2] == "__" and name[-2:] != "__":
                    stripped = each.__name__.lstrip("_")
                    name = f"_{stripped}{name}" if stripped else name
                _append(names, name)
    return names


def _getstate(object):
    state = _meada.instance_state(object)
    if state is False or state is _NotImplemented:
        state = _getattr(object, "__dict__", None)
        if not _isinstance(state, _dict) or not state:
            state = None
    return _with_slots(object, state)


def _with_slots(object, state):
    names = _slot_names(_type_of(object))
    if not names:
        return state
    slots = {}
    for name in names:
        value = _getattr(object, name, _missing)
        if value is not _missing:
            slots[name] = value
    return (state, slots) if slots else state


# Built-in types whose objects are made of nothing that could be written down.
_reducible = (_object, _list, _dict, _set, _frozenset, _int, _float, _complex, _str_type, _bytes,
              _bytearray, _tuple, _BaseException)
# Modules of C whose classes say no more of themselves than Python's do.
_described = ("itertools", "unittest", "operator", "random")


def _built_in_base(cls):
    for each in cls.__mro__:
        if each in _reducible:
            return each
        if not _is_heap_type(each):
            return None


def _is_heap_type(cls):
    return cls.__dict__.get("__module__") is not None


def _reduce_ex(object, protocol):
    if not _isinstance(protocol, _int):
        raise _TypeError(f"'{_name(protocol)}' object cannot be interpreted as an integer")
    own = _special(object, "__reduce__")
    if own is not _object_reduce:
        return _bound(object, "__reduce__")()
    return _reduce(object, protocol)


_object_reduce = _object.__dict__["__reduce__"]
_object_getstate = _object.__dict__["__getstate__"]


def _reduce(object, protocol):
    cls = _type_of(object)
    if protocol < 2:
        return _reduce_old(object, cls)
    base = _object
    state = _meada.instance_state(object)
    if state is _NotImplemented:
        base = _built_in_base(cls)
    own_state = _special(object, "__getstate__") is not _object_getstate
    if base is None or (state is False and not own_state and
                        cls.__module__.partition(".")[0] not in _described):
        raise _no_pickle(object)
    arguments, keywords = _new_arguments(object, base)
    if own_state:
        state = _bound(object, "__getstate__")()
    elif state is False or state is _NotImplemented:
        state = _getstate(object)
    else:
        state = _with_slots(object, state)
    items = _iter(object) if _isinstance(object, _list) else None
    pairs = _iter(object.items()) if _isinstance(object, _dict) else None
    if keywords:
        return (_copyreg("__newobj_ex__"), (cls, arguments, keywords), state, items, pairs)
    return (_copyreg("__newobj__"), (cls, *arguments), state, items, pairs)


def _no_pickle(object):
    name = _name(object)
    if name in ("code", "memoryview"):
        return _TypeError(f"cannot pickle {name} objects")
    return _TypeError(f"cannot pickle '{name}' object")


def _new_arguments(object, base):
    method = _bound(object, "__getnewargs_ex__")
    if method is not None:
        both = method()
        if not _isinstance(both, _tuple):
            raise _TypeError(f"__getnewargs_ex__ should return a tuple, not '{_name(both)}'")
        if _length(both) != 2:
            raise _ValueError("__getnewargs_ex__ should return a tuple of length 2, not "
                              f"{_length(both)}")
        for value, kind, which in ((both[0], _tuple, "first"), (both[1], _dict, "second")):
            if not _isinstance(value, kind):
                raise _TypeError(f"{which} item of the tuple returned by __getnewargs_ex__ must "
                                 f"be a {kind.__name__}, not '{_name(value)}'")
        return both
    method = _bound(object, "__getnewargs__")
    if method is not None:
        arguments = method()
        if not _isinstance(arguments, _tuple):
            raise _TypeError(f"__getnewargs__ should return a tuple, not '{_name(arguments)}'")
        return arguments, None
    if base in (_int, _float, _complex, _str_type, _bytes, _tuple):
        return (base(object),), None
    return (), None


def _reduce_old(object, cls):
    base = _built_in_base(cls)
    hidden = _meada.instance_state(object) is False
    if base is None or hidden or (base is cls and base is not _object):
        raise _TypeError(f"cannot pickle {cls.__name__!r} object")
    if (_special(object, "__getstate__") is _object_getstate and
            _getattr(object, "__slots__", None)):
        raise _TypeError("a class that defines __slots__ without defining __getstate__ cannot be "
                         "pickled")
    state = None if base is _object else base(object)
    made = (_copyreg("_reconstructor"), (cls, base, state))
    found = _bound(object, "__getstate__")()
    return (*made, found) if found else made


def _exception_reduce(exception):
    state, args = exception.__dict__, exception.args
    if _isinstance(exception, OSError) and _length(args) == 2 and exception.filename is not None:
        args = (*args, exception.filename)
    if state:
        return (_type_of(exception), args, state)
    return (_type_of(exception), args)


def _exception_setstate(exception, state):
    if state is not None:
        if not _isinstance(state, _dict):
            raise _TypeError("state is not a dictionary")
        for name, value in state.items():
            _setattr(exception, name, value)


def _set_reduce(self):
    return (_type_of(self), (_list(self),), _getstate(self))


def _bytearray_reduce(self):
    return (_type_of(self), (_bytes(self),), _getstate(self))


def _range_reduce(self):
    return (_range, (self.start, self.stop, self.step))


def _slice_reduce(self):
    return (_slice, (self.start, self.stop, self.step))


def _method_reduce(self):
    return (_getattr, (self.__self__, self.__func__.__name__))


def _built_in_reduce(self):
    owner = _getattr(self, "__self__", None)
    if owner is None or _isinstance(owner, _module_type):
        return self.__qualname__
    return (_getattr, (owner, self.__name__))


def _descriptor_reduce(self):
    return (_getattr, (_meada.owner_of(self), self.__name__))


# --- iterators ---

# By IteratorForm: how it is reduced. What is left of one that has no place is put into a list.
_iterator_forms = ("place", "place", "range", "place", "place", "place", "left", "left", "left",
                   "left", "down", "left", "left", "left", "sequence", "callable", "enumerate",
                   "zip", "map", "filter", "reversed", "range")
# What is iterated when nothing is left of a list or a text; of others it is an empty tuple.
_iterator_empty = {0: [], 3: ""}


def _range_parts(taken, index, stop, following, step):
    # (where it began, how many there are, how many have been taken); a small one has no stop.
    if stop is None:
        return following - taken[0] * step, taken[1], taken[0]
    start = following - index * step
    return start, _length_of_range(start, stop, step), index


def _length_of_range(start, stop, step):
    count = (stop - start + step - (1 if step > 0 else -1)) // step
    return count if count > 0 else 0


def _iterator_reduce(self):
    number, source, index, taken, following, step = _meada.iterator_state(self)
    form = _iterator_forms[number]
    if form == "left":
        return (_iter, ([*_meada.iterator_copy(self)],))
    if form == "range":
        start, count, place = _range_parts((taken, taken + self.__length_hint__())
                                           if source is None else None,
                                           index, source, following, step)
        return (_iter, (_range(start, start + count * step, step),), place)
    if source is None:
        if form == "reversed":
            return (_type_of(self), ((),))
        empty = [] if form == "down" else _iterator_empty.get(number, ())
        return (_iter, ([*empty] if _isinstance(empty, _list) else empty,))
    if form == "place":
        return (_iter, (source,), index)
    if form == "down":
        return (_reversed_type, (source,), index - 1)
    if form == "sequence":
        return (_iter, (source,), following or 0)
    if form == "callable":
        return (_iter, (source, following))
    if form == "enumerate":
        return (_type_of(self), (source, following))
    if form == "zip":
        return (_type_of(self), source, True) if step else (_type_of(self), source)
    if form == "map":
        return (_type_of(self), (following, *source))
    if form == "filter":
        return (_type_of(self), (following, source))
    return (_type_of(self), (source,), following)


def _within(place, least, most):
    return least if place < least else most if place > most else place


def _iterator_setstate(self, state):
    number, source, index, taken, following, step = _meada.iterator_state(self)
    form = _iterator_forms[number]
    if form == "zip":
        _meada.iterator_strict(self, _bool(state))
        return
    place = _index(state)
    if form == "range":
        start, count, _ = _range_parts((taken, taken + self.__length_hint__())
                                       if source is None else None,
                                       index, source, following, step)
        place = _within(place, 0, count)
        _meada.iterator_seek(self, place, start + place * step)
    elif source is None:
        return
    elif form == "place":
        _meada.iterator_seek(self, _within(place, 0, _length(source)))
    elif form == "down":
        _meada.iterator_seek(self, _within(place, -1, _length(source) - 1) + 1)
    elif form == "sequence":
        _meada.iterator_advance(self, _within(place, 0, place))
    else:
        _meada.iterator_advance(self, _within(place, -1, _length(source) - 1))


class _Sequence:
    def __getitem__(self, index):
        raise _IndexError


_reversed_type = reversed
_places = [_type_of(_iter(each)) for each in
           ([], (), "", "\xe9", b"", _bytearray(), _range(0), _Sequence())]
_places += [_type_of([].__reversed__()), reversed, zip]
_lefts = [_type_of(_iter(each)) for each in ({}, {}.values(), {}.items(), set())]
_lefts += [_type_of(each.__reversed__()) for each in ({}, {}.values(), {}.items())]
for _each in (*_places, *_lefts, enumerate, map, filter, _type_of(_iter(_int, 0))):
    _meada.set_type_attribute(_each, "__reduce__", _iterator_reduce)
for _each in _places:
    _meada.set_type_attribute(_each, "__setstate__", _iterator_setstate)
for _function, _each in ((_iterator_reduce, "__reduce__"), (_iterator_setstate, "__setstate__")):
    _function.__name__ = _function.__qualname__ = _each


def _ellipsis_reduce(self):
    return "Ellipsis"


def _not_implemented_reduce(self):
    return "NotImplemented"


_module_type = _type_of(_meada)
for _each, _function in ((_set, _set_reduce), (_frozenset, _set_reduce),
                         (_bytearray, _bytearray_reduce), (_range, _range_reduce),
                         (_slice, _slice_reduce), (_type_of(_length), _built_in_reduce),
                         (_type_of("".join), _built_in_reduce),
                         (_type_of(_str_type.join), _descriptor_reduce),
                         (_type_of(_int.__add__), _descriptor_reduce),
                         (_type_of(_method_reduce.__get__(1)), _method_reduce),
                         (_type_of(...), _ellipsis_reduce),
                         (_type_of(_NotImplemented), _not_implemented_reduce)):
    _function.__name__ = "__reduce__"
    _function.__qualname__ = f"{_each.__name__}.__reduce__"
    _meada.set_type_attribute(_each, "__reduce__", _function)
