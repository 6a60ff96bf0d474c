# tests/conformance/imports/namespace_packages.py: folders without __init__.py are packages, too.
import spaces.inner
from spaces import inner
from spaces.deep.er import value

print(spaces.inner.name, inner.name, value)
print(spaces.__name__, spaces.__package__, hasattr(spaces, "__file__"), type(spaces.__path__).__name__)
print(len(spaces.__path__), spaces.__spec__.origin, type(spaces.__loader__).__name__)
try:
    import spaces.nowhere
except ModuleNotFoundError as error:
    print(error)
