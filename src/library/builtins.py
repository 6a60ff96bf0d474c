# The prelude: what natives hand over to when Python code has to run (vm/prelude.def names the
# functions), written over natives of _meada. Its frames show in no traceback and cost nothing.
# This file: operators, conversions, containers, iteration. It is executed before any prelude
# function can be called, so its own body must not need one: no imports, no classes. _meada is
# there without an import.
# A script may change what is in builtins; what is used here is kept under names of its own.
_BaseException, _Exception = BaseException, Exception
_TypeError, _ValueError, _RuntimeError = TypeError, ValueError, RuntimeError
_ImportError, _ModuleNotFoundError, _SyntaxError = ImportError, ModuleNotFoundError, SyntaxError
_BaseExceptionGroup, _callable = BaseExceptionGroup, callable
_AttributeError, _OverflowError = AttributeError, OverflowError
_NameError, _SystemExit = NameError, SystemExit
_UnicodeEncodeError = UnicodeEncodeError
_KeyError, _IndexError, _NotImplementedError = KeyError, IndexError, NotImplementedError
_StopIteration, _StopAsyncIteration = StopIteration, StopAsyncIteration
_NotImplemented = NotImplemented
_bool, _bytearray, _bytes, _complex, _dict, _float = bool, bytearray, bytes, complex, dict, float
_frozenset, _int, _list, _object, _set, _slice = frozenset, int, list, object, set, slice
_str_type, _super, _tuple, _type = str, super, tuple, type
_next, _hash_of, _range, _iter, _EOFError = next, hash, range, iter, EOFError
_isinstance, _issubclass = isinstance, issubclass
_getattr, _setattr, _length = getattr, setattr, len
_special, _bound, _type_of = _meada.special, _meada.bound, _meada.type_of
_is_native, _is_subtype, _name = _meada.is_native, _meada.is_subtype, _meada.type_name
_unpacked, _raw_items = _meada.unpacked, _meada.raw_items
_append = _list.append
_missing = _object()
_sequences = (_list, _tuple, _str_type, _bytes, _bytearray)

_operators = (
    ("__add__", "__radd__", "__iadd__", "+"),
    ("__and__", "__rand__", "__iand__", "&"),
    ("__floordiv__", "__rfloordiv__", "__ifloordiv__", "//"),
    ("__lshift__", "__rlshift__", "__ilshift__", "<<"),
    ("__matmul__", "__rmatmul__", "__imatmul__", "@"),
    ("__mul__", "__rmul__", "__imul__", "*"),
    ("__mod__", "__rmod__", "__imod__", "%"),
    ("__or__", "__ror__", "__ior__", "|"),
    ("__pow__", "__rpow__", "__ipow__", "**"),
    ("__rshift__", "__rrshift__", "__irshift__", ">>"),
    ("__sub__", "__rsub__", "__isub__", "-"),
    ("__truediv__", "__rtruediv__", "__itruediv__", "/"),
    ("__xor__", "__rxor__", "__ixor__", "^"),
)
_comparisons = (
    ("__lt__", "__gt__", "<"),
    ("__le__", "__ge__", "<="),
    ("__eq__", "__eq__", "=="),
    ("__ne__", "__ne__", "!="),
    ("__gt__", "__lt__", ">"),
    ("__ge__", "__le__", ">="),
)


# --- operators ---

def _binary_operator(code, left, right):
    if code >= 13:
        name, reflected, in_place, sign = _operators[code - 13]
        sign += "="
        method = _bound(left, in_place)
        if method is not None:
            result = method(right)
            if result is not _NotImplemented:
                return result
    else:
        name, reflected, in_place, sign = _operators[code]
        if code == 8:
            sign = "** or pow()"
    result = _binary(name, reflected, left, right)
    if result is _NotImplemented:
        if name == "__add__" and _isinstance(left, _sequences):
            return _meada.concat(left, right)
        _raise_unsupported(sign, left, right)
    return result


def _binary_rest(code, left, right):
    # After the left operand's method said NotImplemented.
    name, reflected, in_place, sign = _operators[code]
    if code == 5 and _isinstance(right, _sequences) and _special(left, "__index__") is not None:
        left = _index(left)
    if _type_of(left) is not _type_of(right):
        method = _bound(right, reflected)
        if method is not None:
            result = method(left)
            if result is not _NotImplemented:
                return result
    _raise_unsupported("** or pow()" if code == 8 else sign, left, right)


