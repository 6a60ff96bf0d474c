# tests/conformance/formatting/float_special_values.py: infinities, nan and zeros under every kind
# of format.
for x in (float("inf"), float("-inf"), float("nan"), 0.0, -0.0, 5e-324, 1.7976931348623157e308):
    print(f"{x} {x:f} {x:.2e} {x:g} {x:%} {x:08.1f} {x:+} {x!r:>10}"[:200])
