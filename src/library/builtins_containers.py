# The prelude, containers: what list, dict, set and the iterators need Python for. In one namespace
# with builtins.py.

def _equal_keys(left, right):
    return left is right or _truth(left == right)


# --- dicts and sets whose keys have a Python __hash__ or __eq__ ---

def _dict_find(mapping, key, hash_value):
    number = 0
    while True:
        found = _meada.dict_candidate(mapping, hash_value, number)
        if found is None or _equal_keys(found[0], key):
            return found
        number += 1


def _dict_get(mapping, key, default):
    found = _dict_find(mapping, key, _hash_of(key))
    if found is not None:
        return found[1]
    if default is not _NotImplemented:
        return default
    missing = _bound(mapping, "__missing__")
    if missing is not None:
        return missing(key)
    raise KeyError(key)


def _dict_set(mapping, key, value):
    hash_value = _hash_of(key)
    found = _dict_find(mapping, key, hash_value)
    _meada.dict_store(mapping, key, hash_value, 0 if found is None else found[2], value)


def _dict_delete(mapping, key):
    found = _dict_find(mapping, key, _hash_of(key))
    if found is None:
        raise KeyError(key)
    _meada.dict_remove(mapping, found[2])


def _dict_contains(mapping, key):
    return _dict_find(mapping, key, _hash_of(key)) is not None


def _dict_setdefault(mapping, key, default):
    hash_value = _hash_of(key)
    found = _dict_find(mapping, key, hash_value)
    if found is not None:
        return found[1]
    _meada.dict_store(mapping, key, hash_value, 0, default)
    return default


def _dict_pop(mapping, key, default):
    found = _dict_find(mapping, key, _hash_of(key))
    if found is not None:
        _meada.dict_remove(mapping, found[2])
        return found[1]
    if default is not _NotImplemented:
        return default
    raise KeyError(key)


_dict_plain_set = dict.__setitem__


def _dict_update(mapping, other, keywords, result):
    keys = _getattr(other, "keys", None)
    if keys is not None:
        for key in keys():
            _dict_plain_set(mapping, key, other[key])
    else:
        number = 0
        for pair in other:
            try:
                pair = _tuple(pair)
            except _TypeError:
                raise _TypeError(
                    f"cannot convert dictionary update sequence element #{number} to a sequence"
                ) from None
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
    made = _dict(left)
    _dict_update(made, right, None, None)
    return made


def _set_find(items, key, hash_value):
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


def _set_remove(items, key):
    found = _set_find(items, key, _hash_of(key))
    if found is None:
        raise KeyError(key)
    _meada.set_remove(items, found[1])


def _set_discard(items, key):
    found = _set_find(items, key, _hash_of(key))
    if found is not None:
        _meada.set_remove(items, found[1])


def _set_update(items, iterable):
    for key in iterable:
        _set_add(items, key)


def _set_new(kind, iterable):
    items = _meada.new_set(kind)
    _set_update(items, iterable)
    return items


def _set_init(items, iterable):
    _set_update(items, iterable)


def _plain_set(items):
    return _frozenset if _isinstance(items, _frozenset) else _set


def _as_set(other):
    if _isinstance(other, (_set, _frozenset)):
        return other
    return _set_new(_set, other)


def _set_union(items, others):
    made = _set_new(_plain_set(items), items)
    for other in others:
        _set_update(made, other)
    return made


def _set_intersection(items, others):
    made = items
    for other in others:
        kept = _meada.new_set(_set)
        other = _as_set(other)
        if _length(other) > _length(made):
            made, other = other, made
        for key in other:
            if key in made:
                _set_add(kept, key)
        made = kept
    return _set_new(_plain_set(items), made)


def _set_difference(items, others):
    made = items
    for other in others:
        other = _as_set(other)
        kept = _meada.new_set(_set)
        for key in made:
            if key not in other:
                _set_add(kept, key)
        made = kept
    return _set_new(_plain_set(items), made)


def _set_symmetric(items, other):
    other = _as_set(other)
    made = _meada.new_set(_plain_set(items))
    for key in items:
        if key not in other:
            _set_add(made, key)
    for key in other:
        if key not in items:
            _set_add(made, key)
    return made


_set_clear = set.clear


def _set_replace(items, made):
    made = _list(made)
    _set_clear(items)
    _set_update(items, made)


def _set_operation(name, items, others):
    if name == "union":
        return _set_union(items, others)
    if name == "intersection":
        return _set_intersection(items, others)
    if name == "difference":
        return _set_difference(items, others)
    if name == "symmetric_difference":
        return _set_symmetric(items, others[0])
    if name == "update":
        for other in others:
            _set_update(items, other)
    elif name == "intersection_update":
        _set_replace(items, _set_intersection(items, others))
    elif name == "difference_update":
        for other in others:
            for key in (_list(other) if other is items else other):
                _set_discard(items, key)
    elif name == "symmetric_difference_update":
        _set_replace(items, _set_symmetric(items, others[0]))
    elif name == "issubset":
        other = _as_set(others[0])
        for key in items:
            if key not in other:
                return False
        return True
    elif name == "issuperset":
        for key in others[0]:
            if key not in items:
                return False
        return True
    elif name == "isdisjoint":
        for key in others[0]:
            if key in items:
                return False
        return True
    return None


# --- lists and tuples ---

def _list_extend(items, iterable):
    for item in iterable:
        _append(items, item)


def _list_iadd(items, iterable):
    for item in iterable:
        _append(items, item)
    return items


def _list_fill(items, iterable):
    made = _list_from(iterable)
    _meada.replace_items(items, made)
    return items


def _tuple_new(kind, iterable):
    return _tuple.__new__(kind, _list_from(iterable))


def _list_remove(items, value):
    index = 0
    while index < _length(items):
        if _equal_keys(items[index], value):
            del items[index]
            return
        index += 1
    raise _ValueError("list.remove(x): x not in list")


def _sequence_index(items, value, start, stop):
    index = start
    while index < stop and index < _length(items):
        if _equal_keys(items[index], value):
            return index
        index += 1
    if _isinstance(items, _tuple):
        raise _ValueError("tuple.index(x): x not in tuple")
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
    if _isinstance(container, (_set, _frozenset)):
        return _set_contains(container, item)
    for each in container:
        if _equal_keys(each, item):
            return True
    return False


def _compare_contents(code, left, right):
    if code == 2 or code == 3:
        return _equal_items(left, right) == (code == 2)
    if _isinstance(left, (_list, _tuple)):
        count = _length(left) if _length(left) < _length(right) else _length(right)
        index = 0
        while index < count:
            if not _equal_keys(left[index], right[index]):
                return _compare(code, left[index], right[index])
            index += 1
        return _compare(code, _length(left), _length(right))
    if code >= 4:
        left, right, code = right, left, 0 if code == 4 else 1
    if code == 0 and _length(left) >= _length(right):
        return False
    for key in left:
        if key not in right:
            return False
    return True


def _merge_sorted(keys, order):
    count = _length(order)
    if count < 2:
        return order
    middle = count // 2
    first = _merge_sorted(keys, order[:middle])
    second = _merge_sorted(keys, order[middle:])
    made = []
    left = right = 0
    while left < _length(first) and right < _length(second):
        if keys[second[right]] < keys[first[left]]:
            _append(made, second[right])
            right += 1
        else:
            _append(made, first[left])
            left += 1
    return made + first[left:] + second[right:]


def _list_sort(items, key, reverse):
    reverse = _truth(reverse)
    taken = _list_from(_raw_items(items))
    _meada.replace_items(items, [])
    try:
        keys = taken if key is None else [key(item) for item in taken]
        ordered = taken[:]
        if not _meada.sort_pairs(keys, ordered, reverse):
            order = [*_range(_length(keys))]
            if reverse:
                order = order[::-1]
            order = _merge_sorted(keys, order)
            if reverse:
                order = order[::-1]
            ordered = [taken[index] for index in order]
        taken = ordered
    finally:
        changed = _length(items) != 0
        _meada.replace_items(items, taken)
    if changed:
        raise _ValueError("list modified during sort")


def _get_item(container, key):
    return container[_index(key)]


def _set_item(container, key, item):
    container[_index(key)] = item


def _delete_item(container, key):
    del container[_index(key)]


def _set_slice(items, key, iterable):
    items[key] = _list_from(iterable)


# --- iterators whose steps need Python ---

def _new_iterator(kind, function, iterables, extra):
    if kind is enumerate or _issubclass(kind, enumerate):
        return kind(_unpacked(_iterate(iterables)), _index(extra))
    iterators = [_iter(each) for each in iterables]
    if _issubclass(kind, zip):
        return kind(*iterators, strict=extra)
    if _issubclass(kind, map):
        return kind(function, *iterators)
    return kind(function, iterators[0])


def _zip_step(iterator, sources, strict):
    items = []
    number = 0
    for source in sources:
        try:
            _append(items, _next(source))
        except _StopIteration:
            if strict:
                if number:
                    plural = "s 1-" if number > 1 else " "
                    raise _ValueError(
                        f"zip() argument {number + 1} is shorter than argument{plural}{number}"
                    ) from None
                number = 1
                for other in sources[1:]:
                    for _ in other:
                        plural = "s 1-" if number > 1 else " "
                        raise _ValueError(
                            f"zip() argument {number + 1} is longer than argument{plural}{number}"
                        ) from None
                    number += 1
            raise
        number += 1
    return _tuple(items)


def _iterator_next(iterator):
    form, source, following, step, index = _meada.iterator_parts(iterator)
    if form == "map":
        if _length(source) == 1:
            return following(_next(source[0]))
        return following(*[_next(each) for each in source])
    if form == "filter":
        while True:
            item = _next(source)
            if _truth(item if following is None or following is _bool else following(item)):
                return item
    if form == "enumerate":
        item = _next(source)
        _meada.iterator_advance(iterator, following + 1)
        return following, item
    if form == "zip":
        return _zip_step(iterator, source, _truth(step))
    if form == "callable":
        item = source()
        if _equal_keys(item, following):
            _meada.iterator_exhaust(iterator)
            raise _StopIteration
        return item
    if form == "reversed":
        if following < 0:
            _meada.iterator_exhaust(iterator)
            raise _StopIteration
        _meada.iterator_advance(iterator, following - 1)
        return source[following]
    try:
        item = source[following]
    except (IndexError, _StopIteration):
        _meada.iterator_exhaust(iterator)
        raise _StopIteration from None
    _meada.iterator_advance(iterator, following + 1)
    return item


def _reversed_items(sequence):
    index = _length(sequence) - 1
    while index >= 0:
        yield sequence[index]
        index -= 1


def _reversed(sequence):
    if _special(sequence, "__reversed__") is not None or _special(sequence, "__getitem__") is None \
            or _special(sequence, "__len__") is None:
        raise _TypeError(f"'{_name(sequence)}' object is not reversible")
    return _reversed_items(sequence)


def _range_new(start, stop, step):
    if stop is None:
        return _range(_index(start))
    return _range(_index(start), _index(stop), 1 if step is None else _index(step))


def _class_getitem(kind, item):
    method = _meada.find_attribute(kind, "__class_getitem__", None)
    if method is not None and not _is_native(method):
        return method(item)
    return kind
