# Absent but for the number of its protocols, which files ask while they load.
import copyreg  # absent as well

HIGHEST_PROTOCOL = 5


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    return getattr(copyreg, name)