def _raise_unsupported(sign, left, right):
    raise _TypeError(f"unsupported operand type(s) for {sign}: "
                     f"'{_name(left)}' and '{_name(right)}'")


def _binary(name, reflected, left, right):
    # The method of the left operand, then the reflected one of the right; the right one first
    # where its class derives from the left one's and has a method of its own.
    left_type, right_type = _type_of(left), _type_of(right)
    backward = None
    if left_type is not right_type:
        backward = _special(right, reflected)
        if backward is not None:
            first = (_is_subtype(right_type, left_type)
                     and _special(left, reflected) is not backward)
            if not first and (name == "__add__" or name == "__mul__"):
                # Sequences concatenate and repeat only after the other side had its say.
                first = (_isinstance(left, _sequences)
                         and _is_native(_special(left, name)))
            if first:
                result = _bound(right, reflected)(left)
                if result is not _NotImplemented:
                    return result
                backward = None
    if name == "__mul__":  # a sequence takes whatever has an __index__
        if _isinstance(left, _sequences) and _special(right, "__index__") is not None:
            right = _index(right)
        elif _isinstance(right, _sequences) and _special(left, "__index__") is not None:
            left = _index(left)
    method = _bound(left, name)
    if method is not None:
        result = method(right)
        if result is not _NotImplemented:
            return result
    if backward is not None:
        return _bound(right, reflected)(left)
    return _NotImplemented


def _compare(code, left, right):
    name, reflected, sign = _comparisons[code]
    left_type, right_type = _type_of(left), _type_of(right)
    tried = False
    if left_type is not right_type and _is_subtype(right_type, left_type):
        method = _bound(right, reflected)
        if method is not None:
            tried = True
            result = method(left)
            if result is not _NotImplemented:
                return result
    method = _bound(left, name)
    if method is not None:
        result = method(right)
        if result is not _NotImplemented:
            return result
    return _compare_rest(code, left, right, tried)


def _compare_rest(code, left, right, tried=False):
    # After the left operand's method said NotImplemented; tried: the right one's too.
    name, reflected, sign = _comparisons[code]
    if not tried:
        method = _bound(right, reflected)
        if method is not None:
            result = method(left)
            if result is not _NotImplemented:
                return result
    if code == 2:
        return left is right
    if code == 3:
        return left is not right
    raise _TypeError(f"'{sign}' not supported between instances of "
                     f"'{_name(left)}' and '{_name(right)}'")


def _object_ne(left, right):
    method = _bound(left, "__eq__")
    if method is None:
        return _NotImplemented
    result = method(right)
    if result is _NotImplemented:
        return result
    return not result


# --- truth, length, hash, numbers ---

def _truth(object):
    method = _bound(object, "__bool__")
    if method is not None:
        result = method()
        if result is True or result is False:
            return result
        raise _TypeError(f"__bool__ should return bool, returned {_name(result)}")
    if _special(object, "__len__") is not None:
        return _len(object) != 0
    return True


def _index(object):
    # As operator.index: an int, whatever it takes.
    if _isinstance(object, _int):
        return object
    method = _bound(object, "__index__")
    if method is None:
        raise _TypeError(f"'{_name(object)}' object cannot be interpreted as an integer")
    result = method()
    if not _isinstance(result, _int):
        raise _TypeError(f"__index__ returned non-int (type {_name(result)})")
    return result


def _len(object, function=None):
    # `function`: what its class has as __len__, if that takes the object in front.
    if function is not None:
        return _checked_length(function(object))
    method = _bound(object, "__len__")
    if method is None:
        raise _TypeError(f"object of type '{_name(object)}' has no len()")
    return _checked_length(method())


def _checked_length(result):
    # What a __len__ gave.
    if _type_of(result) is not _int:
        result = _index(result)
    if result < 0:
        raise _ValueError("__len__() should return >= 0")
    if result > 9223372036854775807:
        raise _OverflowError("cannot fit 'int' into an index-sized integer")
    return _int(result)


