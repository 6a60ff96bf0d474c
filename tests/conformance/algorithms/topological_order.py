# tests/conformance/algorithms/topological_order.py: graphlib: an order by dependencies, its
# cycles, its errors.
from graphlib import *
ts = TopologicalSorter({"D": {"B", "C"}, "B": {"A"}, "C": {"A"}})
o = list(TopologicalSorter({3: [1, 2], 2: [1]}).static_order()); print(o)
ts = TopologicalSorter(); ts.add(1, 2); ts.add(2, 3); ts.add(3, 1)
try: ts.prepare()
except CycleError as e: print(e, e.args)
ts = TopologicalSorter({1:[2]})
for f in ("ts.get_ready()","ts.done(1)"):
    try: print(eval(f))
    except ValueError as e: print(e)
ts.prepare()
for f in ("ts.get_ready()","ts.done(1)","ts.done(2)","ts.done(2)","ts.done(7)","ts.is_active()","ts.get_ready()","ts.done(1)","bool(ts)", "ts.prepare()", "ts.add(3)"):
    try: print(eval(f))
    except ValueError as e: print(e)
