# _pickle_names: functions and classes as pickles name them, by module and qualified name.
import _meada
import copyreg
import operator
import sys as _sys

_BUILT_IN = type(len)
_is_hidden = _meada.is_hidden_function


def _two_names(text):
    # "module.name=old_module.old_name …", for protocols that Python 2 could read.
    pairs = {}
    for pair in text.split():
        new, _, old = pair.partition("=")
        pairs[tuple(new.split("."))] = tuple(old.split("."))
    return pairs


_old_modules = {"builtins": "__builtin__", "copyreg": "copy_reg", "queue": "Queue",
                "_thread": "thread", "_pickle": "pickle"}
_old_names = _two_names("""
    builtins.range=__builtin__.xrange builtins.chr=__builtin__.unichr
    builtins.str=__builtin__.unicode builtins.int=__builtin__.long
    builtins.zip=itertools.izip builtins.map=itertools.imap builtins.filter=itertools.ifilter
    functools.reduce=__builtin__.reduce sys.intern=__builtin__.intern
    itertools.filterfalse=itertools.ifilterfalse itertools.zip_longest=itertools.izip_longest
    collections.UserDict=UserDict.IterableUserDict collections.UserList=UserList.UserList
    collections.UserString=UserString.UserString
    builtins.ModuleNotFoundError=exceptions.ImportError""")
for _name in """
        ArithmeticError AssertionError AttributeError BaseException BufferError BytesWarning
        DeprecationWarning EOFError Exception FloatingPointError FutureWarning GeneratorExit
        ImportError ImportWarning IndentationError IndexError KeyError KeyboardInterrupt
        LookupError MemoryError NameError NotImplementedError OSError OverflowError
        PendingDeprecationWarning ReferenceError RuntimeError RuntimeWarning StopIteration
        SyntaxError SyntaxWarning SystemError SystemExit TabError TypeError UnboundLocalError
        UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning
        UserWarning ValueError Warning ZeroDivisionError""".split():
    _old_names["builtins", _name] = ("exceptions", _name)
_new_modules = {old: new for new, old in _old_modules.items() if old != "pickle"}
_new_names = {old: new for new, old in _old_names.items()}
for _name in """
        BlockingIOError BrokenPipeError ChildProcessError ConnectionAbortedError ConnectionError
        ConnectionRefusedError ConnectionResetError FileExistsError FileNotFoundError
        InterruptedError IsADirectoryError NotADirectoryError PermissionError ProcessLookupError
        TimeoutError""".split():
    _old_names["builtins", _name] = ("exceptions", "OSError")
del _name


def old_name(module, name):
    return _old_names.get((module, name)) or (_old_modules.get(module, module), name)


def new_name(module, name):
    return _new_names.get((module, name)) or (_new_modules.get(module, module), name)


def encode(text, encoding):
    # What protocols below 3 make bytes of; in CPython it belongs to module _codecs.
    return text.encode(encoding)


encode.__module__ = "_codecs"
_without_module = {("_codecs", "encode"): encode}
for _name in operator.__all__:
    _without_module["_operator", _name] = getattr(operator, _name)
del _name
_module_names = {}


def module_text(obj, module):
    # One str for each module, which the memo of a pickle finds again, and that nothing else is:
    # functions and types of C have one each.
    key = module, type(obj) is _BUILT_IN or _is_hidden(obj)
    text = _module_names.get(key)
    if text is None:
        text = _module_names[key] = "".join((module[:1], module[1:]))
    return text


def _deep(obj, names):
    parent = obj
    for name in names:
        parent, obj = obj, getattr(obj, name)
    return obj, parent


def _module_of(obj, names):
    module = getattr(obj, "__module__", None)
    if module is not None:
        return module
    for name, module in list(_sys.modules.items()):
        if name not in ("__main__", "__mp_main__") and module is not None:
            try:
                if _deep(module, names)[0] is obj:
                    return name
            except AttributeError:
                pass
    return "__main__"


def place_of(obj, name, error):
    # (module, qualified name, what holds it); error: what is raised if it is not found there.
    if name is None:
        name = getattr(obj, "__qualname__", None)
        if name is None:
            name = obj.__name__
    names = name.split(".")
    if "<locals>" in names:
        raise AttributeError(f"Can't pickle local object {name!r}")
    module = _module_of(obj, names)
    if module == "operator" and type(obj) is not type:
        module = "_operator"
    found = _without_module.get((module, name))
    if found is obj:
        return module, name, None
    try:
        __import__(module)
        place = _sys.modules[module]
    except (ImportError, ValueError, KeyError):
        raise error(f"Can't pickle {obj!r}: import of module {module!r} failed") from None
    try:
        found, parent = _deep(place, names)
    except AttributeError:
        raise error(f"Can't pickle {obj!r}: attribute lookup {name} on {module} failed") from None
    if found is not obj:
        raise error(f"Can't pickle {obj!r}: it's not the same object as {module}.{name}")
    return module, name, None if parent is place else parent


def extension_code(module, name):
    return copyreg._extension_registry.get((module, name))


def find(module, name, deep):
    found = _without_module.get((module, name))
    if found is not None:
        return found
    __import__(module)
    place = _sys.modules[module]
    names = name.split(".") if deep else [name]
    if "<locals>" in names:
        raise AttributeError(f"Can't get local attribute {name!r} on {place!r}")
    try:
        return _deep(place, names)[0]
    except AttributeError:
        raise AttributeError(f"Can't get attribute {name!r} on {place!r}") from None
