# importlib.util: finding modules without importing them.
import _meada

_prelude = _meada.root("prelude")
_find_spec, _resolve_name = _prelude["_find_spec"], _prelude["_resolve_name"]
_module_from_spec, _ModuleSpec = _prelude["_module_from_spec"], _prelude["_ModuleSpec"]


def find_spec(name, package=None):
    return _find_spec(name, package)


def resolve_name(name, package):
    return _resolve_name(name, package)


def module_from_spec(spec):
    return _module_from_spec(spec)


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    if hasattr(loader, "get_filename"):
        return spec_from_file_location(name, loader.get_filename(name), loader=loader)
    if is_package is None and hasattr(loader, "is_package"):
        try:
            is_package = loader.is_package(name)
        except ImportError:
            is_package = None  # the loader does not know the name
    return _ModuleSpec(name, loader, origin=origin, is_package=bool(is_package))


def spec_from_file_location(name, location=None, *, loader=None,
                            submodule_search_locations=None):
    if loader is None:
        raise NotImplementedError("importlib.util.spec_from_file_location() without a loader: "
                                  "there are no files here")
    if location is None:
        location = loader.get_filename(name)
    spec = _ModuleSpec(name, loader, origin=location)
    spec._set_fileattr = True
    if submodule_search_locations is None and hasattr(loader, "is_package"):
        submodule_search_locations = ([location.rpartition("/")[0]] if loader.is_package(name)
                                      else None)
    spec.submodule_search_locations = submodule_search_locations
    return spec
