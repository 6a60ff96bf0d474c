# tests/conformance/lifetime/with_target_outlives_block.py: the target of `with` lives on after
# the block.
class M:
    def __enter__(self): return self
    def __exit__(self, *a): print("exit")
    def __del__(self): print("del")


with M() as m:
    print("body")
print("after the block")
m = None
with M():
    print("second body")
print("end")
