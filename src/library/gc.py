# gc: the collector of this machine has no generations to count and frees what is in no cycle too,
# so collect() cannot say how much of what it found was in cycles: it says 0.
import _meada

DEBUG_STATS, DEBUG_COLLECTABLE, DEBUG_UNCOLLECTABLE, DEBUG_SAVEALL, DEBUG_LEAK = 1, 2, 4, 32, 38

garbage = []
_enabled = True
_thresholds = (700, 10, 10)
_untracked = dict.fromkeys((type(None), bool, int, float, complex, str, bytes, bytearray,
                            type(Ellipsis), type(NotImplemented), range))


def collect(generation=2):
    if not 0 <= generation <= 2:
        raise ValueError("invalid generation")
    return _meada.collect()


def enable():
    global _enabled
    _enabled = True


def disable():
    global _enabled
    _enabled = False


def isenabled():
    return _enabled


def get_threshold():
    return _thresholds


def set_threshold(threshold0, threshold1=10, threshold2=10, /):
    global _thresholds
    _thresholds = (threshold0, threshold1, threshold2)


def is_tracked(obj, /):
    if type(obj) is dict:
        return any([is_tracked(key) or is_tracked(value) for key, value in obj.items()])
    return type(obj) not in _untracked


def freeze():
    pass


def unfreeze():
    pass


def get_freeze_count():
    return 0
