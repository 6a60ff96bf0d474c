# tests/conformance/functions/star_arguments_make_new_containers.py: *args is a fresh tuple and
# **kwargs a fresh dict for each call.
def f(*args, **kwargs):
    kwargs["added"] = 1
    return args, kwargs


d = {"x": 0}
t = (1, 2)
a, k = f(*t, **d)
print(a, k, d, a == t)


def rest(first, *others, sep="-"):
    return first + sep + sep.join(others)


print(rest(*"abc"), rest("a", *"bc", sep="+"), rest("a"))
