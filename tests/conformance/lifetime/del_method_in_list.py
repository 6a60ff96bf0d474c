# tests/conformance/lifetime/del_method_in_list.py: an object in a list dies when it is removed or
# the list goes.
class C:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)


x = [C(i) for i in range(6)]
x.pop()
print("popped")
del x[0]
print("deleted")
x[0] = None
print("replaced")
x[1:2] = []
print("slice")
x.clear()
print("cleared")
