# copyreg: how objects of classes that do not say so themselves are taken apart, for copy.
import _meada

__all__ = ["pickle", "constructor"]

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


dispatch_table[complex] = _reduce_complex
