# warnings: what is said once, always or never, and as what. Its filters also decide on what the
# interpreter itself warns of, once a script has imported this module.
import _meada
import linecache
import sys

__all__ = ["warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings",
           "simplefilter", "resetwarnings", "catch_warnings"]

_ACTIONS = ("error", "ignore", "always", "default", "module", "once")
defaultaction = _defaultaction = "default"
onceregistry = _onceregistry = {}
filters = [("default", None, DeprecationWarning, "__main__", 0),
           ("ignore", None, DeprecationWarning, None, 0),
           ("ignore", None, PendingDeprecationWarning, None, 0),
           ("ignore", None, ImportWarning, None, 0),
           ("ignore", None, ResourceWarning, None, 0)]
_this = _meada.root("library_modules")["warnings"]
_version = 1  # of the filters: what was said under others may be said again


def _filters_mutated():
    global _version
    _version += 1


class WarningMessage:
    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category, self.filename, self.lineno = (message, category, filename,
                                                                   lineno)
        self.file, self.line, self.source = file, line, source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (f"{{message : {self.message!r}, category : {self._category_name!r}, filename : "
                f"{self.filename!r}, lineno : {self.lineno}, line : {self.line!r}}}")


def formatwarning(message, category, filename, lineno, line=None):
    return _text_of(WarningMessage(message, category, filename, lineno, None, line))


def _text_of(warning):
    kind = warning.category.__name__
    text = f"{warning.filename}:{warning.lineno}: {kind}: {warning.message}\n"
    line = warning.line
    if line is None:
        line = linecache.getline(warning.filename, warning.lineno)
    if line.strip():
        text += f"  {line.strip()}\n"
    if warning.source is not None:
        text += f"{kind}: Enable tracemalloc to get the object allocation traceback\n"
    return text


def showwarning(message, category, filename, lineno, file=None, line=None):
    _write(WarningMessage(message, category, filename, lineno, file, line))


_own_showwarning, _own_formatwarning = showwarning, formatwarning


def _write(warning):
    file = sys.stderr if warning.file is None else warning.file
    if file is None:
        return
    if formatwarning is _own_formatwarning:
        text = _text_of(warning)
    else:
        text = formatwarning(warning.message, warning.category, warning.filename, warning.lineno,
                             warning.line)
    try:
        file.write(text)
    except OSError:
        pass


def _show(warning):
    if showwarning is _own_showwarning:
        _show_own(warning)
        return
    if not callable(showwarning):
        raise TypeError("warnings.showwarning() must be set to a function or method")
    showwarning(warning.message, warning.category, warning.filename, warning.lineno, warning.file,
                warning.line)


_show_own = _write  # catch_warnings(record=True) puts a list's append here


def _add_filter(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _filters_mutated()


def _check_filter(action, category, lineno):
    if action not in _ACTIONS:
        raise AssertionError(f"invalid action: {action!r}")
    if not isinstance(lineno, int) or lineno < 0:
        raise AssertionError("lineno must be an int >= 0")


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    _check_filter(action, category, lineno)
    if not isinstance(message, str):
        raise AssertionError("message must be a string")
    if not isinstance(category, type):
        raise AssertionError("category must be a class")
    if not issubclass(category, Warning):
        raise AssertionError("category must be a Warning subclass")
    if not isinstance(module, str):
        raise AssertionError("module must be a string")
    if message or module:
        import re
        message = re.compile(message, re.I) if message else None
        module = re.compile(module) if module else None
    else:
        message = module = None
    _add_filter((action, message, category, module, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    _check_filter(action, category, lineno)
    _add_filter((action, None, category, None, lineno), append)


def resetwarnings():
    filters[:] = []
    _filters_mutated()


def warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    elif not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError("category must be a Warning subclass, not "
                        f"'{type(category).__name__}'")
    frame = _meada.frame(max(stacklevel, 1) - 1)
    if frame is None:
        names, file, line = sys.__dict__, "sys", 1
    else:
        names, file, line = frame.f_globals, frame.f_code.co_filename, frame.f_lineno
    registry = names.setdefault("__warningregistry__", {})
    _decide(message, category, file, line, names.get("__name__", "<string>"), registry, source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None,
                  module_globals=None, source=None):
    if module is None:
        module = filename or "<unknown>"
        if module[-3:].lower() == ".py":
            module = module[:-3]
    _decide(message, category, filename, int(lineno), module, registry, source)


def _is_meant(pattern, text):
    if pattern is None:
        return True
    return pattern == text if isinstance(pattern, str) else pattern.match(text) is not None


def _action_for(text, category, module, line):
    for action, message, kind, wanted, number in filters:
        if (_is_meant(message, text) and issubclass(category, kind) and _is_meant(wanted, module)
                and number in (0, line)):
            return action
    return defaultaction


def _decide(message, category, file, line, module, registry, source):
    if registry is None:
        registry = {}
    if registry.get("version", 0) != _version:
        registry.clear()
        registry["version"] = _version
    if isinstance(message, Warning):
        text, category = str(message), type(message)
    else:
        text = message
    key = (text, category, line)
    if registry.get(key):
        return
    action = _action_for(text, category, module, line)
    if action == "ignore":
        return
    if not isinstance(message, Warning):
        message = category(text)
    if action == "error":
        raise message
    if action != "always":
        registry[key] = 1
        if action != "default":
            place = (text, category) if action == "once" else (text, category, 0)
            said = onceregistry if action == "once" else registry
            if said.get(place):
                return
            said[place] = 1
    _show(WarningMessage(message, category, file, line, source=source))


_told_never_awaited = False


def _never_awaited(message, file, line):
    # At the end of the program the hint comes only if it has come before: CPython cannot import
    # what it is about any more.
    global _told_never_awaited
    hint = file != "sys" or _told_never_awaited
    _told_never_awaited = hint
    names = _meada.root("main_module").__dict__
    _decide(message, RuntimeWarning, file, line, names["__name__"],
            names.setdefault("__warningregistry__", {}), message if hint else None)


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0,
                 append=False):
        self._record = record
        self._module = _this if module is None else module
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        shown = ["record=True"] if self._record else []
        if self._module is not _this:
            shown.append(f"module={self._module!r}")
        return f"catch_warnings({', '.join(shown)})"

    def __enter__(self):
        if self._entered:
            raise RuntimeError(f"Cannot enter {self!r} twice")
        self._entered = True
        module = self._module
        self._saved = module.filters, module.showwarning, module._show_own
        module.filters = module.filters[:]
        module._filters_mutated()
        log = None
        if self._record:
            log = []
            module._show_own = log.append
            module.showwarning = module._own_showwarning
        if self._filter is not None:
            simplefilter(*self._filter)
        return log

    def __exit__(self, *details):
        if not self._entered:
            raise RuntimeError(f"Cannot exit {self!r} without entering first")
        self._module.filters, self._module.showwarning, self._module._show_own = self._saved
        self._module._filters_mutated()
