# tests/conformance/formatting/float_rounding_in_formats.py: formats round the exact binary value,
# half to even only for true ties.
for x in (0.5, 1.5, 2.5, 0.125, 0.375, 2.675, 1.005, 0.045, 1e15 + 0.5, 999.995, 9.995, 0.95):
    print(f"{x:.0f} {x:.1f} {x:.2f} {x:.3g} {x:.1e}", "%.2f" % x, round(x, 2))
print(f"{2/3:.20f} {0.1:.25f} {1e-5:.3f} {123456789.123456789:.5f} {1e22:.1f} {2 ** 70 * 1.0:.3f}")
