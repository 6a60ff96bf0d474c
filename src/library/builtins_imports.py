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
    beside = spec = None
    path = _getattr(holder, "__path__", None) if parent else None
    early = name in _library and (name in _early_modules or name[:1] == "_")
    if not _from_library(globals):
        spec = _spec_of_finders(name, path, True)
        if not early:
            beside = _meada.root("library")["<modules>"].get(name)
    if spec is not None:
        module = _run_loader(name, spec)
    elif beside is not None:
        module = _run_module(name, parent, *beside)
    else:
        module = _library.get(name)
        if module is None or name in _private_modules:
            module = _run_rare_module(name, parent, path)
        _modules[name] = module
    if not _from_library(globals):
        _meada.event_module_imported(name)
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
    namespace["__package__"] = name if package else parent
    spec = _spec_of_file(name, file, package)
    namespace["__spec__"], namespace["__loader__"] = spec, spec.loader
    namespace["__file__"] = file or None
    if file:
        namespace["__cached__"] = None
    namespace["__builtins__"] = _meada.root("builtins")
    if package:
        namespace["__path__"] = spec.submodule_search_locations
    _modules[name] = module
    return _run_body(module, name,
                     lambda: _run_code(module, _compile_source(source, file, "exec")))


def _run_code(module, code):
    names = module.__dict__
    _meada.run_code(code, names, names, ())


def _run_rare_module(name, parent, path):
    found = _meada.rare_module(name)
    if not found:
        spec = _spec_of_finders(name, path, False)
        if spec is not None:
            return _run_loader(name, spec)
        raise _ModuleNotFoundError(_why_missing(name, found), name=name)
    code, package = found
    module = _meada.root("module")(name)
    namespace = module.__dict__
    namespace["__package__"] = name if package else parent
    if package:
        namespace["__path__"] = []
    _describe_module(name, namespace)
    _modules[name] = _library[name] = module
    try:
        return _run_body(module, name, lambda: _run_code(module, code))
    except _BaseException:
        del _library[name]
        raise


_only_windows = ("_msi", "_overlapped", "_winapi", "msilib", "msvcrt", "nt", "winreg", "winsound")
# Of packages that are here otherwise.
_parts_not_modelled = """
asyncio.constants asyncio.format_helpers asyncio.proactor_events asyncio.selector_events
asyncio.sslproto asyncio.staggered asyncio.trsock asyncio.windows_events asyncio.windows_utils
ctypes.macholib
ctypes.util ctypes.wintypes importlib.metadata importlib.readers importlib.resources
importlib.simple json.scanner json.tool multiprocessing.forkserver multiprocessing.heap
multiprocessing.popen_fork multiprocessing.resource_sharer multiprocessing.resource_tracker
unittest.signals urllib.response urllib.robotparser
""".split()


def _why_missing(name, found):
    if found is False:
        return f"No module named {name!r}; the rarer ones could not be downloaded"
    standard = _library["sys"].stdlib_module_names
    if name in standard and name not in _only_windows or name in _parts_not_modelled:
        return f"the module {name!r} of Python's library is not modelled here"
    return f"No module named {name!r}"


def _run_body(module, name, run):
    lock = _library["_thread"].allocate_lock()
    lock.acquire()
    _importing[name] = _meada.thread_self(), lock
    _meada.module_loading(module, True)  # for the text of an AttributeError
    try:
        run()
        return _modules[name]  # the body may have put something else there
    except _BaseException:
        _modules.pop(name, None)
        raise
    finally:
        _meada.module_loading(module, False)
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


# --- what a module knows of where it comes from ---

class _BuiltinImporter:
    pass


class _SourceFileLoader:
    def __init__(self, fullname, path):
        self.name, self.path = fullname, path

    def __eq__(self, other):
        return self.__class__ == other.__class__ and self.__dict__ == other.__dict__

    def __hash__(self):
        return _hash_of(self.name) ^ _hash_of(self.path)

    def is_package(self, name):
        return self.path.rpartition("/")[2] == "__init__.py"

    def get_filename(self, name=None):
        return self.path

    def get_source(self, name):
        source = _meada.root("library").get(self.path)
        if source is None:
            raise _ImportError("source not available through get_data()", name=name)
        return source


class _MainLoader(_SourceFileLoader):
    # Of the script: made before there is one.
    def __init__(self):
        pass

    name = "__main__"

    @property
    def path(self):
        return _modules["__main__"].__file__


class _NamespaceLoader:
    def __init__(self, name, path):
        self.name, self._path = name, path


class _NamespacePath:
    def __init__(self, places):
        self._path = places

    def __iter__(self):
        return _iter(self._path)

    def __len__(self):
        return _length(self._path)

    def __getitem__(self, index):
        return self._path[index]

    def __contains__(self, item):
        return item in self._path

    def __repr__(self):
        return f"_NamespacePath({self._path!r})"


class _ModuleSpec:
    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name, self.loader, self.origin = name, loader, origin
        self.loader_state = loader_state
        self.submodule_search_locations = [] if is_package else None
        self._uninitialized_submodules = []
        self._set_fileattr = False
        self._cached = None

    def __repr__(self):
        parts = [f"name={self.name!r}", f"loader={self.loader!r}"]
        if self.origin is not None:
            parts.append(f"origin={self.origin!r}")
        if self.submodule_search_locations is not None:
            parts.append(f"submodule_search_locations={self.submodule_search_locations}")
        return f"{_name(self)}({', '.join(parts)})"

    def __eq__(self, other):
        try:
            return (self.name == other.name and self.loader == other.loader
                    and self.origin == other.origin
                    and self.submodule_search_locations == other.submodule_search_locations
                    and self.cached == other.cached and self.has_location == other.has_location)
        except _AttributeError:
            return _NotImplemented

    __hash__ = None

    @property
    def parent(self):
        if self.submodule_search_locations is None:
            return self.name.rpartition(".")[0]
        return self.name

    @property
    def cached(self):
        return self._cached

    @property
    def has_location(self):
        return self._set_fileattr


for _each, _where in ((_BuiltinImporter, ""), (_ModuleSpec, ""),
                      (_SourceFileLoader, "_external"), (_NamespaceLoader, "_external"),
                      (_NamespacePath, "_external")):
    if _each is not _NamespacePath:
        _each.__name__ = _each.__qualname__ = _each.__name__[1:]
    _each.__module__ = "_frozen_importlib" + _where
_MainLoader.__name__ = _MainLoader.__qualname__ = "SourceFileLoader"
_MainLoader.__module__ = _SourceFileLoader.__module__
_main_loader = _MainLoader()


def _spec_of_file(name, file, package):
    if not file:  # a package without __init__.py
        script = _modules["sys"].path[0]
        place = _NamespacePath([f"{script}/{name.replace('.', '/')}"])
        spec = _ModuleSpec(name, _NamespaceLoader(name, place), is_package=True)
        spec.submodule_search_locations = place
        return spec
    spec = _ModuleSpec(name, _SourceFileLoader(name, file), origin=file, is_package=package)
    spec._set_fileattr = True
    if package:
        spec.submodule_search_locations.append(file.rpartition("/")[0])
    return spec


# C in CPython and part of the program itself.
_built_in = ("_io", "atexit", "builtins", "errno", "gc", "itertools", "signal", "sys", "time",
             "_thread", "_weakref", "_functools", "_collections")


def _spec_in_library(name, package):
    if name in _built_in:
        return _ModuleSpec(name, _BuiltinImporter, origin="built-in")
    file = f"<library {name.replace('.', '/')}{'/__init__' if package else ''}.py>"
    spec = _ModuleSpec(name, _SourceFileLoader(name, file), origin=file, is_package=package)
    spec._set_fileattr = True
    return spec


def _describe_module(name, names):
    spec = _spec_in_library(name, "__path__" in names)
    names["__spec__"], names["__loader__"] = spec, spec.loader


def _describe_library():
    for name, module in _library.items():
        if _isinstance(name, _str_type):
            _describe_module(name, module.__dict__)
    names = _meada.root("builtins").__dict__
    names["__package__"], names["__doc__"] = "", None


def _own_spec(name):
    beside = _meada.root("library")["<modules>"].get(name)
    if beside is not None and name not in _early_modules:
        return _spec_of_file(name, beside[0], beside[2])
    module = None if name in _private_modules else _library.get(name)
    if module is not None:
        return module.__spec__
    found = _meada.rare_module(name)
    return _spec_in_library(name, found[1]) if found else None


def _find_spec(name, package):
    full_name = _resolve_name(name, package)
    parent = full_name.rpartition(".")[0]
    if full_name not in _modules:
        path = _getattr(_load(parent, {}), "__path__", None) if parent else None
        spec = _spec_of_finders(full_name, path, True)
        if spec is not None:
            return spec
        spec = _own_spec(full_name)
        return spec if spec is not None else _spec_of_finders(full_name, path, False)
    module = _modules[full_name]
    if module is None:
        return None
    spec = _getattr(module, "__spec__", _missing)
    if spec is _missing:
        raise _ValueError(f"{name}.__spec__ is not set")
    if spec is None:
        raise _ValueError(f"{name}.__spec__ is None")
    return spec


def _resolve_name(name, package):
    if not name.startswith("."):
        return name
    if not package:
        raise _ImportError(f"no package specified for {name!r} (required for relative module "
                           "names)")
    level = _length(name) - _length(name.lstrip("."))
    return _absolute_name(name[level:], level, {"__package__": package})


def _reload(module):
    name = module.__spec__.name if _getattr(module, "__spec__", None) else module.__name__
    if _modules.get(name) is not module:
        raise _ImportError(f"module {name} not in sys.modules", name=name)
    beside = _meada.root("library")["<modules>"].get(name)
    # A module of the library is as new: its body ran before the script began.
    if beside is None or name in _library and _library[name] is module:
        return module
    return _run_body(module, name,
                     lambda: _run_code(module, _compile_source(beside[1], beside[0], "exec")))
