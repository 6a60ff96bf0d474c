# The prelude: attributes, isinstance and issubclass, dir and vars, print and input.


def _get_attribute(object, name):
    try:
        return _special(object, "__getattribute__")(object, name)
    except _AttributeError:
        fallback = _special(object, "__getattr__")
        if fallback is None:
            raise
    return fallback(object, name)


def _call_special(descriptor, object, args, keywords):
    cls = _type_of(object)
    return _special(descriptor, "__get__")(descriptor, object, cls)(*args, **keywords)


def _getattr_default(object, name, default):
    try:
        return _meada.get_attribute(object, name)
    except _AttributeError:
        return default


def _hasattr(object, name):
    try:
        _meada.get_attribute(object, name)
    except _AttributeError:
        return False
    return True


def _isinstance_of(object, classes):
    # classes: no plain class, or one whose metaclass has a say.
    if _isinstance_tuple(classes):
        for each in _raw_items(classes):
            if _isinstance(object, each):
                return True
        return False
    method = _bound(classes, "__instancecheck__")
    if method is not None:
        return True if method(object) else False
    bases = _getattr(classes, "__bases__", None)
    if _type_of(bases) is not _tuple:
        raise _TypeError("isinstance() arg 2 must be a type, a tuple of types, or a union")
    found = _getattr(object, "__class__", None)
    return found is not None and _abstract_issubclass(found, classes)


def _isinstance_by_class(object, classes):
    found = _getattr(object, "__class__", None)
    return _isinstance(found, _type) and _issubclass(found, classes)


def _isinstance_tuple(classes):
    return _is_subtype(_type_of(classes), _tuple)


def _issubclass_of(cls, classes):
    if _isinstance_tuple(classes):
        for each in _raw_items(classes):
            if _issubclass(cls, each):
                return True
        return False
    method = _bound(classes, "__subclasscheck__")
    if method is not None:
        return True if method(cls) else False
    if _type_of(_getattr(cls, "__bases__", None)) is not _tuple:
        raise _TypeError("issubclass() arg 1 must be a class")
    if _type_of(_getattr(classes, "__bases__", None)) is not _tuple:
        raise _TypeError("issubclass() arg 2 must be a class, a tuple of classes, or a union")
    return _abstract_issubclass(cls, classes)


def _abstract_issubclass(cls, wanted):
    if cls is wanted:
        return True
    for base in _getattr(cls, "__bases__", ()):
        if _abstract_issubclass(base, wanted):
            return True
    return False


def _dir_of(object):
    method = _bound(object, "__dir__")
    if method is None:
        raise _TypeError("object does not provide __dir__")
    return _sorted(method(), None, False)


def _object_dir(object):
    names = {}
    if _isinstance(object, _type):
        _class_names(object, names)
    else:
        own = _getattr(object, "__dict__", None)
        if _isinstance(own, _dict):
            for name in own:
                names[name] = None
        if _isinstance(object, _module_type):
            method = names and own.get("__dir__")
            return method() if method else _list(names)
        _class_names(_getattr(object, "__class__", _type_of(object)), names)
    return _list(names)


def _class_names(cls, names):
    for each in _getattr(cls, "__mro__", None) or (cls,):
        own = _getattr(each, "__dict__", None)
        if own is not None:
            for name in own:
                names[name] = None


_module_type = _type(_meada)


def _vars_of(object):
    found = _getattr(object, "__dict__", _missing)
    if found is _missing:
        raise _TypeError("vars() argument must have __dict__ attribute")
    return found


_text_stream = None  # the class of a standard stream; the library's _streams.py puts it here


def _print(arguments, sep, end, file, flush, text):
    # text: all of it, if no Python code was needed to make it.
    if sep is not None and not _isinstance(sep, _str_type):
        raise _TypeError(f"sep must be None or a string, not {_name(sep)}")
    if end is not None and not _isinstance(end, _str_type):
        raise _TypeError(f"end must be None or a string, not {_name(end)}")
    sys = _sys()
    if file is None:
        file = sys.stdout
        if file is None:
            return
    if _type_of(file) is _text_stream:
        separator, ending = " " if sep is None else sep, "\n" if end is None else end
        if text is None:
            text = _printed_text(arguments, separator, ending, file)
        elif file._begun:
            file._write_begun()
        refused = False
        try:
            _meada.write(file._stream, text)
        except _UnicodeEncodeError:
            refused = True
        if refused:  # what comes before goes out
            for index, argument in _enumerate(arguments):
                if index:
                    _meada.write(file._stream, separator)
                _meada.write(file._stream, _str(argument))
            _meada.write(file._stream, ending)
    else:  # as CPython: a call for each piece
        write = file.write
        first = True
        for argument in arguments:
            if not first:
                write(" " if sep is None else sep)
            first = False
            write(argument if _type_of(argument) is _str_type else _str(argument))
        write("\n" if end is None else end)
    if flush:
        file.flush()


# The arguments' own code may print, or fail: what stands before them then goes out first. Else a
# call is one event.
def _printed_text(arguments, separator, ending, file):
    line = [""]
    _append(file._begun, line)
    try:
        for index, argument in _enumerate(arguments):
            if index:
                line[0] += separator
            piece = _str(argument)
            line[0] += piece
    except _BaseException:
        file._write_begun()
        raise
    finally:
        file._begun = [other for other in file._begun if other is not line]
    return line[0] + ending


def _sys():
    return _meada.root("modules")["sys"]


def _input(prompt):
    sys = _sys()
    sys.stdout.flush()
    if prompt is not _missing:
        sys.stdout.write(_str(prompt))
        sys.stdout.flush()
    line = sys.stdin.readline()
    if not line:
        raise _EOFError("EOF when reading a line")
    return line[:-1] if line[-1] == "\n" else line
