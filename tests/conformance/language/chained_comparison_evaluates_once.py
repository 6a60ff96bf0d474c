# tests/conformance/language/chained_comparison_evaluates_once.py: the middle operand of a chained
# comparison is evaluated once, and the chain stops early.
def say(x):
    print("say", x)
    return x


print(say(1) < say(2) < say(3))
print(say(3) < say(2) < say(1))
print(1 < 2 > 0 != 5 in [5])
one = 1
print(one == one + 0.0 is not None)
