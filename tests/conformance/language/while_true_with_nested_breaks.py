# tests/conformance/language/while_true_with_nested_breaks.py: `break` and `continue` belong to
# the innermost loop.
out = []
i = 0
while True:
    i += 1
    if i == 2:
        continue
    for j in range(10):
        if j == i:
            break
        if j % 2:
            continue
        out.append((i, j))
    if i >= 4:
        break
print(out, i, j)
