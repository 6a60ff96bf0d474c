# The prelude: raising, exception groups, and what is printed about exceptions and warnings.


def _exception_value(given, complaint):
    # A class becomes an instance.
    if _isinstance(given, _type) and _issubclass(given, _BaseException):
        made = given()
        if not _isinstance(made, _BaseException):
            raise _TypeError(f"calling {given!r} should have returned an instance of "
                             f"BaseException, not {_type_of(made)!r}")
        return made
    if not _isinstance(given, _BaseException):
        raise _TypeError(complaint)
    return given


def _raise(exception, cause):
    value = _exception_value(exception, "exceptions must derive from BaseException")
    if cause is not _NotImplemented:
        if cause is not None:
            cause = _exception_value(cause, "exception causes must derive from BaseException")
        value.__cause__ = cause
    return value


def _thrown(cls, value):
    if _isinstance(cls, _type) and _issubclass(cls, _BaseException):
        if _isinstance(value, cls):
            return value
        if value is None:
            made = cls()
        else:
            made = cls(*value) if _isinstance(value, _tuple) else cls(value)
        if not _isinstance(made, _BaseException):
            raise _TypeError(f"calling {cls!r} should have returned an instance of "
                             f"BaseException, not {_name(made)}")
        return made
    raise _TypeError("exceptions must be classes or instances deriving from BaseException, "
                     f"not {_name(cls)}")


def _throw(generator, cls, value):
    return generator.throw(_thrown(cls, value))


def _athrow(generator, cls, value):
    return generator.athrow(_thrown(cls, value))


def _set_exception_args(exception, iterable):
    exception.args = _tuple(iterable)


def _exception_repr(exception):
    args = exception.args
    name = _name(exception)
    return f"{name}({args[0]!r})" if _length(args) == 1 else f"{name}{args!r}"


def _os_error_str(error):
    if error.filename is not None:
        return f"[Errno {error.errno}] {error.strerror}: {error.filename!r}"
    return f"[Errno {error.errno}] {error.strerror}"


# --- groups ---

def _new_group(cls, args):
    if _length(args) != 2:
        raise _TypeError("BaseExceptionGroup.__new__() takes exactly 2 arguments "
                         f"({_length(args)} given)")
    message, exceptions = args
    if not _isinstance(message, _str_type):
        raise _TypeError(f"BaseExceptionGroup.__new__() argument 1 must be str, "
                         f"not {_name(message)}")
    if not _match_sequence(exceptions):
        raise _TypeError("second argument (exceptions) must be a sequence")
    exceptions = _tuple(exceptions)
    if not exceptions:
        raise _ValueError("second argument (exceptions) must be a non-empty sequence")
    only_exceptions = True
    for index in _range(_length(exceptions)):
        if not _isinstance(exceptions[index], _BaseException):
            raise _ValueError(f"Item {index} of second argument (exceptions) is not an exception")
        if not _isinstance(exceptions[index], _Exception):
            only_exceptions = False
    if cls is _BaseExceptionGroup:
        if only_exceptions:
            cls = _ExceptionGroup
    elif not only_exceptions and _issubclass(cls, _Exception):
        if cls is _ExceptionGroup:
            raise _TypeError("Cannot nest BaseExceptions in an ExceptionGroup")
        raise _TypeError(f"Cannot nest BaseExceptions in {cls.__name__!r}")
    return _meada.exception_set_group(_meada.new_exception(cls, args), message, exceptions)


def _group_str(group):
    count = _length(group.exceptions)
    return f"{group.message} ({count} sub-exception{'' if count == 1 else 's'})"


def _group_derive(self, excs, /):
    return _BaseExceptionGroup(self.message, excs)


def _like_group(group, exceptions):
    made = group.derive(exceptions)
    made.__traceback__ = group.__traceback__
    made.__context__ = group.__context__
    made.__cause__ = group.__cause__
    if not group.__suppress_context__:
        made.__suppress_context__ = False
    notes = _getattr(group, "__notes__", None)
    if notes is not None:
        made.__notes__ = _list(notes)
    return made


