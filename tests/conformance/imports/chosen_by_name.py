# tests/conformance/imports/chosen_by_name.py: names of modules that are put together at run time.
import importlib

for name in ("prices", "stock", "nothing"):
    try:
        module = importlib.import_module("shop." + name)
        print(module.__name__, module.__package__)
    except ModuleNotFoundError as error:
        print(error)
