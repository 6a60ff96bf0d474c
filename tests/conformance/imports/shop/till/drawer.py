# tests/conformance/imports/shop/till/drawer.py: a module two packages down, run as a script.
coins = 7
