# tests/conformance/exceptions/raise_wrong_things.py: raising and catching what is no exception.
def attempt(f):
    try:
        f()
    except TypeError as e:
        print(e)


def a(): raise 5
def b(): raise "text"
def c(): raise int
def d():
    try:
        raise ValueError
    except 5:
        pass


def e():
    try:
        raise ValueError
    except (int, str):
        pass


def f(): raise ValueError from 5


class Needs(Exception):
    def __init__(self, x): pass


def g(): raise Needs


for x in (a, b, c, d, e, f, g):
    attempt(x)
