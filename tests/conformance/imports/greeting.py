# tests/conformance/imports/greeting.py: a module that the others import, run as a script.
_secret = 1
print("greeting runs as", __name__)


def hello(name):
    return f"hello, {name}"
