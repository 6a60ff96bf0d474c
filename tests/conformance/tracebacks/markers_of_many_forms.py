# tests/conformance/tracebacks/markers_of_many_forms.py: which part of a line is marked.
data = {"a": [1]}


def nested():
    for item in data["a"][0]:
        pass


def sums():
    return (data["a"][0] + 2) * "x" - [1]


def stores():
    data["a"][5] = 1


for act in (nested, sums, stores, lambda: data["a"] ["b"], lambda: -data["a"],
            lambda: data["a"] < 3, lambda: 1 + data["a"]):
    try:
        act()
    except Exception as error:
        kept = error
        try:
            raise RuntimeError(act.__name__) from error
        except RuntimeError as outer:
            last = outer
data["zz"][0] @= 1
