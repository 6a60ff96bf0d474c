# tests/conformance/language/delete_loop_list_while_iterating.py: a list that changes while it is
# iterated is followed by index.
x = [1, 2, 3, 4, 5, 6]
for n in x:
    if n % 2:
        x.remove(n)
    print(n, x)
y = [1]
for n in y:
    if n < 5:
        y.append(n + 1)
print(y)
d = {1: 1, 2: 2}
try:
    for k in d:
        d[k + 10] = 0
except RuntimeError as e:
    print(e)
s = {1, 2}
try:
    for k in s:
        s.discard(k)
except RuntimeError as e:
    print(e)
