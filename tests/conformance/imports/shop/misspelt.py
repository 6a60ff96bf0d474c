# tests/conformance/imports/shop/misspelt.py: a module that does not compile.
def half(:
    pass
