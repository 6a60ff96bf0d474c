# importlib.util: finding modules without importing them.
import _meada

_prelude = _meada.root("prelude")
_find_spec, _resolve_name = _prelude["_find_spec"], _prelude["_resolve_name"]


def find_spec(name, package=None):
    return _find_spec(name, package)


def resolve_name(name, package):
    return _resolve_name(name, package)


def module_from_spec(spec):
    made = type(_meada)(spec.name)
    made.__spec__, made.__loader__, made.__package__ = spec, spec.loader, spec.parent
    if spec.submodule_search_locations is not None:
        made.__path__ = spec.submodule_search_locations
    if spec.has_location:
        made.__file__ = spec.origin
    return made


def spec_from_file_location(name, location=None, *, loader=None,
                            submodule_search_locations=None):
    raise NotImplementedError("importlib.util.spec_from_file_location(): there are no files here")
