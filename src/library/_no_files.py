# What the modules of files have in common: functions that say that there are none.


def missing(module, names, what="file system"):
    # As functions of the module: each says by name that it is not there.
    made = {}
    for name in names.split():
        def function(*args, name=name, **kwargs):
            raise NotImplementedError(f"{module}.{name}: this machine has no {what}")
        function.__name__ = function.__qualname__ = name
        function.__module__ = module
        made[name] = function
    return made
