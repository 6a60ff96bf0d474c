# The prelude, containers: what list, dict, set and the iterators need Python code for: keys with a
# Python __hash__ or __eq__, items with a Python __lt__, sources with a Python __next__. In one
# namespace with builtins.py; the natives that end here have found that they cannot do it alone.

_IndexError, _KeyError, _RuntimeError = IndexError, KeyError, RuntimeError
_enumerate, _zip, _map = enumerate, zip, map


def _equal_keys(left, right):
    return left is right or _truth(left == right)


def _with_index(key):
    # An index or slice with ints in place of what has a Python __index__.
    if _isinstance(key, _slice):
        return _slice(*[part if part is None else _slice_index(part)
                        for part in (key.start, key.stop, key.step)])
    return _index(key)


def _slice_index(part):
    if _isinstance(part, _int):
        return part
    if _special(part, "__index__") is None:
        raise _TypeError("slice indices must be integers or None or have an __index__ method")
    return _index(part)


# --- dicts whose keys have a Python __hash__ or __eq__ ---

def _dict_find(mapping, key, hash_value):
    # (the key that is there, its value), or None.
    number = 0
    while True:
        found = _meada.dict_candidate(mapping, hash_value, number)
        if found is None or _equal_keys(found[0], key):
            return found
        number += 1


def _dict_get(mapping, key, default):
    # NotImplemented as default: as mapping[key].
    found = _dict_find(mapping, key, _hash_of(key))
    if found is not None:
        return found[1]
    if default is not _NotImplemented:
        return default
    missing = _bound(mapping, "__missing__")
    if missing is not None:
        return missing(key)
    raise _KeyError(key)


def _dict_set(mapping, key, value):
    hash_value = _hash_of(key)
    found = _dict_find(mapping, key, hash_value)
    _meada.dict_store(mapping, key if found is None else found[0], hash_value, value)


def _dict_delete(mapping, key):
    hash_value = _hash_of(key)
    found = _dict_find(mapping, key, hash_value)
    if found is None:
        raise _KeyError(key)
    _meada.dict_remove(mapping, found[0], hash_value)


def _dict_contains(mapping, key):
    return _dict_find(mapping, key, _hash_of(key)) is not None


def _dict_setdefault(mapping, key, default):
    hash_value = _hash_of(key)
    found = _dict_find(mapping, key, hash_value)
    if found is not None:
        return found[1]
    _meada.dict_store(mapping, key, hash_value, default)
    return default


def _dict_pop(mapping, key, default):
    hash_value = _hash_of(key)
    found = _dict_find(mapping, key, hash_value)
    if found is not None:
        _meada.dict_remove(mapping, found[0], hash_value)
        return found[1]
    if default is not _NotImplemented:
        return default
    raise _KeyError(key)


_dict_plain_set = dict.__setitem__
_dict_plain_items = dict.items


def _dict_update(mapping, other, keywords, result):
    if _isinstance(other, _dict) and _is_native(_special(other, "__iter__")):
        for key, value in _dict_plain_items(other):
            _dict_plain_set(mapping, key, value)
    elif (keys := _getattr(other, "keys", None)) is not None:
        for key in keys():
            _dict_plain_set(mapping, key, other[key])
    else:
        number = 0
        for pair in other:
            if not _is_iterable(pair):
                raise _TypeError("cannot convert dictionary update sequence element "
                                 f"#{number} to a sequence")
            pair = (*pair,)
            if _length(pair) != 2:
                raise _ValueError(f"dictionary update sequence element #{number} has length "
                                  f"{_length(pair)}; 2 is required")
            _dict_plain_set(mapping, pair[0], pair[1])
            number += 1
    if keywords is not None:
        for key in keywords:
            _dict_plain_set(mapping, key, keywords[key])
    return result


def _dict_fromkeys(kind, iterable, value):
    mapping = kind()
    for key in iterable:
        mapping[key] = value
    return mapping


def _dict_or(left, right):
    made = {}
    _dict_update(made, left, None, None)
    _dict_update(made, right, None, None)
    return made


# --- sets with such keys; in CPython's order of going through the operands ---

