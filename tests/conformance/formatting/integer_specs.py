# tests/conformance/formatting/integer_specs.py: format specifications of integers.
for spec in ("", "d", "5", "<5", ">5", "^5", "05", "+", " ", "-", "+d", "x", "X", "#x", "#X", "o", "#o", "b", "#b", "#010x", ",", "_", "_x", "c", "e", ".2f", "%", "*^9,", "=+8", "0=6", "n", "08b", ",.1f", "g"):
    print(repr(spec), "|" + format(1234567 if "," in spec or "_" in spec else 97, spec) + "|", "|" + (format(-42, spec) if spec != "c" else "") + "|")
