# heapq: a binary heap in a list; see the documentation for what is promised. The order of pushes
# and pops among equals is CPython's: an item sinks to the bottom first and rises from there.
import _meada

__all__ = ["heappush", "heappop", "heapify", "heapreplace", "heappushpop", "merge", "nlargest",
           "nsmallest"]


# The native does it where no comparison needs Python; else it leaves all as it is. So do heappush
# and heappop, which are natives too, and then come here for the rest.
_sink_natively = _meada.heap_sink


def _rise(heap, top, at):
    item = heap[at]
    while at > top:
        parent = at - 1 >> 1
        if not item < heap[parent]:
            break
        heap[at] = heap[parent]
        at = parent
    heap[at] = item


def _sink(heap, at):
    if _sink_natively(heap, at):
        return
    end, top, item = len(heap), at, heap[at]
    child = 2 * at + 1
    while child < end:
        if child + 1 < end and not heap[child] < heap[child + 1]:
            child += 1
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item
    _rise(heap, top, at)


def _rise_last(heap):
    _rise(heap, 0, len(heap) - 1)


def _sink_first(heap, first):
    _sink(heap, 0)
    return first


def _check(heap, what):
    if not isinstance(heap, list):
        raise TypeError(f"{what} must be list, not {type(heap).__name__}")


def heapreplace(heap, item, /):
    _check(heap, "heapreplace() argument 1")
    if not heap:
        raise IndexError("index out of range")
    first = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return first


def heappushpop(heap, item, /):
    _check(heap, "heappushpop() argument 1")
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _sink(heap, 0)
    return item


def heapify(heap, /):
    _check(heap, "heapify() argument")
    for at in range(len(heap) // 2 - 1, -1, -1):
        _sink(heap, at)


class _Descending:
    __slots__ = ("key",)

    def __init__(self, key):
        self.key = key

    def __eq__(self, other):
        return self.key == other.key

    def __lt__(self, other):
        return other.key < self.key


_written_in_python = ("merge", "nlargest", "nsmallest")


def merge(*iterables, key=None, reverse=False):
    # The first item of each that has one: [what it is ordered by, which source, item, the rest].
    heap = []
    for number, iterable in enumerate(iterables):
        source = iter(iterable)
        for item in source:
            heap.append([_order(item, key, reverse), number, item, source])
            break
    heapify(heap)
    while heap:
        first = heap[0]
        yield first[2]
        for item in first[3]:
            first[0], first[2] = _order(item, key, reverse), item
            _sink(heap, 0)
            break
        else:
            heappop(heap)


def _order(item, key, reverse):
    by = item if key is None else key(item)
    return _Descending(by) if reverse else by


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[:max(n, 0)]


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]


# --- heaps with the largest item first, which no document names but programs use ---

def _sink_max(heap, at):
    end, top, item = len(heap), at, heap[at]
    child = 2 * at + 1
    while child < end:
        if child + 1 < end and not heap[child + 1] < heap[child]:
            child += 1
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    while at > top and heap[at - 1 >> 1] < item:
        heap[at] = heap[at - 1 >> 1]
        at = at - 1 >> 1
    heap[at] = item


def _heapify_max(heap, /):
    _check(heap, "_heapify_max() argument")
    for at in range(len(heap) // 2 - 1, -1, -1):
        _sink_max(heap, at)


def _heappop_max(heap, /):
    _check(heap, "_heappop_max() argument")
    if not heap:
        raise IndexError("index out of range")
    last = heap.pop()
    return _heapreplace_max(heap, last) if heap else last


def _heapreplace_max(heap, item, /):
    _check(heap, "_heapreplace_max() argument 1")
    if not heap:
        raise IndexError("index out of range")
    first, heap[0] = heap[0], item
    _sink_max(heap, 0)
    return first