def _divide_group(group, matches):
    # (what matches, the rest), each a group of the same form or None.
    if matches(group):
        return group, None
    matched, rest = [], []
    for exception in group.exceptions:
        if _isinstance(exception, _BaseExceptionGroup):
            inner, others = _divide_group(exception, matches)
            if inner is not None:
                _append(matched, inner)
            if others is not None:
                _append(rest, others)
        elif matches(exception):
            _append(matched, exception)
        else:
            _append(rest, exception)
    return (_like_group(group, matched) if matched else None,
            _like_group(group, rest) if rest else None)


def _condition(condition):
    if _isinstance(condition, (_type, _tuple)):
        types = condition if _isinstance(condition, _tuple) else (condition,)
        for each in types:
            if not (_isinstance(each, _type) and _issubclass(each, _BaseException)):
                break
        else:
            return lambda exception: _isinstance(exception, condition)
    elif _callable(condition):
        return condition
    raise _TypeError("expected a function, exception type or tuple of exception types")


def _group_split(self, condition, /):
    return _divide_group(self, _condition(condition))


def _group_subgroup(self, condition, /):
    return _divide_group(self, _condition(condition))[0]


_meada.set_type_attribute(_BaseExceptionGroup, "derive", _group_derive)
_meada.set_type_attribute(_BaseExceptionGroup, "split", _group_split)
_meada.set_type_attribute(_BaseExceptionGroup, "subgroup", _group_subgroup)
_group_derive.__name__, _group_derive.__qualname__ = "derive", "BaseExceptionGroup.derive"
_group_split.__name__, _group_split.__qualname__ = "split", "BaseExceptionGroup.split"
_group_subgroup.__name__, _group_subgroup.__qualname__ = "subgroup", "BaseExceptionGroup.subgroup"
ExceptionGroup = _meada.new_type(_type, "ExceptionGroup", (_BaseExceptionGroup, _Exception),
                                 {"__module__": "builtins"})
_meada.set_exception_group(ExceptionGroup)
_ExceptionGroup = ExceptionGroup


def _split_group(exception, types):
    for each in types if _isinstance(types, _tuple) else (types,):
        if not (_isinstance(each, _type) and _issubclass(each, _BaseException)):
            raise _TypeError("catching classes that do not inherit from BaseException is not "
                             "allowed")
        if _issubclass(each, _BaseExceptionGroup):
            raise _TypeError("catching ExceptionGroup with except* is not allowed. Use except "
                             "instead.")
    if exception is None:
        return _unpacked(None, None)
    if _isinstance(exception, types):
        if not _isinstance(exception, _BaseExceptionGroup):
            wrapped = _BaseExceptionGroup("", (exception,))  # a tuple: its repr shows that
            return _unpacked(None, wrapped)
        return _unpacked(None, exception)
    if _isinstance(exception, _BaseExceptionGroup):
        matched, rest = exception.split(types)
        return _unpacked(rest, matched)
    return _unpacked(exception, None)


def _same_origin(exception, original):
    return (_getattr(exception, "__notes__", None) is _getattr(original, "__notes__", None)
            and exception.__traceback__ is original.__traceback__
            and exception.__cause__ is original.__cause__
            and exception.__context__ is original.__context__)


def _leaves(exception, found):
    if _isinstance(exception, _BaseExceptionGroup):
        for each in exception.exceptions:
            _leaves(each, found)
    else:
        _append(found, exception)


def _reraise_star(original, exceptions):
    if not _isinstance(original, _BaseExceptionGroup):
        return exceptions[0] if exceptions else None
    raised, kept = [], []
    for exception in exceptions:
        if exception is not None:
            if _same_origin(exception, original):
                _leaves(exception, kept)
            else:
                _append(raised, exception)
    rest = None
    if kept:
        def is_kept(exception):
            for each in kept:
                if each is exception:
                    return True
            return False
        rest = _divide_group(original, is_kept)[0]
    if not raised:
        return rest
    if rest is not None:
        _append(raised, rest)
    return raised[0] if _length(raised) == 1 else _BaseExceptionGroup("", raised)


