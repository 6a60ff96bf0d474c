# tests/conformance/imports/shop/stock.py: a module of a package, run as a script.
apples = 5
