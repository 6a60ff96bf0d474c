# tests/conformance/imports/finders_of_a_script.py: finders and loaders in sys.meta_path.
import importlib
import importlib.abc
import importlib.util
import sys

print([finder.__name__ for finder in sys.meta_path[-3:]])
sources = {
    "garden": "plants = ['rose']\nprint('garden runs', __name__, __package__, __spec__.name)\n",
    "garden.tools": "from . import plants\nprint('tools run', __name__, __package__, plants)\n",
    "weed": "1 / 0\n",
    "colorsys": "shadow = True\n",
}


class TextLoader(importlib.abc.InspectLoader):
    def __init__(self, names):
        self.names = names

    def get_source(self, fullname):
        print("source of", fullname)
        return self.names[fullname]

    def is_package(self, fullname):
        return fullname == "garden"


class TextFinder(importlib.abc.MetaPathFinder):
    def find_spec(self, fullname, path, target=None):
        if fullname not in sources:
            return None
        print("asked for", fullname, path)
        return importlib.util.spec_from_loader(fullname, TextLoader(sources))


behind, in_front = TextFinder(), TextFinder()
sys.meta_path.append(behind)
import garden.tools
from garden import tools
print(garden, type(garden.__loader__).__name__, garden.__path__, tools is garden.tools)
print(garden.__spec__)
print(importlib.util.find_spec("weed"))
try:
    import weed
except ZeroDivisionError as error:
    print("weed:", error, "weed" in sys.modules)
try:
    import garden.pond
except ModuleNotFoundError as error:
    print(error)
sys.meta_path.remove(behind)
try:
    import meadow_of_nobody
except ModuleNotFoundError as error:
    print(error, error.name)

sys.meta_path.insert(0, in_front)
import colorsys
print(colorsys.shadow)
sys.meta_path.remove(in_front)


class Everything:
    def find_spec(self, name, path, target=None):
        if name.startswith("made_up_"):
            return importlib.machinery.ModuleSpec(name, self, origin="thin air")

    def create_module(self, spec):
        print("creates", spec)
        return Thing(spec.name)

    def exec_module(self, module):
        module.value = len(module.__name__)


class Thing(type(sys)):
    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return name.upper()


sys.meta_path.append(Everything())
from made_up_one import value, other
print(value, other, importlib.import_module("made_up_two").hello)
made = importlib.util.module_from_spec(importlib.util.find_spec("made_up_three"))
print(made, "made_up_three" in sys.modules)
