# pickle: objects as bytes and back; what does it is in _pickle, as CPython's is in C.
from _pickle import (_DEFAULT as DEFAULT_PROTOCOL, _HIGHEST as HIGHEST_PROTOCOL, PickleError,
                     Pickler, PicklingError, Unpickler, UnpicklingError, dump, dumps, load, loads)

__all__ = ["PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler", "dump",
           "dumps", "load", "loads"]

format_version = "4.0"
compatible_formats = ["1.0", "1.1", "1.2", "1.3", "2.0", "3.0", "4.0", "5.0"]
