# Attributes given to a long str or bytes after it has survived collections live as long as it.
class S(str): pass
class B(bytes): pass
s, b = S("x" * 40000), B(b"y" * 40000)
def churn():
    for turn in range(200):
        [[n] for n in range(2000)]
churn()
s.extra, b.extra = [1, 2, 3], [4, 5, 6]
churn()
print(s.extra, b.extra, len(s), len(b))
