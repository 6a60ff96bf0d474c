# tests/conformance/lifetime/del_method_of_temporary.py: an object that nobody keeps dies at the
# end of its expression.
class C:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
    def hello(self): return "hello from " + self.name


C("alone")
print("next line")
print(C("temporary").hello())
x = C("used").name
print(x)