# --- what is printed ---

def _source_line(file, line):
    text = _meada.state().get(file)
    if text is None:
        return None
    lines = text.splitlines()
    return lines[line - 1] if 0 < line <= _length(lines) else None


def _traceback_lines(exception, out, indent):
    last, repeats = None, 0
    for traceback, file, line in _meada.traceback_entries(exception):
        entry = _meada.traceback_entry(traceback, _source_line(file, line))
        place = entry.partition("\n")[0]
        if place == last:
            repeats += 1
        else:
            _end_of_repeats(out, repeats)
            last, repeats = place, 1
        if repeats <= 3:
            _append_lines(out, indent, entry)
    _end_of_repeats(out, repeats)


def _end_of_repeats(out, repeats):  # without a margin in groups, too, as CPython has it
    if repeats > 3:
        more = repeats - 3
        times = "times" if more > 1 else "time"
        _append(out, f"  [Previous line repeated {more} more {times}]\n")


def _append_lines(out, indent, text):
    for line in text.splitlines():
        _append(out, f"{indent}{line}\n")


def _qualified(cls):
    module, name = cls.__module__, cls.__qualname__
    return name if module == "builtins" or module == "__main__" else f"{module}.{name}"


def _last_lines(exception):
    name = _qualified(_type_of(exception))
    text = ""
    if _isinstance(exception, _SyntaxError) and _type_of(exception.lineno) is _int:
        text = _syntax_place(exception)
        message = exception.msg
        message = "<no detail available>" if message is None else _str(message)
    else:
        try:
            message = _str(exception)
        except _Exception:
            message = "<exception str() failed>"
    message += _suggestion(exception)
    text += f"{name}: {message}\n" if message else f"{name}\n"
    notes = _getattr(exception, "__notes__", None)
    if notes is not None:
        if _isinstance(notes, (_list, _tuple)):
            for note in notes:
                text += f"{_str(note)}\n"
        else:
            text += f"{notes!r}\n"
    return text


def _syntax_place(error, draws_range=None):
    if draws_range is None:
        draws_range = _type_of(error) is _SyntaxError
    file = error.filename
    return _meada.syntax_place("<string>" if file is None else _str(file), error.lineno,
                               error.offset, error.text, error.end_lineno, error.end_offset,
                               draws_range)


def _syntax_error_str(error):
    message = _str(error.msg)
    file = error.filename
    line = error.lineno if _type_of(error.lineno) is _int else None
    if _isinstance(file, _str_type):
        file = file.rpartition("/")[2]
        return f"{message} ({file})" if line is None else f"{message} ({file}, line {line})"
    return message if line is None else f"{message} (line {line})"


_cause_line = "\nThe above exception was the direct cause of the following exception:\n\n"
_context_line = "\nDuring handling of the above exception, another exception occurred:\n\n"


def _chain_lines(exception, out, seen, depth):
    _append(seen, exception)
    cause, context = exception.__cause__, exception.__context__
    indent = "  " * depth + "| " if depth else ""
    for before, line in ((cause, _cause_line),
                         (None if cause is not None or exception.__suppress_context__ else context,
                          _context_line)):
        if before is not None and not _is_among(before, seen):
            _chain_lines(before, out, seen, depth)
            if depth:
                _append_lines(out, indent, line)
            else:
                _append(out, line)
    if _isinstance(exception, _BaseExceptionGroup):
        _group_lines(exception, out, seen, depth)
        return
    if exception.__traceback__ is not None:
        _append(out, f"{indent}Traceback (most recent call last):\n")
        _traceback_lines(exception, out, indent)
    _append_lines(out, indent, _last_lines(exception))


def _is_among(exception, seen):
    for each in seen:
        if each is exception:
            return True
    return False


