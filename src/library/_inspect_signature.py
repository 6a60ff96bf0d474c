# inspect's signatures: what a callable takes.
import sys
import types

_user_method = (types.WrapperDescriptorType, types.MethodWrapperType,
                types.ClassMethodDescriptorType, types.BuiltinFunctionType)


class _empty:
    """Marks what a parameter or a signature has not."""


class _ParameterKind(int):
    def __new__(cls, number, name, description):
        self = int.__new__(cls, number)
        self.name = self._name_ = name
        self.description = description
        return self

    @property
    def value(self):
        return int(self)

    def __str__(self):
        return self.name

    __format__ = int.__format__

    def __repr__(self):
        return f"<_ParameterKind.{self.name}: {int(self)}>"


_POSITIONAL_ONLY = _ParameterKind(0, "POSITIONAL_ONLY", "positional-only")
_POSITIONAL_OR_KEYWORD = _ParameterKind(1, "POSITIONAL_OR_KEYWORD", "positional or keyword")
_VAR_POSITIONAL = _ParameterKind(2, "VAR_POSITIONAL", "variadic positional")
_KEYWORD_ONLY = _ParameterKind(3, "KEYWORD_ONLY", "keyword-only")
_VAR_KEYWORD = _ParameterKind(4, "VAR_KEYWORD", "variadic keyword")
_kinds = (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD)


def formatannotation(annotation, base_module=None):
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation)


class Parameter:
    __slots__ = ("_name", "_kind", "_default", "_annotation")

    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        if kind not in (0, 1, 2, 3, 4):
            raise ValueError(f"value {kind!r} is not a valid Parameter.kind")
        kind = _kinds[kind]
        if default is not _empty and kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f"{kind.description} parameters cannot have default values")
        if name is _empty:
            raise ValueError("name is a required attribute for Parameter")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if name[:1] == "." and name[1:].isdigit():  # the iterable of a comprehension
            if kind is not _POSITIONAL_OR_KEYWORD:
                raise ValueError("implicit arguments must be passed as "
                                 f"positional or keyword arguments, not {kind.description}")
            kind, name = _POSITIONAL_ONLY, f"implicit{name[1:]}"
        elif not name.isidentifier():
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name = name
        self._kind = kind
        self._default = default
        self._annotation = annotation

    @property
    def name(self):
        return self._name

    @property
    def default(self):
        return self._default

    @property
    def annotation(self):
        return self._annotation

    @property
    def kind(self):
        return self._kind

    def replace(self, *, name=..., kind=..., annotation=..., default=...):
        return type(self)(self._name if name is ... else name,
                          self._kind if kind is ... else kind,
                          default=self._default if default is ... else default,
                          annotation=self._annotation if annotation is ... else annotation)

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text += f": {formatannotation(self._annotation)}"
            if self._default is not _empty:
                text += f" = {self._default!r}"
        elif self._default is not _empty:
            text += f"={self._default!r}"
        stars = "*" if self._kind is _VAR_POSITIONAL else "**" if self._kind is _VAR_KEYWORD else ""
        return stars + text

    def __repr__(self):
        return f'<{self.__class__.__name__} "{self}">'

    def _parts(self):
        return (self._name, self._kind, self._annotation, self._default)

    def __hash__(self):
        return hash(self._parts())

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return self is other or self._parts() == other._parts()

    def __reduce__(self):
        return (_made_parameter, (type(self), *self._parts()))


def _made_parameter(cls, name, kind, annotation, default):
    return cls(name, kind, default=default, annotation=annotation)


class BoundArguments:
    __slots__ = ("arguments", "_signature")

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    @property
    def signature(self):
        return self._signature

    @property
    def args(self):
        args = []
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                break
            if parameter.kind is _VAR_POSITIONAL:
                args.extend(self.arguments[name])
            else:
                args.append(self.arguments[name])
        return tuple(args)

    @property
    def kwargs(self):
        kwargs, by_name = {}, False
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                by_name = True
            elif name not in self.arguments:
                by_name = True
                continue
            if not by_name or name not in self.arguments:
                continue
            if parameter.kind is _VAR_KEYWORD:
                kwargs.update(self.arguments[name])
            else:
                kwargs[name] = self.arguments[name]
        return kwargs

    def apply_defaults(self):
        arguments = {}
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                arguments[name] = self.arguments[name]
            elif parameter.default is not _empty:
                arguments[name] = parameter.default
            elif parameter.kind is _VAR_POSITIONAL:
                arguments[name] = ()
            elif parameter.kind is _VAR_KEYWORD:
                arguments[name] = {}
        self.arguments = arguments

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self._signature == other._signature and self.arguments == other.arguments

    __hash__ = None

    def __repr__(self):
        pairs = ", ".join([f"{name}={value!r}" for name, value in self.arguments.items()])
        return f"<{self.__class__.__name__} ({pairs})>"


