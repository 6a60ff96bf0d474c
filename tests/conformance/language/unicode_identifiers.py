# tests/conformance/language/unicode_identifiers.py: names may have letters of any script, in
# normal form KC.
ação = "ação"
π = 3
ﬁ = "ligature"
print(ação, π, fi)


def größe(ñ):
    return ñ * 2


class Ärger(Exception):
    pass


print(größe(π))
try:
    raise Ärger("já")
except Ärger as e:
    print(repr(e))