def _group_lines(group, out, seen, depth):
    # As CPython draws them: at most 15 members a group, ten levels.
    inner = depth + 1 if depth == 0 else depth
    indent = "  " * inner + "| "
    if group.__traceback__ is not None:
        head = "  + " if depth == 0 else indent
        _append(out, f"{head}Exception Group Traceback (most recent call last):\n")
        _traceback_lines(group, out, indent)
    _append_lines(out, indent, _last_lines(group))
    if depth > 10:
        _append(out, f"{indent}... (max_group_depth is 10)\n")
        return
    count = _length(group.exceptions)
    shown = count if count <= 15 else 15
    for index in _range(shown + (1 if shown < count else 0)):
        joint = "+-" if index == 0 else "  "
        label = _str_type(index + 1) if index < shown else "..."
        _append(out, f"{'  ' * inner}{joint}+---------------- {label} ----------------\n")
        if index < shown:
            _chain_lines(group.exceptions[index], out, seen, inner + 1)
        else:
            more = count - shown
            _append(out, f"{'  ' * (inner + 1)}| and {more} more "
                         f"exception{'s' if more > 1 else ''}\n")
    last = group.exceptions[-1]
    if not (shown == count and _isinstance(last, _BaseExceptionGroup)):
        _append(out, f"{'  ' * (inner + 1)}+------------------------------------\n")


def _exception_text(exception):
    out = []
    _chain_lines(exception, out, [], 0)
    return "".join(out)


def _write_error(text):
    stream = _sys().stderr
    if stream is not None:
        stream.write(text)


def _print_exception(exception):
    _write_error(_exception_text(exception))


def _unraisable(exception, object=None, what=None):
    out = []
    if what is None:
        what = "Exception ignored in"
    if object is None:
        _append(out, f"{what}:\n")
    else:
        try:
            text = _repr(object)
        except _Exception:
            text = "<object repr() failed>"
        _append(out, f"{what}: {text}\n")
    if exception.__traceback__ is not None:
        _append(out, "Traceback (most recent call last):\n")
        _traceback_lines(exception, out, "")
    lines = _last_lines(exception)
    name = _qualified(_type_of(exception))
    # Here CPython writes the colon even where there is no message.
    _append(out, f"{name}: {lines[_length(name):]}" if lines == f"{name}\n" else lines)
    _write_error("".join(out))


def _first_iteration(hook, generator, step):
    hook(generator)
    return step


def _report_unraisable(exception, object):
    sys = _meada.root("modules").get("sys")
    if sys is None:
        return _unraisable(exception, object)
    hook = sys.unraisablehook
    if hook is sys.__unraisablehook__:
        return _unraisable(exception, object)
    try:
        hook(sys.UnraisableHookArgs(exception, object, None))
    except _BaseException as error:
        _unraisable(error, hook, "Exception ignored in sys.unraisablehook")


_warned = {}


def _warn_never_awaited(name, origin):
    # At the line that runs while it dies; once a place, as the default filter has it.
    place = _meada.caller_place()
    if place is None:
        place = ("sys", 1)
    file, line = place
    message = f"coroutine '{name}' was never awaited"
    if origin is not None:
        message += "\nCoroutine created at (most recent call last)"
        for made_in, made_at, function in origin[::-1]:
            message += f'\n  File "{made_in}", line {made_at}, in {function}'
            source = _source_line(made_in, made_at)
            if source is not None and source.strip():
                message += f"\n    {source.strip()}"
    warnings = _meada.root("modules").get("warnings")
    if warnings is not None:
        return warnings._never_awaited(message, file, line)
    text = f"{file}:{line}: RuntimeWarning: {message}\n"
    if text in _warned:
        return
    _warned[text] = None
    source = _source_line(file, line)
    if source is not None and source.strip():
        text += f"  {source.strip()}\n"
    if file != "sys" or _length(_warned) > 1:  # as warnings._never_awaited
        text += "RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n"
    _write_error(text)
