# The prelude: compile(), eval(), exec().

_compile_modes = ("exec", "eval", "single")


def _compile(source, filename, mode, flags, optimize):
    if _isinstance(filename, _bytes):
        filename = filename.decode()
    elif not _isinstance(filename, _str_type):
        path = _bound(filename, "__fspath__")
        if path is None:
            raise _TypeError("expected str, bytes or os.PathLike object, not "
                             f"{_name(filename)}")
        filename = path()
    if not _isinstance(mode, _str_type):
        raise _TypeError(f"compile() argument 'mode' must be str, not {_name(mode)}")
    flags, optimize = _index(flags), _index(optimize)
    if flags & ~0x1fe3e00:
        raise _ValueError("compile(): unrecognised flags")
    if not -1 <= optimize <= 2:
        raise _ValueError("compile(): invalid optimize value")
    if mode not in _compile_modes:
        raise _ValueError("compile() mode must be 'exec', 'eval' or 'single'")
    if flags & 0x2400:
        raise _NotImplementedError("compile(): syntax trees and top-level await are not "
                                   "supported here")
    return _compile_source(_source_text(source, "compile", "string, bytes or AST object"),
                           filename, mode)


def _source_text(source, function, wanted):
    if _isinstance(source, (_str_type, _bytes)):
        return source
    if _isinstance(source, _bytearray) or _type_of(source) is _prelude_names["memoryview"]:
        return _bytes(source)
    raise _TypeError(f"{function}() arg 1 must be a {wanted}")


def _compile_source(source, file, mode):
    code, found = _meada.compile(source, file, mode)
    if code is not None:
        for message, line in found:
            _warn_syntax(message, file, line)
        return code
    kind, message, line, offset, text, end_line, end_offset = found
    kind = _meada.root("builtins").__dict__[kind]
    if not _issubclass(kind, _SyntaxError) or line is None:
        raise kind(message)
    raise kind(message, (file, line, offset, text, end_line, end_offset))


def _warn_syntax(message, file, line):
    text = f"{file}:{line}: SyntaxWarning: {message}\n"
    if text in _warned:
        return
    _warned[text] = None
    source = _source_line(file, line)
    if source is not None and source.strip():
        text += f"  {source.strip()}\n"
    _write_error(text)


def _print_expression(value):
    hook = _getattr(_modules["sys"], "displayhook", None)
    if hook is None:
        raise _RuntimeError("lost sys.displayhook")
    hook(value)


_code_type = _meada.root("code")


def _code_of(source, function, mode):
    if _type_of(source) is _code_type:
        if source.co_freevars:
            raise _TypeError(f"code object passed to {function}() may not contain free variables")
        return source
    source = _source_text(source, function, "string, bytes or code object")
    if mode == "eval":
        source = source.lstrip(" \t" if _isinstance(source, _str_type) else b" \t")
    return _compile_source(source, "<string>", mode)


def _is_mapping(object):
    return _special(object, "__getitem__") is not None


# caller: the globals and locals of who called; None stands for "not given".

def _eval(source, globals, locals, caller_globals, caller_locals):
    if locals is not None and not _is_mapping(locals):
        raise _TypeError("locals must be a mapping")
    if globals is not None and not _isinstance(globals, _dict):
        raise _TypeError("globals must be a real dict; try eval(code, {}, mapping)"
                         if _is_mapping(globals) else "globals must be a dict")
    globals, locals = _namespaces(globals, locals, caller_globals, caller_locals)
    return _meada.run_code(_code_of(source, "eval", "eval"), globals, locals, ())


def _exec(source, globals, locals, closure, caller_globals, caller_locals):
    if globals is not None and not _isinstance(globals, _dict):
        raise _TypeError(f"exec() globals must be a dict, not {_name(globals)}")
    if locals is not None and not _is_mapping(locals):
        raise _TypeError(f"locals must be a mapping or None, not {_name(locals)}")
    globals, locals = _namespaces(globals, locals, caller_globals, caller_locals)
    if closure is None:
        _meada.run_code(_code_of(source, "exec", "exec"), globals, locals, ())
        return
    cells = _length(source.co_freevars) if _type_of(source) is _code_type else 0
    if not cells:
        raise _TypeError("cannot use a closure with this code object" if _type_of(source)
                         is _code_type else "closure can only be used when source is a code object")
    if _type_of(closure) is not _tuple or _length(closure) != cells:
        raise _TypeError(f"code object requires a closure of exactly length {cells}")
    _meada.run_code(source, globals, locals, closure)


def _namespaces(globals, locals, caller_globals, caller_locals):
    if globals is None:
        globals = caller_globals
        if locals is None:
            locals = caller_locals
    elif locals is None:
        locals = globals
    if "__builtins__" not in globals:
        globals["__builtins__"] = _meada.root("builtins").__dict__
    return globals, locals


# What somebody who looks at the run asks, on a copy of it: (as text, as a truth value), with the
# error's last line in place of the text and None. One namespace, so that comprehensions find what
# is local. A statement gives an empty text.

def _evaluate(source, globals, locals, as_text):
    try:
        names = _dict(globals)
        names.update(locals)
        source = source.strip()
        try:
            code = _compile_source(source, "<evaluate>", "eval")
        except _SyntaxError:
            code = None
        if code is None:
            _meada.run_code(_compile_source(source, "<evaluate>", "exec"), names, names, ())
            return "", False
        value = _meada.run_code(code, names, names, ())
        return _str_type(value) if as_text else f"{value!r}", True if value else False
    except _BaseException as error:
        text = error.msg if _isinstance(error, _SyntaxError) else _str_type(error)
        name = _type_of(error).__qualname__
        return f"{name}: {text}" if text else name, None


# --- names of a class body or of exec() whose namespace is no plain dict ---

def _load_name(namespace, name, globals, otherwise):
    try:
        return namespace[name]
    except _KeyError:
        pass
    if otherwise is not _missing:
        return otherwise
    return _meada.load_global(globals, name)


def _delete_name(namespace, name):
    try:
        del namespace[name]
    except _KeyError:
        raise _NameError(f"name {name!r} is not defined", name=name) from None
