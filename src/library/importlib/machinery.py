# importlib.machinery: names of what modules' specs are made of.
import _meada

__all__ = ["BuiltinImporter", "FrozenImporter", "PathFinder", "ModuleSpec", "SourceFileLoader",
           "NamespaceLoader"]

_prelude = _meada.root("prelude")
BuiltinImporter, ModuleSpec = _prelude["_BuiltinImporter"], _prelude["_ModuleSpec"]
FrozenImporter, PathFinder = _prelude["_FrozenImporter"], _prelude["_PathFinder"]
SourceFileLoader = _prelude["_SourceFileLoader"]
NamespaceLoader = _prelude["_NamespaceLoader"]

SOURCE_SUFFIXES = [".py"]
BYTECODE_SUFFIXES = DEBUG_BYTECODE_SUFFIXES = OPTIMIZED_BYTECODE_SUFFIXES = [".pyc"]
EXTENSION_SUFFIXES = [".cpython-311-x86_64-linux-gnu.so", ".abi3.so", ".so"]


def all_suffixes():
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES
