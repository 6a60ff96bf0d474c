# tests/conformance/collections/chain_map.py: a ChainMap looks in one mapping after the other and
# writes to the first.
from collections import ChainMap

cm = ChainMap({"a": 1}, {"b": 2, "a": 0})
cm["c"] = 3; print(cm, cm.maps, cm.get("q"), "b" in cm, list(cm.items()), cm.pop("a"), cm["a"], cm | {"z": 1}, cm.copy(), bool(ChainMap()))
for f in ("cm.pop('b')", "cm.__delitem__('b')", "ChainMap().popitem()"):
    try: eval(f)
    except KeyError as e: print(e)
