# importlib: importing by name. The machinery is the prelude's (builtins_imports.py).
import _meada

__all__ = ["__import__", "import_module", "invalidate_caches", "reload"]

_prelude = _meada.root("prelude")
_load, _absolute_name, _reload = (_prelude["_load"], _prelude["_absolute_name"],
                                  _prelude["_reload"])
__import__ = __import__


def import_module(name, package=None):
    level = len(name) - len(name.lstrip("."))
    if level:
        if not package:
            raise TypeError("the 'package' argument is required to perform a relative import "
                            f"for {name!r}")
        name = _absolute_name(name[level:], level, {"__package__": package})
    if not name:
        raise ValueError("Empty module name")
    return _load(name, {})


def invalidate_caches():
    pass


def reload(module):
    if not isinstance(module, type(_meada)):
        raise TypeError("reload() argument must be a module")
    return _reload(module)
