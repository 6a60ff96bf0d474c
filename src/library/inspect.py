# inspect: what live objects are and where their source is.
import _inspect_source as _source
import builtins
import sys
import types
from collections import namedtuple
from _inspect_signature import (BoundArguments, Parameter, Signature, _KEYWORD_ONLY,
                                _POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_KEYWORD,
                                _VAR_POSITIONAL, _empty, _ParameterKind, _signature_of,
                                formatannotation, signature)

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS = 1, 2, 4, 8
CO_NESTED, CO_GENERATOR, CO_NOFREE = 16, 32, 64
CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 128, 256, 512

GEN_CREATED, GEN_RUNNING = "GEN_CREATED", "GEN_RUNNING"
GEN_SUSPENDED, GEN_CLOSED = "GEN_SUSPENDED", "GEN_CLOSED"
CORO_CREATED, CORO_RUNNING = "CORO_CREATED", "CORO_RUNNING"
CORO_SUSPENDED, CORO_CLOSED = "CORO_SUSPENDED", "CORO_CLOSED"


# --- what is it ---

_native_descriptors = (types.MethodDescriptorType, types.WrapperDescriptorType,
                       types.ClassMethodDescriptorType)


def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    if isinstance(object, _native_descriptors):
        return True
    return hasattr(type(object), "__get__") and not hasattr(type(object), "__set__")


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    return hasattr(type(object), "__set__") or hasattr(type(object), "__delete__")


def ismemberdescriptor(object):
    return isinstance(object, types.MemberDescriptorType)


def isgetsetdescriptor(object):
    return isinstance(object, types.GetSetDescriptorType)


def _has_flag(object, flag):
    object = getattr(object, "__func__", object) if ismethod(object) else object
    functools = sys.modules.get("functools")
    while functools is not None and isinstance(object, functools.partial):
        object = object.func
    object = getattr(object, "__func__", object) if ismethod(object) else object
    return isfunction(object) and bool(object.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    return _has_flag(obj, CO_GENERATOR)


def iscoroutinefunction(obj):
    return _has_flag(obj, CO_COROUTINE)


def isasyncgenfunction(obj):
    return _has_flag(obj, CO_ASYNC_GENERATOR)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def isasyncgen(object):
    return isinstance(object, types.AsyncGeneratorType)


def isawaitable(object):
    return (isinstance(object, types.CoroutineType)
            or isinstance(object, types.GeneratorType)
            and bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE)
            or hasattr(type(object), "__await__"))


def istraceback(object):
    return isinstance(object, types.TracebackType)


def isframe(object):
    return isinstance(object, types.FrameType)


