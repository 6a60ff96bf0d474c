# tests/conformance/lifetime/many_die_at_once.py: finalisers of things that die together run one
# after the other, however many they are.
class C:
    count = 0
    def __del__(self):
        helper = [self]
        C.count += len(helper)


things = [C() for _ in range(3000)]
things = None
print(C.count)


class Node:
    def __init__(self, next): self.next = next
    def __del__(self): C.count += 1


chain = None
for _ in range(3000):
    chain = Node(chain)
chain = None
print(C.count)
