# tests/conformance/lifetime/comprehension_temporaries.py: objects made in a comprehension die as
# soon as they are not needed.
class C:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)


print([C(i).n * 10 for i in range(3)])
print(sum(C(i).n for i in range(2)))
