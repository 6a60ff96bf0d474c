# The prelude: what CPython's site module adds to builtins, and the suggestions behind the text of
# an uncaught NameError or AttributeError.


class _Quitter:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Use {self.name}() or Ctrl-D (i.e. EOF) to exit"

    def __call__(self, code=None):
        raise _SystemExit(code)


_Quitter.__name__ = _Quitter.__qualname__ = "Quitter"
_Quitter.__module__ = "_sitebuiltins"


class _Helper:
    def __repr__(self):
        return "Type help() for interactive help, or help(object) for help about object."

    def __call__(self, *args, **kwargs):
        raise _NotImplementedError("help() is not supported here")


class _Printer:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Type {self.name}() to see the full {self.name} text"

    def __call__(self):
        raise _NotImplementedError(f"{self.name}() is not supported here")


for _each in (_Helper, _Printer):
    _each.__module__ = "_sitebuiltins"
def breakpoint(*args, **kws):
    return _modules["sys"].breakpointhook(*args, **kws)


help = _Helper()
copyright, credits, license = _Printer("copyright"), _Printer("credits"), _Printer("license")
exit = _Quitter("exit")
quit = _Quitter("quit")


# --- "Did you mean" (CPython's suggestions.c: edit distance, a change of case costs less) ---

_move_cost = 2
_case_cost = 1


def _substitution_cost(a, b):
    if a == b:
        return 0
    return _case_cost if a.lower() == b.lower() and a.isascii() else _move_cost


def _edit_distance(a, b, most):
    if a == b:
        return 0
    start = 0
    while start < _length(a) and start < _length(b) and a[start] == b[start]:
        start += 1
    a, b = a[start:], b[start:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    if not a or not b:
        return (_length(a) + _length(b)) * _move_cost
    if _length(a) > 40 or _length(b) > 40:
        return most + 1
    if _length(b) < _length(a):
        a, b = b, a
    if (_length(b) - _length(a)) * _move_cost > most:
        return most + 1
    row = [(index + 1) * _move_cost for index in _range(_length(a))]
    result = 0
    for line in _range(_length(b)):
        distance = result = line * _move_cost
        least = 1 << 60
        for index in _range(_length(a)):
            substitute = distance + _substitution_cost(b[line], a[index])
            distance = row[index]
            move = (result if result < distance else distance) + _move_cost
            result = move if move < substitute else substitute
            row[index] = result
            if result < least:
                least = result
        if least > most:
            return most + 1
    return result


def _bytes_of(name):
    # Distances count bytes of UTF-8.
    return name if name.isascii() else name.encode("utf-8", "replace").decode("latin-1")


def _closest_name(names, wanted):
    if _length(names) > 750 or _length(wanted) == 0:
        return None
    given, wanted = wanted, _bytes_of(wanted)
    best, best_distance = None, 1 << 60
    for name in names:
        if not _isinstance(name, _str_type) or name == given:
            continue
        shown, name = name, _bytes_of(name)
        most = (_length(name) + _length(wanted) + 3) * _move_cost // 6
        if most > best_distance - 1:
            most = best_distance - 1
        distance = _edit_distance(wanted, name, most)
        if distance <= most and distance < best_distance:
            best, best_distance = shown, distance
    return best


def _suggestion(exception):
    # What a printed traceback adds, or "". Subclasses get none.
    kind = _type(exception)
    if kind is _NameError:
        wanted = exception.name
        if not _isinstance(wanted, _str_type) or exception.__traceback__ is None:
            return ""
        found = None
        for names in _meada.names_in_scope(exception):
            found = _closest_name(names, wanted)
            if found is not None:
                break
    elif kind is _AttributeError:
        wanted, object = exception.name, exception.obj
        if not _isinstance(wanted, _str_type):
            return ""
        try:
            names = _dir_of(object)
        except _Exception:
            return ""
        found = _closest_name(names, wanted)
    else:
        return ""
    return "" if found is None else f". Did you mean: '{found}'?"
