# tests/conformance/text/toml.py: TOML is read, and what is wrong with it told.
import tomllib

text = '''
title = "é\\n" # note
"quoted key".sub = 'C:\\raw'
numbers = [1_000, 0xff, 0o17, 0b11, -5, 3.5e-2, inf, -inf]
long = """
one \\
   two"""
raw = \'\'\'it's\'\'\'
when = [1979-05-27T07:32:00Z, 1979-05-27T00:32:00.5-07:00, 1979-05-27 07:32:00, 1979-05-27, 07:32:00]
point = {x = 1, y.z = true}
[server.alpha]
ip = "10.0.0.1"
[[fruit]]
name = "apple"
[fruit.physical]
color = "red"
[[fruit]]
name = "banana"
'''
for name, value in tomllib.loads(text).items():
    print(name, value)
print(tomllib.loads("a = 1.5", parse_float=str))
for wrong in ("a = ", "= 1", "a = 1\na = 2", "[t]\n[t]", "a = 'x", 'a = "\\q"', "a = {b = 1, b = 2}", "a = [1", "a = 01",
              "[x", "a = 2024-13-01", "a.b = 1\n[a]", "a = nope", "a = 1 b = 2", "[[x]]\n[x]", 'a = """b'):
    try:
        print(tomllib.loads(wrong))
    except tomllib.TOMLDecodeError as error:
        print(error)