def _set_find(items, key, hash_value):
    # (the key that is there,), or None.
    number = 0
    while True:
        found = _meada.set_candidate(items, hash_value, number)
        if found is None or _equal_keys(found[0], key):
            return found
        number += 1


def _set_add(items, key):
    hash_value = _hash_of(key)
    if _set_find(items, key, hash_value) is None:
        _meada.set_insert(items, key, hash_value)


def _set_contains(items, key):
    return _set_find(items, key, _hash_of(key)) is not None


def _set_discard(items, key):
    hash_value = _hash_of(key)
    found = _set_find(items, key, hash_value)
    if found is not None:
        _meada.set_remove(items, found[0], hash_value)
    return found is not None


def _set_remove(items, key):
    if not _set_discard(items, key):
        raise _KeyError(key)


def _set_update(items, iterable):
    for key in iterable:
        _set_add(items, key)


def _set_new(kind, iterable):
    items = _meada.new_set(kind)
    _set_update(items, iterable)
    return items


def _is_set(items):
    return _isinstance(items, (_set, _frozenset))


def _set_type(items):
    return _frozenset if _isinstance(items, _frozenset) else _set


def _set_copy(items):
    return _meada.set_copy(items) if _is_set(items) else _set_new(_set, items)


def _set_intersection(items, other):
    made = _meada.new_set(_set_type(items))
    if _is_set(other) and _length(other) > _length(items):
        items, other = other, items
    for key in other:
        if key in items:
            _set_add(made, key)
    return made


def _set_difference(items, other):
    if _is_set(other) or _type_of(other) is _dict:
        if _length(items) // 4 <= _length(other):
            made = _meada.new_set(_set_type(items))
            for key in items:
                if key not in other:
                    _set_add(made, key)
            return made
    made = _set_copy(items)
    _set_difference_update(made, other)
    return made


def _set_difference_update(items, other):
    if other is items:
        _set_clear(items)
        return
    if _is_set(other) and _length(other) // 8 > _length(items):
        other = _set_intersection(items, other)
    for key in other:
        _set_discard(items, key)


def _set_symmetric_update(items, other):
    if other is items:
        _set_clear(items)
        return
    if not _is_set(other) and _type_of(other) is not _dict:
        other = _set_new(_set_type(items), other)
    for key in other:
        if not _set_discard(items, key):
            _set_add(items, key)


def _set_symmetric_difference(items, other):
    made = _set_new(_set_type(items), other)
    _set_symmetric_update(made, items)
    return made


_set_clear = set.clear


def _set_operation(name, items, others):
    # A method by name; with "=": the operator in place.
    if name == "union":
        made = _set_copy(items)
        for other in others:
            _set_update(made, other)
        return made
    if name == "intersection" or name == "difference":
        operation = _set_intersection if name == "intersection" else _set_difference
        made = items
        for other in others:
            made = operation(made, other)
        return made
    if name == "symmetric_difference":
        return _set_symmetric_difference(items, others[0])
    if name == "issubset":
        other = others[0]
        if not _is_set(other):
            other = _set_new(_set, other)
        return _set_in(items, other)
    if name == "issuperset":
        return _set_in(others[0], items)
    if name == "isdisjoint":
        for key in others[0]:
            if key in items:
                return False
        return True
    if name == "update" or name == "union=":
        for other in others:
            _set_update(items, other)
    elif name == "intersection_update" or name == "intersection=":
        made = items
        for other in others:
            made = _set_intersection(made, other)
        _meada.set_swap(items, made)
    elif name == "difference_update" or name == "difference=":
        for other in others:
            _set_difference_update(items, other)
    else:
        _set_symmetric_update(items, others[0])
    return items if name[-1] == "=" else None


def _set_in(part, whole):
    for key in part:
        if key not in whole:
            return False
    return True


# --- lists, tuples, ranges, slices ---

def _list_iadd(items, iterable):
    _list_extend(items, iterable)
    return items


_list_fill = _list_iadd


def _tuple_new(kind, iterable):
    items = []
    _list.extend(items, iterable)
    return _tuple_plain_new(kind, items)


_tuple_plain_new = tuple.__new__
_list_plain_insert, _list_plain_pop = list.insert, list.pop


