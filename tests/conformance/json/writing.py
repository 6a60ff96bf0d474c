# tests/conformance/json/writing.py: json.dumps with all its parameters, dump, encoders.
import json
import sys


class Foo:
    pass


for text in [
    'json.dumps(Foo())',
    'json.dumps({1:2,None:3,True:4,1.5:2})',
    'json.dumps({(1,):2})',
    'json.dumps({(1,):2},skipkeys=True)',
    'json.dumps(float("nan"))',
    'json.dumps(float("nan"),allow_nan=False)',
    'json.dumps([1,{"a":[]}],indent=2)',
    'json.dumps([1,{"a":[], "b":{}, "c":()}],indent="\\t")',
    'json.dumps({"b":1,"a":[1,2,(3,)]},sort_keys=True,separators=(",",":"))',
    'json.dumps("é\\u2028\\U0001F600\\n\\x7f\\x00/\\"\\\\")',
    'json.dumps("é",ensure_ascii=False)',
    'json.dumps({1,2})',
    'json.dumps([1,2],indent=0)',
    'json.dumps({"a":1,2:3},sort_keys=True)',
    'json.dumps(b"a")',
    'json.dumps({b"a":1})',
    'json.dumps({"a":1}, default=1)',
    'json.dumps([Foo()], default=lambda o: o)',
    'json.dumps([1.0,1e100,-0.0,1e16,10**30])',
    'json.JSONEncoder().encode({"a":1})',
    'json.dumps(1, foo=1)',
    'list(json.JSONEncoder().iterencode([1,{"a":2}]))',
    'list(json.JSONEncoder(indent=2).iterencode([1,{"a":2,"b":{}}]))',
    'json.dumps({"a":1},indent=4,separators=None)',
    'json.dumps([Foo()], default=lambda o: {"x": [1]}, indent=1)',
    'json.dumps({"z":Foo(),"a":Foo()}, default=lambda o: "F", sort_keys=True)',
]:
    try:
        print(text, repr(eval(text)))
    except Exception as error:
        print(text, type(error), error)

values = []
values.append(values)
try:
    json.dumps(values)
except ValueError as error:
    print(error)
json.dump({"a": [1, 2, {"b": None}]}, sys.stdout, indent=2)
print()


class SetEncoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, set):
            return sorted(o)
        return super().default(o)


print(json.dumps({"s": {3, 1, 2}}, cls=SetEncoder))
try:
    json.dumps(Foo(), cls=SetEncoder)
except TypeError as error:
    print(error)
print(json.loads(json.dumps({"x": [1, 2.5, "é", None, True]})))
