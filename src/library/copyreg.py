# copyreg: how objects of classes that do not say so themselves are taken apart, for copy.
import _meada
import functools
import operator

__all__ = ["pickle", "constructor", "add_extension", "remove_extension", "clear_extension_cache"]

dispatch_table = {}

_prelude = _meada.root("prelude")
__newobj__, __newobj_ex__ = _prelude["_copyreg___newobj__"], _prelude["_copyreg___newobj_ex__"]
_reconstructor = _prelude["_copyreg__reconstructor"]


def pickle(ob_type, pickle_function, constructor_ob=None):
    if not callable(pickle_function):
        raise TypeError("reduction functions must be callable")
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    if not callable(object):
        raise TypeError("constructors must be callable")


def _reduce_complex(number):
    return complex, (number.real, number.imag)


def _reduce_union(union):
    return functools.reduce, (operator.or_, union.__args__)


dispatch_table[complex] = _reduce_complex
dispatch_table[type(int | str)] = _reduce_union

_extension_registry = {}   # (module, name): code
_inverted_registry = {}    # code: (module, name)
_extension_cache = {}      # code: object


def add_extension(module, name, code):
    code = int(code)
    if not 1 <= code <= 0x7fffffff:
        raise ValueError("code out of range")
    key = module, name
    if _extension_registry.get(key) == code and _inverted_registry.get(code) == key:
        return
    if key in _extension_registry:
        raise ValueError(f"key {key} is already registered with code {_extension_registry[key]}")
    if code in _inverted_registry:
        raise ValueError(f"code {code} is already in use for key {_inverted_registry[code]}")
    _extension_registry[key] = code
    _inverted_registry[code] = key


def remove_extension(module, name, code):
    key = module, name
    if _extension_registry.get(key) != code or _inverted_registry.get(code) != key:
        raise ValueError(f"key {key} is not registered with code {code}")
    del _extension_registry[key], _inverted_registry[code]
    _extension_cache.pop(code, None)


def clear_extension_cache():
    _extension_cache.clear()