class Signature:
    __slots__ = ("_return_annotation", "_parameters")

    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty,
                 __validate_parameters__=True):
        found = {}
        if parameters is not None:
            top, defaults = _POSITIONAL_ONLY, False
            for parameter in parameters:
                name, kind = parameter.name, parameter.kind
                if __validate_parameters__:
                    if kind < top:
                        raise ValueError(f"wrong parameter order: {top.description} parameter "
                                         f"before {kind.description} parameter")
                    top = kind
                    if kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                        if parameter.default is not _empty:
                            defaults = True
                        elif defaults:
                            raise ValueError("non-default argument follows default argument")
                    if name in found:
                        raise ValueError(f"duplicate parameter name: {name!r}")
                found[name] = parameter
        self._parameters = types.MappingProxyType(found)
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None,
                      eval_str=False):
        return _signature_of(obj, cls, follow_wrapped, (globals, locals, eval_str))

    @property
    def parameters(self):
        return self._parameters

    @property
    def return_annotation(self):
        return self._return_annotation

    def replace(self, *, parameters=..., return_annotation=...):
        return type(self)(
            self._parameters.values() if parameters is ... else parameters,
            return_annotation=self._return_annotation if return_annotation is ...
            else return_annotation)

    def _parts(self):
        ordered = tuple([each for each in self._parameters.values()
                         if each.kind is not _KEYWORD_ONLY])
        by_name = {each.name: each for each in self._parameters.values()
                   if each.kind is _KEYWORD_ONLY}
        return ordered, by_name, self._return_annotation

    def __hash__(self):
        ordered, by_name, returned = self._parts()
        return hash((ordered, frozenset(by_name.values()), returned))

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return self is other or self._parts() == other._parts()

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        arguments, at = {}, 0
        rest = dict(kwargs)
        collects = None  # the name of **keywords
        for name, parameter in self._parameters.items():
            kind = parameter.kind
            if kind is _VAR_KEYWORD:
                collects = name
            elif kind is _VAR_POSITIONAL:
                if at < len(args):
                    arguments[name] = args[at:]
                    at = len(args)
            elif at < len(args) and kind is not _KEYWORD_ONLY:
                if name in rest and kind is not _POSITIONAL_ONLY:
                    raise TypeError(f"multiple values for argument {name!r}")
                arguments[name] = args[at]
                at += 1
            elif name in rest and kind is not _POSITIONAL_ONLY:
                if at < len(args):
                    raise TypeError("too many positional arguments")
                arguments[name] = rest.pop(name)
            elif name in rest and not any([each.kind is _VAR_KEYWORD
                                           for each in self._parameters.values()]):
                raise TypeError(f"{name!r} parameter is positional only, "
                                "but was passed as a keyword")
            elif parameter.default is _empty and not partial:
                if at < len(args):
                    raise TypeError("too many positional arguments")
                raise TypeError(f"missing a required argument: {name!r}")
        if at < len(args):
            raise TypeError("too many positional arguments")
        if rest:
            if collects is None:
                raise TypeError(f"got an unexpected keyword argument {next(iter(rest))!r}")
            arguments[collects] = rest
        return BoundArguments(self, arguments)

    def __repr__(self):
        return f"<{self.__class__.__name__} {self}>"

    def __str__(self):
        shown, slash, star = [], False, True
        for parameter in self._parameters.values():
            kind = parameter.kind
            if kind is _POSITIONAL_ONLY:
                slash = True
            elif slash:
                shown.append("/")
                slash = False
            if kind is _VAR_POSITIONAL:
                star = False
            elif kind is _KEYWORD_ONLY and star:
                shown.append("*")
                star = False
            shown.append(str(parameter))
        if slash:
            shown.append("/")
        text = f"({', '.join(shown)})"
        if self._return_annotation is not _empty:
            text += f" -> {formatannotation(self._return_annotation)}"
        return text


for _each in (_empty, _ParameterKind, Parameter, BoundArguments, Signature):
    _each.__module__ = "inspect"
del _each


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    return _signature_of(obj, Signature, follow_wrapped, (globals, locals, eval_str))


