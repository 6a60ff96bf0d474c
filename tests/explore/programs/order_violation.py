# Used before it is made.
from together import together

cfg = out = None


def maker():
    global cfg, out
    cfg = 7
    out = "made"


def user():
    global out
    r = cfg
    assert r is not None
    out = "used"


together((maker,), (user,))
print(cfg, out)