def _hash(object):
    if _isinstance(object, _tuple) and _is_native(_special(object, "__hash__")):
        return _meada.tuple_hash([_hash_of(item) for item in _raw_items(object)])
    method = _bound(object, "__hash__")
    if method is None:
        raise _TypeError(f"unhashable type: '{_name(object)}'")
    result = method()
    if not _isinstance(result, _int):
        raise _TypeError("__hash__ method should return an integer")
    return _meada.hash_result(result)


def _again_with_index(name, arguments):
    # A builtin again, with what has an __index__ as an int.
    return _natives[name](*[item if _isinstance(item, (_int, _float, _str_type, _bytes))
                            or _special(item, "__index__") is None else _index(item)
                            for item in arguments])


# --- containers ---

def _equal(left, right):
    # Also what built-in containers with items of Python classes ask for: item by item here.
    if left is right:
        return True
    for kind in (_list, _tuple):
        if _isinstance(left, kind) and _isinstance(right, kind):
            return _equal_items(_raw_items(left), _raw_items(right))
    if _isinstance(left, _dict) and _isinstance(right, _dict):
        if _dict.__len__(left) != _dict.__len__(right):
            return False
        for key, value in _list(_dict.items(left)):
            other = _dict.get(right, key, _missing)
            if other is _missing or not (value is other or value == other):
                return False
        return True
    if _isinstance(left, (_set, _frozenset)) and _isinstance(right, (_set, _frozenset)):
        if _length(left) != _length(right):
            return False
        for item in left:
            if item not in right:
                return False
        return True
    return True if left == right else False


def _equal_items(left, right):
    if _length(left) != _length(right):
        return False
    for index in _range(_length(left)):
        a, b = left[index], right[index]
        if not (a is b or a == b):
            return False
    return True


def _contains(item, container):
    method = _special(container, "__contains__")
    if method is not None and not (_isinstance(container, (_list, _tuple)) and _is_native(method)):
        return True if _bound(container, "__contains__")(item) else False
    if _isinstance(container, (_list, _tuple)):
        for found in _raw_items(container):
            if found is item or found == item:
                return True
        return False
    if _special(container, "__iter__") is None and _special(container, "__getitem__") is None:
        raise _TypeError(f"argument of type '{_name(container)}' is not iterable")
    iterator = None
    try:
        iterator = _iter(container)
    except _TypeError:
        pass  # whatever was wrong, the text is this one
    if iterator is None:
        raise _TypeError(f"argument of type '{_name(container)}' is not iterable")
    for found in iterator:
        if found is item or found == item:
            return True
    return False


def _not_contains(item, container):
    return not _contains(item, container)


def _iterate(object):
    method = _bound(object, "__iter__")
    if method is not None:
        iterator = method()
        if _special(iterator, "__next__") is None:
            raise _TypeError(f"iter() returned non-iterator of type '{_name(iterator)}'")
        return iterator
    if _special(object, "__getitem__") is not None and not _hasattr(_type_of(object), "__iter__"):
        return _meada.sequence_iterator(object)
    raise _TypeError(f"'{_name(object)}' object is not iterable")


def _set_from(iterable):
    return {item for item in iterable}


def _is_iterable(object):
    return (_special(object, "__iter__") is not None
            or _special(object, "__getitem__") is not None)


def _list_extend_display(target, iterable):
    if not _is_iterable(iterable):
        raise _TypeError(f"Value after * must be an iterable, not {_name(iterable)}")
    _list_extend(target, iterable)


def _list_extend(items, iterable):
    if _special(iterable, "__len__") is None and _special(iterable, "__length_hint__") is None:
        for item in iterable:
            _append(items, item)
        return
    # CPython asks how many there will be, once it has an iterator; scripts can see that.
    iterator = _iter(iterable)
    _ask_length(iterable)
    while (item := _next(iterator, _missing)) is not _missing:
        _append(items, item)


def _ask_length(iterable):
    if _special(iterable, "__len__") is not None:
        try:
            return _length(iterable)
        except _TypeError:
            pass
    method = _bound(iterable, "__length_hint__")
    if method is None:
        return 0
    try:
        hint = method()
    except _TypeError:
        return 0
    if hint is _NotImplemented:
        return 0
    if not _isinstance(hint, _int):
        raise _TypeError(f"__length_hint__ must be an integer, not {_name(hint)}")
    if hint < 0:
        raise _ValueError("__length_hint__() should return >= 0")
    return hint


