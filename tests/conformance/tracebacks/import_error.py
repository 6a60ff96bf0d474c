# tests/conformance/tracebacks/import_error.py: a module that does not exist and a name that is
# not in one.
try:
    from math import nosuch
except ImportError as e:
    print(e.name, e.msg[:40])
import nosuchmodule_at_all
