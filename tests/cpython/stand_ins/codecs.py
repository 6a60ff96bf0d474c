# Absent, but what files only register with it.
import pickletools  # absent as well


def register(search):
    pass


unregister = register


def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    return getattr(pickletools, name)