def _dict_from_lists(keys, values):
    result = {}
    for index in _range(_length(keys)):
        result[keys[index]] = values[index]
    return result


def _dict_update_display(target, mapping):
    if _isinstance(mapping, _dict):
        for key, value in _dict.items(mapping):
            target[key] = value
        return
    try:
        keys = mapping.keys()
    except _AttributeError:
        raise _TypeError(f"'{_name(mapping)}' object is not a mapping") from None
    for key in keys:
        target[key] = mapping[key]


def _function_text(callable):
    # How errors of a call name the callee.
    name = _getattr(callable, "__qualname__", None)
    if name is None:
        return _str(callable)
    module = _getattr(callable, "__module__", None)
    if module is None or module == "builtins":
        return f"{name}()"
    return f"{module}.{name}()"


def _dict_merge(target, mapping, callable):
    if _isinstance(mapping, _dict):
        keys = _list(mapping)
    else:
        keys = _getattr(mapping, "keys", None)
        if keys is None:
            raise _TypeError(f"{_function_text(callable)} argument after ** must be a mapping, "
                             f"not {_name(mapping)}")
        keys = _list(keys())
    for key in keys:
        if key in target:
            raise _TypeError(f"{_function_text(callable)} got multiple values for keyword "
                             f"argument '{key}'")
        target[key] = mapping[key]


def _call_arguments(callable, iterable):
    if not _is_iterable(iterable):
        raise _TypeError(f"{_function_text(callable)} argument after * must be an iterable, "
                         f"not {_name(iterable)}")
    items = []
    _list.extend(items, iterable)
    return (*items,)


def _call_with(callable, iterable, keywords):
    arguments = _call_arguments(callable, iterable)
    return callable(*arguments, **keywords)


def _start(callable, arguments):
    return callable(*arguments)


def _unpack(iterable, before, after):
    # after == -1: exactly `before` items; else a starred target between `before` and `after`.
    if not _is_iterable(iterable):
        raise _TypeError(f"cannot unpack non-iterable {_name(iterable)} object")
    iterator = _iter(iterable)
    items = []
    if before:
        for item in iterator:
            _append(items, item)
            if _length(items) == before:
                break
    found = _length(items)
    if after < 0:
        if found < before:
            raise _ValueError(f"not enough values to unpack (expected {before}, got {found})")
        for item in iterator:
            raise _ValueError(f"too many values to unpack (expected {before})")
        return (*items,)
    rest = [item for item in iterator] if found == before else []
    if found < before or _length(rest) < after:
        raise _ValueError(f"not enough values to unpack (expected at least {before + after}, "
                          f"got {found + _length(rest)})")
    cut = _length(rest) - after
    return _unpacked(*items, rest[:cut], *rest[cut:])


# --- builtins that step over what only Python code can give ---

def _all(iterable):
    for item in iterable:
        if not item:
            return False
    return True


def _any(iterable):
    for item in iterable:
        if item:
            return True
    return False


def _all_from(item, iterator):
    return _all(iterator) if item else False


def _any_from(item, iterator):
    return True if item else _any(iterator)


def _sum_from(total, item, iterator):
    return _sum(iterator, total + item)


def _sum(iterable, start):
    for item in iterable:
        start = start + item
    return start


def _extreme(largest, items, best, key, default):
    # min and max. best: _missing, or the best so far (only without a key).
    best_key = best
    for item in items:
        value = item if key is None else key(item)
        if best_key is _missing or (value > best_key if largest else value < best_key):
            best, best_key = item, value
    if best is _missing:
        if default is _missing:
            raise _ValueError(f"{'max' if largest else 'min'}() arg is an empty sequence")
        return default
    return best


def _extreme_from(largest, item, iterator, best):
    if item > best if largest else item < best:
        best = item
    return _extreme(largest, iterator, best, None, _missing)


def _sorted(iterable, key, reverse):
    result = []
    _list.extend(result, iterable)
    _list.sort(result, key=key, reverse=reverse)
    return result


def _next_default(iterator, default):
    try:
        return _next(iterator)
    except _StopIteration:
        return default


_natives = {"bin": bin, "oct": oct, "hex": hex, "chr": chr, "round": round}
_native_all, _native_any, _native_sum, _native_extreme = all, any, sum, _meada.extreme
