# tests/conformance/formatting/fstring_expressions.py: expressions, nested quotes, conversions and
# nested fields in f-strings.
name, n, d = "Ana", 42, {"k": [1, 2]}
print(f"{name} {n + 1} {d['k'][1]} {name.upper()!r} {n!s} {'é'!a} {{literal}} {n if n > 1 else 0}")
print(f"{name:>{n // 4}}|{3.14159:.{2 + 1}f}|{n:{'>'}{8}}|{(lambda x: x * 2)(3)}|{[i for i in range(3)]}|{ {'a': 1}['a'] }")
print(f'{"nested " + f"{n}"}' f" joined {n}" " plain {n}", rf"\n{n}", f"{n:d}" "!")
print(f"""triple {
    n
} lines""", f"{n,}", f"{'a' 'b'}", f"{1 == 1}", f"{n != 3}", f"{(x := 5)}", x)