def _from_function(function, cls, scope):
    code = getattr(function, "__code__", None)
    if code is None:
        raise TypeError(f"{function!r} is not a Python function")
    from inspect import get_annotations
    names = code.co_varnames
    positional, only = code.co_argcount, code.co_posonlyargcount
    by_name = code.co_kwonlyargcount
    annotations = get_annotations(function, globals=scope[0], locals=scope[1], eval_str=scope[2])
    defaults = function.__defaults__ or ()
    named_defaults = function.__kwdefaults__ or {}

    def made(name, kind, default=_empty):
        return Parameter(name, kind, default=default, annotation=annotations.get(name, _empty))

    found = []
    first_default = positional - len(defaults)
    for index in range(positional):
        kind = _POSITIONAL_ONLY if index < only else _POSITIONAL_OR_KEYWORD
        default = defaults[index - first_default] if index >= first_default else _empty
        found.append(made(names[index], kind, default))
    at = positional + by_name
    if code.co_flags & 4:
        found.append(made(names[at], _VAR_POSITIONAL))
        at += 1
    for name in names[positional:positional + by_name]:
        found.append(made(name, _KEYWORD_ONLY, named_defaults.get(name, _empty)))
    if code.co_flags & 8:
        found.append(made(names[at], _VAR_KEYWORD))
    return cls(found, return_annotation=annotations.get("return", _empty))


def _without_first(found):
    parameters = list(found.parameters.values())
    if not parameters or parameters[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
        raise ValueError("invalid method signature")
    if parameters[0].kind is not _VAR_POSITIONAL:
        del parameters[0]
    return found.replace(parameters=parameters)


def _partial(wrapped, partial):
    # The signature of functools.partial(…): what is bound goes, what is named becomes a default.
    try:
        bound = wrapped.bind_partial(*partial.args, **partial.keywords)
    except TypeError as error:
        raise ValueError(f"partial object {partial!r} has incorrect arguments") from error
    found, by_name = [], False
    for name, parameter in wrapped.parameters.items():
        kind = parameter.kind
        if name in partial.keywords and kind in (_POSITIONAL_OR_KEYWORD, _KEYWORD_ONLY):
            parameter = parameter.replace(kind=_KEYWORD_ONLY, default=partial.keywords[name])
            by_name = by_name or kind is _POSITIONAL_OR_KEYWORD
        elif name in bound.arguments and kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            continue
        elif by_name and kind is _VAR_POSITIONAL:
            continue
        elif by_name and kind is _POSITIONAL_OR_KEYWORD:
            parameter = parameter.replace(kind=_KEYWORD_ONLY)
        found.append(parameter)
    return wrapped.replace(parameters=found)


def _own_method(cls, name):
    method = getattr(cls, name, None)
    return None if method is None or isinstance(method, _user_method) else method


def _signature_of(obj, cls, follow_wrapped, scope):
    def of(function):
        return _signature_of(function, cls, follow_wrapped, scope)

    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if isinstance(obj, types.MethodType):
        return _without_first(of(obj.__func__))
    if follow_wrapped:
        from inspect import unwrap
        obj = unwrap(obj, stop=lambda each: hasattr(each, "__signature__")
                     or isinstance(each, types.MethodType))
        if isinstance(obj, types.MethodType):
            return of(obj)
    found = getattr(obj, "__signature__", None)
    if found is not None:
        if not isinstance(found, Signature):
            raise TypeError(f"unexpected object {found!r} in __signature__ attribute")
        return found
    if isinstance(obj, types.FunctionType):
        return _from_function(obj, cls, scope)
    if isinstance(obj, (types.BuiltinFunctionType, types.WrapperDescriptorType,
                        types.MethodDescriptorType, types.ClassMethodDescriptorType)):
        raise ValueError(f"no signature found for builtin {obj!r}")
    functools = sys.modules.get("functools")
    if functools is not None and isinstance(obj, functools.partial):
        return _partial(of(obj.func), obj)
    if isinstance(obj, type):
        return _of_class(obj, cls, of)
    call = _own_method(type(obj), "__call__")
    if call is None:
        raise ValueError(f"callable {obj!r} is not supported by signature")
    try:
        return _without_first(of(call))
    except ValueError as error:
        raise ValueError(f"no signature found for {obj!r}") from error


def _of_class(obj, cls, of):
    call = _own_method(type(obj), "__call__")
    if call is not None:
        return _without_first(of(call))
    new, init = _own_method(obj, "__new__"), _own_method(obj, "__init__")
    for base in obj.__mro__:
        if new is not None and "__new__" in base.__dict__:
            return _without_first(of(new))
        if init is not None and "__init__" in base.__dict__:
            return _without_first(of(init))
    if type not in obj.__mro__ and obj.__init__ is object.__init__ \
            and obj.__new__ is object.__new__:
        return cls()
    raise ValueError(f"no signature found for builtin type {obj!r}")
