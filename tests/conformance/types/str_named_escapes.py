# tests/conformance/types/str_named_escapes.py: \N{...} takes a character by its Unicode name.
print("\N{LATIN SMALL LETTER E WITH ACUTE}", "\N{GREEK SMALL LETTER PI}", "\N{EM DASH}", "\N{snowman}", "\N{GRINNING FACE}")
print(len("\N{LATIN SMALL LETTER A}\N{COMBINING ACUTE ACCENT}"), f"{'x'}\N{BULLET}", r"\N{BULLET}", b"\N{BULLET}")
