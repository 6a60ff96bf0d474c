# tests/conformance/json/reading.py: json.loads with its hooks, and what it says of wrong texts.
import json

for text in [
    'json.loads("")',
    'json.loads("{")',
    'json.loads("[1,]")',
    'json.loads("{\\"a\\":1,}")',
    'json.loads("[1 2]")',
    'json.loads("{\\"a\\" 1}")',
    'json.loads("{a:1}")',
    'json.loads("nul")',
    'json.loads("\\"abc")',
    'json.loads("\\"a\\nb\\"")',
    'json.loads("\\"\\\\x\\"")',
    'json.loads("\\"\\\\u12\\"")',
    'json.loads("1 2")',
    'json.loads("\\ufeff1")',
    'json.loads(1)',
    'json.loads("[1")',
    'json.loads("{\\"a\\":")',
    'json.loads("[")',
    'json.loads("-")',
    'json.loads("01")',
    'json.loads("1.")',
    'json.loads("NaN")',
    'json.loads("-Infinity")',
    'json.loads("1e5")',
    'json.loads("1"*5000)[:3]',
    'json.loads("{\\"a\\":1 \\"b\\"}")',
    'json.loads("[]]")',
    'json.loads(b"[1]")',
    'json.JSONDecodeError.__mro__',
    'json.loads("[1.0, 1E+2, -0, \\"\\\\ud83d\\\\ude00\\", \\"\\\\ud83d\\"]")',
    'json.loads("  [ 1 , 2 ]  ")',
    'json.loads("\\t")',
    'json.JSONDecoder().raw_decode("[1] x")',
    'json.JSONDecoder().decode("[1] x")',
    'json.loads("1", foo=1)',
    'json.loads("{\\"a\\":1,\\"a\\":2}", object_pairs_hook=list)',
    'json.loads("[1,2.5]", parse_float=str, parse_int=str)',
    'json.loads("NaN", parse_constant=str)',
    'json.loads("{\\"a\\": }")',
    'json.loads("[,]")',
    'json.loads("\\"\\\\ud83dx\\"")',
    'json.loads("{,")',
    'json.loads("{1:2}")',
    'json.loads("x")',
    'json.loads(" [1, {\\"a\\" : null}] ", object_hook=lambda d: ("d", d))',
    'json.loads("[1,", object_hook=dict)',
    'json.loads("{\\"a\\":1 2}", object_hook=dict)',
    'json.loads("[1.0, 1e2,-5, true,false,null, Infinity]", parse_int=float)',
]:
    try:
        print(text, repr(eval(text)))
    except Exception as error:
        print(text, type(error), error)

try:
    json.loads('{"a":\n x}')
except json.JSONDecodeError as error:
    print(vars(error), repr(error), error.args, type(error).__module__)
print(json.loads("[" * 500 + "]" * 500) != [])
try:
    json.loads("[" * 100000 + "]" * 100000)
except RecursionError as error:
    print(error)
