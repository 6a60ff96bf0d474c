# importlib.machinery: names of what modules' specs are made of.
import _meada

__all__ = ["BuiltinImporter", "ModuleSpec", "SourceFileLoader", "NamespaceLoader"]

_prelude = _meada.root("prelude")
BuiltinImporter, ModuleSpec = _prelude["_BuiltinImporter"], _prelude["_ModuleSpec"]
SourceFileLoader = _prelude["_SourceFileLoader"]
NamespaceLoader = _prelude["_NamespaceLoader"]

SOURCE_SUFFIXES = [".py"]
BYTECODE_SUFFIXES = [".pyc"]


def all_suffixes():
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES
