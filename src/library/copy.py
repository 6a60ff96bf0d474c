# copy: shallow and deep copies. What an object says of itself (__copy__, __deepcopy__,
# __reduce_ex__) comes before what is known of its type.
import _meada
import types
import weakref

__all__ = ["Error", "copy", "deepcopy"]

_modules = _meada.root("modules")


class Error(Exception):
    pass


error = Error

# Types whose objects nobody can change: a copy is the object itself. Keys of dicts, as sets would
# take as long but have no order.
_shared = dict.fromkeys((
    type(None), int, float, bool, complex, str, tuple, bytes, frozenset, type, range, slice,
    property, types.BuiltinFunctionType, type(Ellipsis), type(NotImplemented),
    types.FunctionType, types.CodeType, weakref.ref))
_atomic = {kind: None for kind in _shared if kind not in (tuple, frozenset, slice)}


def _registered(cls):
    # A reducer that copyreg was told of, if anybody has imported that.
    copyreg = _modules.get("copyreg")
    return None if copyreg is None else copyreg.dispatch_table.get(cls)


def _reduced(x, cls, verb):
    reducer = _registered(cls)
    if reducer is not None:
        return reducer(x)
    reducer = getattr(x, "__reduce_ex__", None)
    if reducer is not None:
        return reducer(4)
    reducer = getattr(x, "__reduce__", None)
    if reducer is not None:
        return reducer()
    raise Error(f"un{verb}able object of type {cls}")


def copy(x):
    cls = type(x)
    if cls in _shared:
        return x
    if cls is list or cls is dict or cls is set or cls is bytearray:
        return x.copy()
    if issubclass(cls, type):
        return x
    own = getattr(cls, "__copy__", None)
    if own is not None:
        return own(x)
    reduced = _reduced(x, cls, "(shallow)copy")
    if isinstance(reduced, str):
        return x
    return _reconstruct(x, None, *reduced)


def deepcopy(x, memo=None, _nil=[]):
    cls = type(x)
    if cls in _atomic:
        return x
    key = id(x)
    if memo is None:
        memo = _meada.counted({})
    else:
        made = memo.get(key, _nil)
        if made is not _nil:
            return made
    special = _deep.get(cls)
    if special is not None:
        made = special(x, memo)
    elif issubclass(cls, type):
        return x
    elif (own := getattr(x, "__deepcopy__", None)) is not None:
        made = own(memo)
    else:
        reduced = _reduced(x, cls, "(deep)copy")
        if isinstance(reduced, str):
            return x
        made = _reconstruct(x, memo, *reduced)
    if made is not x:
        memo[key] = made
        # While the memo lives so does what it was made of: an id must not come again.
        if id(memo) in memo:
            memo[id(memo)].append(x)
        else:
            memo[id(memo)] = [x]
    return made


def _deep_list(x, memo):
    made = []
    memo[id(x)] = made
    append = made.append
    for item in x:
        append(item if type(item) in _atomic else deepcopy(item, memo))
    return made


def _deep_dict(x, memo):
    made = {}
    memo[id(x)] = made
    for key, value in x.items():
        if type(key) not in _atomic:
            key = deepcopy(key, memo)
        made[key] = value if type(value) in _atomic else deepcopy(value, memo)
    return made


def _deep_tuple(x, memo):
    items = [deepcopy(item, memo) for item in x]
    # One of its items may have come round to it.
    if id(x) in memo:
        return memo[id(x)]
    for old, new in zip(x, items):
        if old is not new:
            return tuple(items)
    return x


def _deep_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


_deep = {list: _deep_list, dict: _deep_dict, tuple: _deep_tuple, types.MethodType: _deep_method}


# From what __reduce_ex__ gave; without a memo it is a shallow copy.
def _reconstruct(x, memo, function, args, state=None, items=None, pairs=None):
    deep = memo is not None
    if deep and args:
        args = [deepcopy(arg, memo) for arg in args]
    made = function(*args)
    if deep:
        memo[id(x)] = made
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if hasattr(made, "__setstate__"):
            made.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state is not None:
                if type(state) is not dict or not _meada.fill_instance(made, state):
                    made.__dict__.update(state)
            if slots is not None:
                for name, value in slots.items():
                    setattr(made, name, value)
    if items is not None:
        for item in items:
            made.append(deepcopy(item, memo) if deep else item)
    if pairs is not None:
        for key, value in pairs:
            if deep:
                key, value = deepcopy(key, memo), deepcopy(value, memo)
            made[key] = value
    return made