def _list_insert(items, index, item):
    _list_plain_insert(items, _index(index), item)


def _list_pop(items, index):
    return _list_plain_pop(items, _index(index))


def _list_remove(items, value):
    index = 0
    for item in _raw_items(items):
        if _equal_keys(item, value):
            del items[index]
            return
        index += 1
    raise _ValueError("list.remove(x): x not in list")


def _sequence_index(items, value, start, stop):
    # From `start` on; the items before it are not equal.
    if start < stop:
        index = start
        for item in _meada.items_from(items, start):
            if index >= stop:
                break
            if _equal_keys(item, value):
                return index
            index += 1
    if _isinstance(items, _tuple):
        raise _ValueError("tuple.index(x): x not in tuple")
    if _isinstance(items, _range):
        raise _ValueError("sequence.index(x): x not in sequence")
    raise _ValueError(f"{value!r} is not in list")


def _sequence_count(items, value):
    found = 0
    for item in items:
        if _equal_keys(item, value):
            found += 1
    return found


def _contains_plain(item, container):
    if _isinstance(container, _dict):
        return _dict_contains(container, item)
    if _is_set(container):
        return _set_contains(container, item)
    if _type_of(container) is _mapping_proxy:
        return _dict_contains(container, item)
    form = _meada.view_form(container)
    if form == "keys":
        return _dict_contains(container, item)
    if form == "items":
        found = _dict_find(container, item[0], _hash_of(item[0]))
        return found is not None and _equal_keys(found[1], item[1])
    for each in _raw_items(container) if _isinstance(container, (_list, _tuple)) else container:
        if _equal_keys(each, item):
            return True
    return False


_mapping_proxy = _meada.root("mapping_proxy")


def _compare_contents(code, left, right):
    # Of two containers of one kind; code: as _compare.
    if code == 2 or code == 3:
        return _same_contents(left, right) == (code == 2)
    if _isinstance(left, (_list, _tuple)):
        left, right = _raw_items(left), _raw_items(right)
        count = _length(left) if _length(left) < _length(right) else _length(right)
        index = 0
        while index < count:
            if not _equal_keys(left[index], right[index]):
                return _comparison(code, left[index], right[index])
            index += 1
        return _comparison(code, _length(left), _length(right))
    if code >= 4:
        left, right, code = right, left, 0 if code == 4 else 1
    if _length(left) > _length(right) or code == 0 and _length(left) == _length(right):
        return False
    return _set_in(left, right)


def _comparison(code, left, right):
    if code == 0:
        return left < right
    if code == 1:
        return left <= right
    return left > right if code == 4 else left >= right


def _same_contents(left, right):
    if _isinstance(left, (_list, _tuple)):
        return _equal_items(_raw_items(left), _raw_items(right))
    if _isinstance(left, _slice):
        return _equal_items((left.start, left.stop, left.step),
                            (right.start, right.stop, right.step))
    if _length(left) != _length(right):
        return False
    if _isinstance(left, _dict) or _type_of(left) is _mapping_proxy:
        for key in left:
            found = _dict_find(right, key, _hash_of(key))
            if found is None or not _equal_keys(_dict_get(left, key, None), found[1]):
                return False
        return True
    return _set_in(left, right)


def _list_sort(items, key, reverse):
    # While it is sorted, the list is empty, as in CPython.
    taken = [*_raw_items(items)]
    _meada.replace_items(items, [])
    try:
        reverse = _index(reverse) != 0
        keys = taken if key is None else [key(item) for item in taken]
        ordered = taken[:]
        if not _meada.sort_pairs(keys, ordered, reverse):
            order = [*_range(_length(keys))]
            if reverse:
                order = order[::-1]
            order = _sorted_order(keys, order)
            if reverse:
                order = order[::-1]
            ordered = [taken[index] for index in order]
        taken = ordered
    finally:
        changed = _length(_raw_items(items)) != 0
        _meada.replace_items(items, taken)
    if changed:
        raise _ValueError("list modified during sort")


def _get_item(container, key):
    return container[_with_index(key)]


def _set_item(container, key, item):
    container[_with_index(key)] = item


def _delete_item(container, key):
    del container[_with_index(key)]


def _set_slice(items, key, iterable):
    items[key] = [item for item in iterable]


