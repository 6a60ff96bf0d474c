# tests/conformance/formatting/table_output.py: a table aligned with several techniques.
rows = [("apple", 1.5, 10), ("kiwi", 0.25, 200), ("água de coco", 12.0, 3)]
for name, price, n in rows:
    print(f"{name:<14}{price:>8.2f}{n:>6d}{price * n:>12,.2f}")
    print("%-14s%8.2f%6d%12.2f" % (name, price, n, price * n))
    print(name.ljust(14) + str(price).rjust(8) + str(n).rjust(6))
print("-" * 40, "=" * 3, sep="\n")
print(f"{'total':.<20}{sum(p * n for _, p, n in rows):.>20,.3f}")
