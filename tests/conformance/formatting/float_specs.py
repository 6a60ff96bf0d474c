# tests/conformance/formatting/float_specs.py: format specifications of floats.
for spec in ("", ".2f", "8.3f", "<8.1f", "+.1f", " .1f", "e", ".2e", "E", "g", ".3g", "G", "#g", "%", ".1%", ",.2f", "_.1f", "010.2f", "*^12.1f", "=+9.1f", ".0f", "#.0f", "10", ".3", "n", "z.1f"):
    for x in (3.14159, -1234567.891, 0.00001234, 1e20, 0.5, -0.04):
        print(spec, "|" + format(x, spec) + "|")
