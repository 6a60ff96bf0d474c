# tests/conformance/types/set_as_key.py: a set, and what is made over it, is found as the frozenset of its items.
class S(set):
    pass


held = {frozenset("ab")}
print(S("ab") in held, set("ab") in held, S("a") in held)
held.discard(S("ab"))
print(held)
for call in (lambda: hash(S()), lambda: {S()}, lambda: set().difference(123),
             lambda: set().difference_update(123), lambda: set() - [1]):
    try:
        print(call())
    except TypeError as error:
        print(error)
