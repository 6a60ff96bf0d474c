# The prelude: import statements.

_modules = _meada.root("modules")
_library = _meada.root("library_modules")
_private_modules = ("_meada", "_process")
# What python3 has loaded before it looks beside the script.
_early_modules = ("sys", "builtins", "time", "math", "itertools", "io", "os", "abc", "codecs")


def _import_module(name, level, globals, names):
    if not _isinstance(name, _str_type):
        raise _TypeError("module name must be a string")
    if level < 0:
        raise _ValueError("level must be >= 0")
    if level:
        full_name = _absolute_name(name, level, globals)
    else:
        full_name = name
        if not name:
            raise _ValueError("Empty module name")
    if full_name in _private_modules and _from_library(globals):
        return _library[full_name]
    module = _load(full_name, globals)
    if names:
        if _getattr(module, "__path__", None) is not None:
            for wanted in names:
                if wanted != "*" and not _hasattr(module, wanted):
                    _load_if_there(f"{full_name}.{wanted}", globals)
        return module
    if level == 0:
        return _modules[full_name.partition(".")[0]]
    if not name:
        return module
    below = name.partition(".")[2]
    return _modules[full_name[:-_length(below) - 1]] if below else module


def _from_library(globals):
    module = _library.get(globals.get("__name__"))
    return module is not None and module.__dict__ is globals or globals is _prelude_names


def _absolute_name(name, level, globals):
    package = globals.get("__package__")
    if package is None:
        package = globals.get("__name__", "")
        if "__path__" not in globals:
            package = package.rpartition(".")[0]
    if not package:
        raise _ImportError("attempted relative import with no known parent package")
    parts = package.rsplit(".", level - 1)
    if _length(parts) < level:
        raise _ImportError("attempted relative import beyond top-level package")
    return f"{parts[0]}.{name}" if name else parts[0]


def _load(name, globals):
    module = _modules.get(name, _missing)
    if module is not _missing:
        if module is None:
            raise _ModuleNotFoundError(f"import of {name} halted; None in sys.modules", name=name)
        if name in _importing:
            _wait_for_import(name)
        return module
    parent, dot, last = name.rpartition(".")
    if parent:
        holder = _load(parent, globals)
        if name in _modules:
            return _modules[name]
        if name not in _library and _getattr(holder, "__path__", None) is None:
            raise _ModuleNotFoundError(
                f"No module named {name!r}; {parent!r} is not a package", name=name)
    beside = None
    early = name in _library and (name in _early_modules or name[:1] == "_")
    if not early and not _from_library(globals):
        beside = _meada.root("library")["<modules>"].get(name)
    if beside is not None:
        module = _run_module(name, parent, *beside)
    else:
        module = _library.get(name)
        if module is None or name in _private_modules:
            raise _ModuleNotFoundError(f"No module named {name!r}", name=name)
        _modules[name] = module
    if parent:
        _setattr(holder, last, module)
    return module


# Modules whose bodies run now: name -> (the thread, a lock that it holds), and what threads wait
# for: thread -> name.
_importing = {}
_import_waits = {}


def _run_module(name, parent, file, source, package):
    module = _meada.root("module")(name)
    namespace = module.__dict__
    namespace["__file__"] = file
    namespace["__package__"] = name if package else parent
    namespace["__spec__"] = namespace["__loader__"] = None
    namespace["__builtins__"] = _meada.root("builtins")
    if package:
        namespace["__path__"] = [file.rpartition("/")[0]]
    _modules[name] = module
    lock = _library["_thread"].allocate_lock()
    lock.acquire()
    _importing[name] = _meada.thread_self(), lock
    try:
        _meada.run_code(_compile_source(source, file, "exec"), namespace, namespace, ())
        return _modules[name]  # the body may have put something else there
    except _BaseException:
        _modules.pop(name, None)
        raise
    finally:
        del _importing[name]
        lock.release()


def _wait_for_import(name):
    me = _meada.thread_self()
    owner, lock = _importing[name]
    # Two that wait for each other see each other's half-made modules.
    other = owner
    while other in _import_waits:
        entry = _importing.get(_import_waits[other])
        if entry is None:
            break
        other = entry[0]
    if other == me:
        return
    _import_waits[me] = name
    try:
        lock.acquire()
        lock.release()
    finally:
        del _import_waits[me]


def _load_if_there(name, globals):
    try:
        _load(name, globals)
    except _ModuleNotFoundError as error:
        if error.name != name:
            raise


def _import_from(module, name):
    found = _getattr_default(module, name, _missing)
    if found is not _missing:
        return found
    package = _getattr(module, "__name__", None)
    if _isinstance(package, _str_type):
        found = _modules.get(f"{package}.{name}", _missing)
        if found is not _missing:
            return found
    else:
        package = "<unknown module name>"
    path = _getattr(module, "__file__", None)
    place = "unknown location" if path is None else path
    half_made = package in _importing
    raise _ImportError(f"cannot import name {name!r} from "
                       f"{'partially initialized module ' if half_made else ''}{package!r} "
                       f"{'(most likely due to a circular import) ' if half_made else ''}({place})",
                       name=package, path=path)


def _import_star(module, namespace):
    names = _getattr(module, "__all__", None)
    hidden = names is None
    if hidden:
        names = module.__dict__
    for name in _list(names):
        if not _isinstance(name, _str_type):
            where = "__dict__" if hidden else "__all__"
            raise _TypeError(f"{'Key' if hidden else 'Item'} in {module.__name__}.{where} must be "
                             f"str, not {_name(name)}")
        if not (hidden and name[:1] == "_"):
            namespace[name] = _getattr(module, name)
