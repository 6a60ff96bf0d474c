# tests/conformance/types/complex_expressions_of_builtins.py: many built-ins working together on
# one text.
text = "the quick brown fox jumps over the lazy dog the end"
count = {}
for w in text.split():
    count[w] = count.get(w, 0) + 1
print(sorted(count.items(), key=lambda p: (-p[1], p[0]))[:3])
print(max(count, key=lambda w: (len(w), w)), " ".join(w[::-1] for w in text.split()[:3]), "".join(sorted(set(text) - {" "})))
print([f"{i}:{w}" for i, w in enumerate(text.split(), 1) if w[0] in "tq"], dict(enumerate("ab")), list(map(len, text.split())))
groups = {}
for w in text.split():
    groups.setdefault(len(w), []).append(w)
print(groups, {k: sorted(set(v)) for k, v in sorted(groups.items())})
