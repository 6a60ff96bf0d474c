# The prelude: making classes and instances, importing modules, matching patterns.


# --- class statements, type() ---

def _build_class(function, name, bases, keywords):
    original = bases
    if bases:
        bases = _resolve_bases(bases)
    keywords = {**keywords}
    metaclass = keywords.pop("metaclass", None)
    if metaclass is None:
        metaclass = _type_of(bases[0]) if bases else _type
    if _isinstance(metaclass, _type):
        metaclass = _winning_metaclass(metaclass, bases)
    prepare = None if metaclass is _type else _getattr(metaclass, "__prepare__", None)
    namespace = {} if prepare is None else prepare(name, bases, **keywords)
    if not _is_mapping(namespace):
        raise _TypeError(f"{_getattr(metaclass, '__name__', '<metaclass>')}.__prepare__() must "
                         f"return a mapping, not {_name(namespace)}")
    cell = _meada.run_class_body(function, namespace)
    if bases is not original:
        namespace["__orig_bases__"] = original
    if metaclass is _type:
        return _type_new(_type, name, bases, namespace, keywords)
    cls = metaclass(name, bases, namespace, **keywords)
    if cell is not None and _isinstance(cls, _type):
        _check_class_cell(cell, cls, name)
    return cls


def _check_class_cell(cell, cls, name):
    try:
        found = cell.cell_contents
    except _ValueError:
        raise _RuntimeError(f"__class__ not set defining {name!r} as {cls!r}. Was __classcell__ "
                           "propagated to type.__new__?") from None
    if found is not cls:
        raise _TypeError(f"__class__ set to {found!r} defining {name!r} as {cls!r}")


def _resolve_bases(bases):
    result = []
    changed = False
    for base in bases:
        if not _isinstance(base, _type):
            entries = _getattr(base, "__mro_entries__", None)
            if entries is not None:
                replaced = entries(bases)
                if _type_of(replaced) is not _tuple:
                    raise _TypeError("__mro_entries__ must return a tuple")
                result.extend(replaced)
                changed = True
                continue
        _append(result, base)
    return (*result,) if changed else bases


def _winning_metaclass(metaclass, bases):
    for base in bases:
        candidate = _type_of(base)
        if _is_subtype(metaclass, candidate):
            continue
        if not _is_subtype(candidate, metaclass):
            raise _TypeError("metaclass conflict: the metaclass of a derived class must be a "
                             "(non-strict) subclass of the metaclasses of all its bases")
        metaclass = candidate
    return metaclass


def _type_new(metatype, name, bases, namespace, keywords):
    for base in bases:
        if not _isinstance(base, _type):
            if _getattr(base, "__mro_entries__", None) is not None:
                raise _TypeError("type() doesn't support MRO entry resolution; "
                                 "use types.new_class()")
            raise _TypeError("bases must be types")
    winner = _winning_metaclass(metatype, bases)
    if winner is not metatype:
        if winner.__new__ is not _type.__new__:
            return winner.__new__(winner, name, bases, namespace, **keywords)
        metatype = winner
    cell = namespace.get("__classcell__")
    if "__module__" not in namespace:
        module = _meada.caller_globals().get("__name__")
        if module is not None:
            namespace = {**namespace, "__module__": module}
    slots = namespace.get("__slots__")
    if slots is None:
        cls = _meada.new_type(metatype, name, bases or (_object,), namespace)
    else:
        names = _checked_slots(slots, bases)
        cls = _meada.new_type(metatype, name, bases or (_object,),
                              {**namespace, "__slots__": names})
        _type.__setattr__(cls, "__slots__", slots)
    if cell is not None:
        cell.cell_contents = cls
    for key, value in _list(_dict.items(namespace)):
        if _special(value, "__set_name__") is None:
            continue
        try:
            _bound(value, "__set_name__")(cls, key)
        except _Exception as error:
            raise _RuntimeError(f"Error calling __set_name__ on '{_name(value)}' instance {key!r} "
                               f"in '{name}'") from error
    if keywords or not _is_native(_meada.class_special(cls, "__init_subclass__")):
        _init_subclass(cls, keywords)
    return cls


def _checked_slots(slots, bases):
    names = (slots,) if _isinstance(slots, _str_type) else _tuple(slots)
    for name in names:
        if not _isinstance(name, _str_type):
            raise _TypeError(f"__slots__ items must be strings, not '{_name(name)}'")
        if not _str_type.isidentifier(name):
            raise _TypeError("__slots__ must be identifiers")
    for base in bases:
        if names and _issubclass(base, (_int, _tuple, _bytes)):
            raise _TypeError(f"nonempty __slots__ not supported for subtype of '{base.__name__}'")
    return names


def _init_subclass(cls, keywords):
    hook = _super(cls, cls).__init_subclass__
    if keywords and _is_native(hook):
        raise _TypeError(f"{cls.__name__}.__init_subclass__() takes no keyword arguments")
    hook(**keywords)


# --- calling a type ---