def _range_new(start, stop, step):
    return _range(_index(start), _index(stop), _index(step))


def _slice_indices(key, length):
    length = _index(length)
    if length < 0:
        raise _ValueError("length should not be negative")
    key = _with_index(key)
    step = 1 if key.step is None else key.step
    if step == 0:
        raise _ValueError("slice step cannot be zero")
    least, most = (-1, length - 1) if step < 0 else (0, length)
    start, stop = key.start, key.stop
    bounds = [most, least] if step < 0 else [least, most]
    for index, bound in ((0, start), (1, stop)):
        if bound is not None:
            if bound < 0:
                bound += length
            bounds[index] = least if bound < least else most if bound > most else bound
    return bounds[0], bounds[1], step


def _plain_repr(object):
    answers = []
    while True:
        text = _meada.text_step(object, "p", answers)
        if type(text) is not tuple:
            return text
        answers.append(_answer(text))


# --- iterators whose steps need Python ---

def _new_iterator(kind, function, iterables, extra):
    if _issubclass(kind, _enumerate):
        return kind(_unpacked(_iter(iterables)), _index(extra))
    if _issubclass(kind, _zip):
        return kind(_unpacked(*[_iter(each) for each in iterables]), strict=extra)
    return kind(function, _unpacked(*[_iter(each) for each in iterables]))


def _zip_next(sources, strict):
    items = []
    for source in sources:
        item = _next(source, _missing)
        if item is _missing:
            if strict:
                _zip_differs(items, sources)
            raise _StopIteration
        _append(items, item)
    return (*items,)


def _zip_differs(items, sources):
    number = _length(items)
    if number:
        plural = "s 1-" if number > 1 else " "
        raise _ValueError(f"zip() argument {number + 1} is shorter than argument{plural}{number}")
    number = 1
    for source in sources[1:]:
        if _next(source, _missing) is not _missing:
            plural = "s 1-" if number > 1 else " "
            raise _ValueError(
                f"zip() argument {number + 1} is longer than argument{plural}{number}")
        number += 1


def _map_next(function, sources):
    if _length(sources) == 1:
        return function(_next(sources[0]))
    return function(*[_next(source) for source in sources])


def _filter_next(function, source):
    if function is None or function is _bool:
        for item in source:
            if item:
                return item
    else:
        for item in source:
            if function(item):
                return item
    raise _StopIteration


def _iterator_next(iterator):
    form, source, following = _meada.iterator_parts(iterator)
    if form == "enumerate":
        item = _next(source)
        _meada.iterator_advance(iterator, following + 1)
        return following, item
    if source is None:
        raise _StopIteration
    if form == "callable":
        item = source()
        if _equal_keys(following, item):
            _meada.iterator_exhaust(iterator)
            raise _StopIteration
        return item
    return _sequence_next(iterator, form, source, following)


def _sequence_next(iterator, form, source, following):
    # __getitem__ upwards from 0, or downwards.
    backwards = form == "reversed"
    if following is None:
        following = 0
    try:
        if following < 0:
            raise _IndexError
        item = source[following]
    except (_IndexError, _StopIteration):
        _meada.iterator_exhaust(iterator)
        raise _StopIteration from None
    _meada.iterator_advance(iterator, following - 1 if backwards else following + 1)
    return item


def _reversed(kind, sequence):
    if _special(sequence, "__len__") is None:
        raise _TypeError(f"object of type '{_name(sequence)}' has no len()")
    return _meada.reversed_from(kind, sequence, _length(sequence) - 1)


# --- type[item] ---

def _class_getitem(kind, item):
    method = _getattr(kind, "__class_getitem__", None)
    if method is not None and not _is_native(
            _meada.find_attribute(kind, "__class_getitem__", None)):
        return method(item)
    if method is None and kind is not _type:
        raise _TypeError(f"type '{kind.__name__}' is not subscriptable")
    return _GenericAlias(kind, item)


# --- what has no hash says so ---

for _each in (_list, _dict, _set, _bytearray, _slice, _type({}.keys()), type({}.items()),
              _meada.root("mapping_proxy")):
    _meada.set_type_attribute(_each, "__hash__", None)
