# tests/conformance/imports/shop/till/__init__.py: a package in a package; imports from above.
from ..stock import apples
from .drawer import coins

__all__ = ["total"]


def total():
    return apples + coins
