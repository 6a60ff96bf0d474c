# tests/conformance/lifetime/iterator_of_class_dies_after_loop.py: an iterator that only the loop
# holds dies at the loop's end.
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        self.n -= 1
        if self.n < 0:
            raise StopIteration
        return self.n
    def __del__(self): print("iterator gone")


for x in It(2):
    print(x)
else:
    print("else")
print("after")
for x in It(5):
    break
print("end")
