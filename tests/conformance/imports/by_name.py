# tests/conformance/imports/by_name.py: importlib.import_module, __import__ and reload.
import importlib

greeting = importlib.import_module("greeting")
print(greeting.__name__)
print(importlib.import_module("shop.stock").__name__)
print(importlib.import_module(".stock", "shop").__name__, importlib.import_module(".", "shop"
                                                                                  ).__name__)
print(__import__("shop.stock").__name__, __import__("json.decoder").__name__)
print(importlib.import_module("json.decoder").__name__)
for arguments in ((".stock",), ("nowhere",), ("",), ("..x", "shop"), ("shop.nowhere",)):
    try:
        importlib.import_module(*arguments)
    except Exception as error:
        print(type(error).__name__, error)
greeting.left_over = 1
again = importlib.reload(greeting)
print(again is greeting, greeting.left_over)
try:
    importlib.reload("greeting")
except TypeError as error:
    print(error)
