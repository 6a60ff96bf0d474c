# tests/conformance/imports/spaces/inner.py: part of a package without __init__.py.
name = "inner"
print(__name__, __package__)
