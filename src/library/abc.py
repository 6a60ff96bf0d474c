# abc: classes that others join by inheritance, by being registered, or by what they have.
import _meada

_is_subtype, _type_of, _isinstance = _meada.is_subtype, _meada.type_of, isinstance


def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    __isabstractmethod__ = True


# Registrations so far: what a class was found not to be a subclass of holds only until the next.
_registrations = 0


class _Answers:
    # What is known of a class's subclasses.
    __slots__ = ("registered", "yes", "no", "no_until")

    def __init__(self):
        self.registered = {}
        self.yes = {}
        self.no = {}
        self.no_until = _registrations


def _abstract_names(cls, namespace):
    names = [name for name, value in namespace.items()
             if getattr(value, "__isabstractmethod__", False)]
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if getattr(getattr(cls, name, None), "__isabstractmethod__", False):
                names.append(name)
    return frozenset(names)


def _subclass(cls, subclass):
    answers = cls._abc_impl
    if subclass in answers.yes:
        return True
    if answers.no_until != _registrations:
        answers.no = {}
        answers.no_until = _registrations
    elif subclass in answers.no:
        return False
    if _found_subclass(cls, subclass, answers):
        answers.yes[subclass] = None
        return True
    answers.no[subclass] = None
    return False


def _found_subclass(cls, subclass, answers):
    hooked = cls.__subclasshook__(subclass)
    if hooked is not NotImplemented:
        if hooked is not True and hooked is not False:
            raise AssertionError("__subclasshook__ must return either False, True, or "
                                 "NotImplemented")
        return hooked
    if cls in getattr(subclass, "__mro__", ()):
        return True
    for registered in list(answers.registered):
        if issubclass(subclass, registered):
            return True
    for below in cls.__subclasses__():
        if issubclass(subclass, below):
            return True
    return False


class ABCMeta(type):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = _abstract_names(cls, namespace)
        cls._abc_impl = _Answers()
        return cls

    def register(cls, subclass):
        global _registrations
        if not _isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        cls._abc_impl.registered[subclass] = None
        _registrations += 1
        return subclass

    def __instancecheck__(cls, instance):
        subclass = instance.__class__
        if subclass in cls._abc_impl.yes:
            return True
        kind = _type_of(instance)
        if kind is subclass:
            return cls.__subclasscheck__(subclass)
        return cls.__subclasscheck__(subclass) or cls.__subclasscheck__(kind)

    def __subclasscheck__(cls, subclass):
        if not _isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        return _subclass(cls, subclass)


class ABC(metaclass=ABCMeta):
    __slots__ = ()


def update_abstractmethods(cls):
    if hasattr(cls, "__abstractmethods__"):
        cls.__abstractmethods__ = _abstract_names(cls, cls.__dict__)
    return cls


def get_cache_token():
    return _registrations
