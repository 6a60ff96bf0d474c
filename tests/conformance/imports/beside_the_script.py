# tests/conformance/imports/beside_the_script.py: a module or package in the script's folder.
import sys

import greeting
import shop.till.drawer as drawer
from greeting import *
from shop import stock, take as take_one
from shop.till import *

print(greeting.__name__, repr(greeting.__package__), greeting.__file__.rsplit("/", 1)[1])
print(repr(greeting).startswith("<module 'greeting' from '"))
print(hello("you"), [name for name in ("hello", "_secret") if name in globals()])
print(shop.__path__[0].rsplit("/", 1)[1], shop.till.__package__, drawer.__name__)
print(stock.apples, take_one(2), stock.apples, drawer.coins, total())
print(sorted(name for name in sys.modules if name.partition(".")[0] == "shop"))
print(sys.modules["shop"] is shop, shop.till.drawer is drawer, sys.path[0] == shop.__path__[0][:-5])
