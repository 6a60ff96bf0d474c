# tests/conformance/types/set_reuses_deleted_entries.py: where a key goes after others were
# discarded shows in the order.
s = set()
for key in (0, 8, 16):
    s.add(key)
s.discard(0)
s.discard(8)
s.add(24)
s.add(32)
print(s)
t = {10, 2}
t.discard(2)
t.add(3)
print(t)
