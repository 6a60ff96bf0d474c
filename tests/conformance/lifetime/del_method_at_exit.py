# tests/conformance/lifetime/del_method_at_exit.py: what lives at the end dies when the
# interpreter ends.
class C:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)


kept = C("kept")
print("last line")
