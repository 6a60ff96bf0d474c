# tests/conformance/classes/attribute_lookup_order.py: instance attributes hide class attributes;
# data descriptors win over both.
class C:
    x = "class"

    @property
    def p(self):
        return "property"


c = C()
print(c.x)
c.x = "instance"
print(c.x, C.x)
c.__dict__["p"] = "hidden"
print(c.p, c.__dict__)
del c.x
print(c.x)
try:
    del c.x
except AttributeError as e:
    print(type(e).__name__)
C.y = "added later"
print(c.y)
