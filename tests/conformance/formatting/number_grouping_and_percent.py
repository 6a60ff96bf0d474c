# tests/conformance/formatting/number_grouping_and_percent.py: thousands separators and
# percentages with padding.
for n in (0, 7, 999, 1000, 1234567, -1234567, 10 ** 20):
    print(f"{n:,} {n:_} {n:>15,} {n:015,} {n:+,} {n:,.2f} {n:_b}"[:120])
for x in (0.1234, 1, -0.5, 0, 12.3456):
    print(f"{x:%} {x:.0%} {x:8.1%} {x:+.2%} {x:<9.1%}|")