def _call_type(cls, arguments, keywords):
    if cls is _type and _length(arguments) == 1 and not keywords:
        return _type_of(arguments[0])
    if cls is _type and _length(arguments) != 3:
        raise _TypeError("type() takes 1 or 3 arguments")
    make = cls.__new__
    init = _meada.class_special(cls, "__init__")
    python_init = not _is_native(init)
    if python_init and _is_native(make):
        if _issubclass(cls, (_list, _dict, _bytearray, _set)):
            made = make(cls)  # filled by __init__ only
        elif _issubclass(cls, _BaseException) :
            made = make(cls, *arguments)
        else:
            made = make(cls, *arguments, **keywords)
    else:
        made = make(cls, *arguments, **keywords)
    if not _is_subtype(_type_of(made), cls):
        return made
    init = _special(made, "__init__")
    if init is None or _inherits_object_init(made):  # a built-in __new__ has seen the arguments
        return made
    if _is_native(init) and _is_native(make):
        if _issubclass(cls, (_list, _dict, _set, _bytearray, _BaseException)):
            return made  # a built-in __new__ does all
    return _init_instance(made, _bound(made, "__init__"), arguments, keywords)


def _inherits_object_init(made):
    return _special(made, "__init__") is _object.__dict__["__init__"]


_method_type = _meada.root("method")


def _init_instance(made, init, arguments, keywords):
    result = (init(*arguments, **keywords) if _type_of(init) is _method_type
              else init(made, *arguments, **keywords))
    if result is not None:
        raise _TypeError(f"__init__() should return None, not '{_name(result)}'")
    return made


def _abstract_error(cls):
    names = _list(cls.__abstractmethods__)
    names.sort()
    plural = "s" if _length(names) > 1 else ""
    raise _TypeError(f"Can't instantiate abstract class {cls.__name__} with abstract "
                     f"method{plural} {', '.join(names)}")


_prelude_names = _meada.root("prelude")


# --- match statements ---

_mapping_types = [_dict, _meada.root("mapping_proxy")]
_sequence_types = [_list, _tuple, _range]


def _match_mapping(subject):
    return _isinstance(subject, (*_mapping_types,))


def _match_sequence(subject):
    return (not _isinstance(subject, (_str_type, _bytes, _bytearray))
            and _isinstance(subject, (*_sequence_types,)))


def _match_keys(subject, keys):
    values = []
    seen = {}
    get = subject.get
    for key in keys:
        if key in seen:
            raise _ValueError(f"mapping pattern checks duplicate key ({key!r})")
        seen[key] = None
        value = get(key, _missing)
        if value is _missing:
            return None
        _append(values, value)
    return (*values,)


def _match_class(subject, cls, count, names):
    if not _isinstance(cls, _type):
        raise _TypeError("called match pattern must be a class")
    if not _isinstance(subject, cls):
        return None
    values = []
    seen = {}
    if count:
        attributes = _getattr(cls, "__match_args__", None)
        if attributes is None:
            if _issubclass(cls, _matches_itself):
                attributes, most = None, 1
            else:
                attributes, most = (), 0
        elif _type_of(attributes) is not _tuple:
            raise _TypeError(f"{cls.__name__}.__match_args__ must be a tuple "
                             f"(got {_name(attributes)})")
        else:
            most = _length(attributes)
        if count > most:
            plural = "" if most == 1 else "s"
            raise _TypeError(f"{cls.__name__}() accepts {most} positional sub-pattern{plural} "
                             f"({count} given)")
        if attributes is None:
            _append(values, subject)
        else:
            for name in attributes[:count]:
                if not _isinstance(name, _str_type):
                    raise _TypeError("__match_args__ elements must be strings "
                                     f"(got {_name(name)})")
                if not _match_attribute(subject, cls, name, seen, values):
                    return None
    for name in names:
        if not _match_attribute(subject, cls, name, seen, values):
            return None
    return (*values,)


_matches_itself = (_bool, _bytearray, _bytes, _dict, _float, _frozenset, _int, _list, _set,
                   _str_type, _tuple)


def _match_attribute(subject, cls, name, seen, values):
    if name in seen:
        raise _TypeError(f"{cls.__name__}() got multiple sub-patterns for attribute {name!r}")
    seen[name] = None
    value = _getattr(subject, name, _missing)
    if value is _missing:
        return False
    _append(values, value)
    return True


# --- asynchronous iteration ---

_awaited_directly = (_meada.root("coroutine"),)


def _anext(iterator, method):
    awaitable = method(iterator)
    if _type_of(awaitable) in _awaited_directly or _is_marked_generator(awaitable):
        return awaitable
    try:
        await_method = _bound(awaitable, "__await__")
        if await_method is None:
            raise _TypeError(f"object {_name(awaitable)} can't be used in 'await' expression")
        result = await_method()
        if _special(result, "__next__") is None:
            raise _TypeError(f"__await__() returned non-iterator of type '{_name(result)}'")
    except _BaseException as error:
        raise _TypeError("'async for' received an invalid object from __anext__: "
                         f"{_name(awaitable)}") from error
    return result


def _is_marked_generator(object):
    return _type_of(object) is _generator_type and object.gi_code.co_flags & 0x100 != 0


_generator_type = _meada.root("generator")


async def _anext_default(iterator, default):
    try:
        return await _bound(iterator, "__anext__")()
    except _StopAsyncIteration:
        return default


def _async_step():
    pass
