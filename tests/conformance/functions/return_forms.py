# tests/conformance/functions/return_forms.py: return without value, of several values, and
# falling off the end.
def nothing(): return
def falls(): 1
def several(): return 1, [2], {"three": 3}
def starred(x): return *x, 9
def from_nested(n):
    for i in range(n):
        while True:
            if i == 3:
                return "out of both loops"
            break


print(nothing(), falls(), several(), starred("ab"), from_nested(2), from_nested(9))
