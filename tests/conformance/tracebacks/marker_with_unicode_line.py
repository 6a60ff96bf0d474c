# tests/conformance/tracebacks/marker_with_unicode_line.py: the marker counts characters of a line
# with accents and wide letters.
ação = {"é": 1}
print("início", "日本", ação["é"] + ação["não há"])