def iscode(object):
    return isinstance(object, types.CodeType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def ismethodwrapper(object):
    return isinstance(object, types.MethodWrapperType)


def isroutine(object):
    return (isbuiltin(object) or isfunction(object) or ismethod(object)
            or ismethoddescriptor(object))


def isabstract(object):
    return isclass(object) and bool(getattr(object, "__abstractmethods__", None))


# --- members ---

def getmembers(object, predicate=None):
    return _members(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    return _members(object, predicate, getattr_static)


def _members(object, predicate, get):
    names = dir(object)
    if isclass(object):
        mro = (object, *object.__mro__)
        for base in object.__bases__:
            for name, value in base.__dict__.items():
                if isinstance(value, types.DynamicClassAttribute):
                    names.append(name)
    else:
        mro = ()
    found, done = [], set()
    for name in names:
        try:
            value = get(object, name)
            if name in done:
                raise AttributeError
        except AttributeError:
            for base in mro:
                if name in base.__dict__:
                    value = base.__dict__[name]
                    break
            else:
                continue
        if predicate is None or predicate(value):
            found.append((name, value))
        done.add(name)
    return sorted(found, key=lambda pair: pair[0])


_missing = object()


def getattr_static(obj, attr, default=_missing):
    own = _missing
    if not isclass(obj):
        kind = type(obj)
        try:
            own = object.__getattribute__(obj, "__dict__").get(attr, _missing)
        except AttributeError:
            pass
    else:
        kind = obj
    found = _missing
    for each in kind.__mro__:
        if attr in each.__dict__:
            found = each.__dict__[attr]
            break
    if own is not _missing and found is not _missing and hasattr(type(found), "__get__") and (
            hasattr(type(found), "__set__") or hasattr(type(found), "__delete__")):
        return found
    if own is not _missing:
        return own
    if found is not _missing:
        return found
    if isclass(obj):
        for each in type(kind).__mro__:
            if attr in each.__dict__:
                return each.__dict__[attr]
    if default is not _missing:
        return default
    raise AttributeError(attr)


def getmro(cls):
    return cls.__mro__


def unwrap(func, *, stop=None):
    first, seen = func, {id(func)}
    while hasattr(func, "__wrapped__") and (stop is None or not stop(func)):
        func = func.__wrapped__
        if id(func) in seen or len(seen) >= sys.getrecursionlimit():
            raise ValueError(f"wrapper loop when unwrapping {first!r}")
        seen.add(id(func))
    return func


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    if isclass(obj):
        found = obj.__dict__.get("__annotations__")
        module = sys.modules.get(obj.__module__)
        own_globals, own_locals = getattr(module, "__dict__", None), dict(obj.__dict__)
    elif ismodule(obj):
        found, own_globals, own_locals = getattr(obj, "__annotations__", None), obj.__dict__, None
    elif callable(obj):
        found = getattr(obj, "__annotations__", None)
        own_globals, own_locals = getattr(unwrap(obj), "__globals__", None), None
    else:
        raise TypeError(f"{obj!r} is not a module, class, or callable.")
    if not found:
        return {}
    if not isinstance(found, dict):
        raise ValueError(f"{obj!r}.__annotations__ is neither a dict nor None")
    if not eval_str:
        return dict(found)
    globals = own_globals if globals is None else globals
    locals = own_locals if locals is None else locals
    return {name: eval(value, globals, locals) if isinstance(value, str) else value
            for name, value in found.items()}


# --- documentation and source ---

def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margin = min([len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()],
                 default=0)
    lines = [lines[0].lstrip(), *[line[margin:] for line in lines[1:]]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getdoc(object):
    doc = getattr(object, "__doc__", None)
    if doc is None:
        doc = _inherited_doc(object)
    return cleandoc(doc) if isinstance(doc, str) else None


def _inherited_doc(object):
    if isclass(object):
        for base in object.__mro__:
            if base is not builtins.object and base.__doc__ is not None:
                return base.__doc__
        return None
    if ismethod(object):
        owner = object.__self__
        cls = owner if isclass(owner) else type(owner)
        name = object.__name__
    else:
        function = object.fget if isinstance(object, property) else object
        name = getattr(function, "__name__", None)
        path = getattr(function, "__qualname__", "").split(".")[:-1]
        cls = sys.modules.get(getattr(function, "__module__", None))
        for part in path:
            cls = getattr(cls, part, None)
        if not path or not isclass(cls):
            return None
    for base in cls.__mro__:
        doc = getattr(base.__dict__.get(name), "__doc__", None)
        if doc is not None:
            return doc
    return None


def getfile(object):
    return _source.file_of(object)


getsourcefile = getfile


def getmodule(object, _filename=None):
    if ismodule(object):
        return object
    if hasattr(object, "__module__"):
        return sys.modules.get(object.__module__)
    code = _source.code_of(object)
    for module in list(sys.modules.values()):
        if code is not None and getattr(module, "__file__", None) == code.co_filename:
            return module
    return None


def findsource(object):
    return _source.find(object)


def getsourcelines(object):
    object = unwrap(object)
    lines, first = _source.find(object)
    if ismodule(object) or (isframe(object) and object.f_code.co_name == "<module>"):
        return lines, 0
    return _source.block(lines[first:]), first + 1


def getsource(object):
    return "".join(getsourcelines(object)[0])


# --- calls ---

FullArgSpec = namedtuple("FullArgSpec", ("args", "varargs", "varkw", "defaults", "kwonlyargs",
                                      "kwonlydefaults", "annotations"))
ArgInfo = namedtuple("ArgInfo", ("args", "varargs", "keywords", "locals"))
ClosureVars = namedtuple("ClosureVars", ("nonlocals", "globals", "builtins", "unbound"))


def getfullargspec(func):
    try:
        if ismethod(func):
            found = _signature_of(func.__func__, Signature, False, (None, None, False))
        else:
            found = _signature_of(func, Signature, False, (None, None, False))
    except Exception as error:
        raise TypeError("unsupported callable") from error
    args, by_name, defaults, named_defaults = [], [], [], {}
    varargs = varkw = None
    annotations = {}
    for name, parameter in found.parameters.items():
        kind, default = parameter.kind, parameter.default
        if kind is _VAR_POSITIONAL:
            varargs = name
        elif kind is _VAR_KEYWORD:
            varkw = name
        elif kind is _KEYWORD_ONLY:
            by_name.append(name)
            if default is not _empty:
                named_defaults[name] = default
        else:
            args.append(name)
            if default is not _empty:
                defaults.append(default)
        if parameter.annotation is not _empty:
            annotations[name] = parameter.annotation
    if found.return_annotation is not _empty:
        annotations = {"return": found.return_annotation, **annotations}
    return FullArgSpec(args, varargs, varkw, tuple(defaults) or None, by_name,
                       named_defaults or None, annotations)


def getcallargs(func, /, *positional, **named):
    if ismethod(func):
        positional = (func.__self__, *positional)
        func = func.__func__
    bound = signature(func)
    try:
        arguments = bound.bind(*positional, **named)
    except TypeError:
        func(*positional, **named)  # says what is wrong with them as a call does
        raise
    arguments.apply_defaults()
    # In the order in which CPython finds them.
    found = arguments.arguments
    stars = [name for name, each in bound.parameters.items()
             if each.kind in (_VAR_POSITIONAL, _VAR_KEYWORD)]
    order = [*list(bound.parameters)[:len(positional)], *stars, *named, *found]
    return {name: found[name] for name in order if name in found}


def getclosurevars(func):
    func = func.__func__ if ismethod(func) else func
    if not isfunction(func):
        raise TypeError(f"{func!r} is not a Python function")
    code = func.__code__
    nonlocals = {name: cell.cell_contents
                 for name, cell in zip(code.co_freevars, func.__closure__ or ())}
    found, built_in, unbound = {}, {}, set()
    for name in code.co_names:
        if name in ("None", "True", "False"):
            continue
        if name in func.__globals__:
            found[name] = func.__globals__[name]
        elif hasattr(builtins, name):
            built_in[name] = getattr(builtins, name)
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, found, built_in, unbound)


# --- frames and generators ---

class _Place:
    # With positions, which are no item.
    positions = None

    def __repr__(self):
        pairs = [f"{field}={value!r}" for field, value in zip(self._fields, self)]
        return f"{self.__class__.__name__}({', '.join([*pairs, 'positions=None'])})"


class Traceback(_Place, namedtuple("_Traceback", ("filename", "lineno", "function",
                                                  "code_context", "index"))):
    pass


class FrameInfo(_Place, namedtuple("_FrameInfo", ("frame", "filename", "lineno", "function",
                                                  "code_context", "index"))):
    pass


def currentframe():
    return sys._getframe(1)


def getframeinfo(frame, context=1):
    if istraceback(frame):
        line, frame = frame.tb_lineno, frame.tb_frame
    elif isframe(frame):
        line = frame.f_lineno
    else:
        raise TypeError(f"{frame!r} is not a frame or traceback object")
    lines = index = None
    if context > 0:
        try:
            every, _ = _source.find(frame)
        except (OSError, TypeError):
            pass
        else:
            first = max(0, min(line - 1 - context // 2, len(every) - context))
            lines = every[first:first + context]
            index = line - 1 - first
    return Traceback(frame.f_code.co_filename, line, frame.f_code.co_name, lines, index)


def getouterframes(frame, context=1):
    found = []
    while frame:
        found.append(FrameInfo(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    found = []
    while tb:
        found.append(FrameInfo(tb.tb_frame, *getframeinfo(tb, context)))
        tb = tb.tb_next
    return found


def stack(context=1):
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    return getinnerframes(sys.exc_info()[2], context)


def getargvalues(frame):
    code = frame.f_code
    count = code.co_argcount + code.co_kwonlyargcount
    names, at = code.co_varnames, count
    varargs = keywords = None
    if code.co_flags & CO_VARARGS:
        varargs = names[at]
        at += 1
    if code.co_flags & CO_VARKEYWORDS:
        keywords = names[at]
    return ArgInfo(list(names[:count]), varargs, keywords, frame.f_locals)


def getgeneratorstate(generator):
    if generator.gi_running:
        return GEN_RUNNING
    if generator.gi_suspended:
        return GEN_SUSPENDED
    return GEN_CLOSED if generator.gi_frame is None else GEN_CREATED


def getgeneratorlocals(generator):
    if not isgenerator(generator):
        raise TypeError(f"{generator!r} is not a Python generator")
    frame = generator.gi_frame
    return {} if frame is None else frame.f_locals


def getcoroutinestate(coroutine):
    if coroutine.cr_running:
        return CORO_RUNNING
    if coroutine.cr_suspended:
        return CORO_SUSPENDED
    return CORO_CLOSED if coroutine.cr_frame is None else CORO_CREATED


def getcoroutinelocals(coroutine):
    frame = coroutine.cr_frame
    return {} if frame is None else frame.f_locals
