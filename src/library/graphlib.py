# graphlib: an order of nodes in which each comes after those that it depends on.
from types import GenericAlias

__all__ = ["TopologicalSorter", "CycleError"]


_none = object()


class CycleError(ValueError):
    pass


class _Node:
    __slots__ = ("node", "waits_for", "successors", "state")

    def __init__(self, node):
        self.node = node
        self.waits_for = 0  # predecessors that are not done
        self.successors = []
        self.state = "waiting"  # then "given", "done"


class TopologicalSorter:
    def __init__(self, graph=None):
        self._nodes = {}
        self._ready = None  # None until prepared
        self._given = self._finished = 0
        if graph is not None:
            for node, predecessors in graph.items():
                self.add(node, *predecessors)

    def _entry(self, node):
        entry = self._nodes.get(node)
        if entry is None:
            entry = self._nodes[node] = _Node(node)
        return entry

    def add(self, node, *predecessors):
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        entry = self._entry(node)
        entry.waits_for += len(predecessors)
        for predecessor in predecessors:
            self._entry(predecessor).successors.append(node)

    def prepare(self):
        if self._ready is not None:
            raise ValueError("cannot prepare() more than once")
        self._ready = [entry.node for entry in self._nodes.values() if not entry.waits_for]
        cycle = self._cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def get_ready(self):
        self._check_prepared()
        ready = tuple(self._ready)
        for node in ready:
            self._nodes[node].state = "given"
        self._ready.clear()
        self._given += len(ready)
        return ready

    def is_active(self):
        self._check_prepared()
        return self._finished < self._given or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        self._check_prepared()
        for node in nodes:
            entry = self._nodes.get(node)
            if entry is None:
                raise ValueError(f"node {node!r} was not added using add()")
            if entry.state == "waiting":
                raise ValueError(f"node {node!r} was not passed out (still not ready)")
            if entry.state == "done":
                raise ValueError(f"node {node!r} was already marked done")
            entry.state = "done"
            for successor in entry.successors:
                after = self._nodes[successor]
                after.waits_for -= 1
                if not after.waits_for:
                    self._ready.append(successor)
            self._finished += 1

    def static_order(self):
        self.prepare()
        while self.is_active():
            ready = self.get_ready()
            yield from ready
            self.done(*ready)

    def _check_prepared(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")

    def _cycle(self):
        # Depth first along the successors; a node met again on the way there closes a cycle.
        seen, places, way, rest = set(), {}, [], []
        for start in self._nodes:
            node = start
            while True:
                if node in seen:
                    if node in places:
                        return way[places[node]:] + [node]
                else:
                    seen.add(node)
                    rest.append(iter(self._nodes[node].successors))
                    places[node] = len(way)
                    way.append(node)
                node = _next_node(way, rest, places)
                if node is _none:
                    break
        return None

    __class_getitem__ = classmethod(GenericAlias)


def _next_node(way, rest, places):
    # The next successor of the last node on the way that has one left.
    while way:
        for node in rest[-1]:
            return node
        del places[way.pop()]
        rest.pop()
    return _none
