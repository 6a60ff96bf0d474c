# tests/conformance/imports/specs.py: what modules know of where they come from.
import importlib
import importlib.util
import json
import sys

import greeting
import shop
import shop.stock

for module in (json, json.decoder, sys, greeting, shop, shop.stock):
    spec = module.__spec__
    print(spec.name, repr(spec.parent), type(spec).__name__, spec.has_location,
          spec.submodule_search_locations is None, type(module.__loader__).__name__,
          spec.loader is module.__loader__)
print(sys.__spec__)
print(greeting.__spec__.origin == greeting.__file__ == greeting.__loader__.path)
print(shop.__spec__.submodule_search_locations == shop.__path__)
print(__spec__, type(__loader__).__name__, __loader__.name)
print(importlib.util.find_spec("nowhere"), importlib.util.find_spec("shop.stock").name)
print(importlib.util.resolve_name(".stock", "shop"))
print([name for name in dir(greeting) if name.startswith("__")])
