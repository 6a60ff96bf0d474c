# The prelude: finders and loaders that a script puts into sys.meta_path, in front of Python's own
# ways to a module or behind them.

class _FrozenImporter:
    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        return None


class _PathFinder:
    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        spec = _own_spec(fullname)
        return spec if spec is not None and spec.loader is not _BuiltinImporter else None


def _find_built_in(cls, fullname, path=None, target=None):
    return _spec_in_library(fullname, False) if fullname in _built_in else None


_BuiltinImporter.find_spec = classmethod(_find_built_in)
for _each, _where in ((_FrozenImporter, ""), (_PathFinder, "_external")):
    _each.__name__ = _each.__qualname__ = _each.__name__[1:]
    _each.__module__ = "_frozen_importlib" + _where
_own_finders = (_BuiltinImporter, _FrozenImporter, _PathFinder)


def _spec_of_finders(name, path, in_front):
    behind = False
    for finder in _list(_library["sys"].meta_path):
        if finder in _own_finders:
            behind = True
        elif behind is not in_front:
            find = _getattr(finder, "find_spec", None)
            spec = None if find is None else find(name, path, None)
            if spec is not None:
                return spec
    return None


def _module_from_spec(spec):
    module = None
    loader = spec.loader
    if _hasattr(loader, "create_module"):
        module = loader.create_module(spec)
    elif _hasattr(loader, "exec_module") and not _is_own_loader(loader):
        raise _ImportError("loaders that define exec_module() must also define create_module()")
    if module is None:
        module = _meada.root("module")(spec.name)
    module.__name__, module.__spec__, module.__loader__ = spec.name, spec, loader
    module.__package__ = spec.parent
    if spec.submodule_search_locations is not None:
        module.__path__ = spec.submodule_search_locations
    if spec.has_location:
        module.__file__ = spec.origin
    return module


def _is_own_loader(loader):
    return loader is _BuiltinImporter or _isinstance(loader, (_SourceFileLoader, _NamespaceLoader))


def _run_loader(name, spec):
    module = _module_from_spec(spec)
    _modules[name] = module
    loader = spec.loader
    if loader is None:
        if spec.submodule_search_locations is None:
            raise _ImportError("missing loader", name=name)
        return module
    return _run_body(module, name, lambda: loader.exec_module(module))
