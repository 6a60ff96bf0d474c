# unittest.mock: objects that accept whatever is done with them, and remember it.
import builtins
import functools
import sys
from asyncio.coroutines import _is_coroutine
from unittest._calls import ANY, DEFAULT, _Call, _CallList, call, sentinel

__all__ = ("Mock", "MagicMock", "patch", "sentinel", "DEFAULT", "ANY", "call", "create_autospec",
           "AsyncMock", "FILTER_DIR", "NonCallableMock", "NonCallableMagicMock", "mock_open",
           "PropertyMock", "seal")
FILTER_DIR = True

_own = {"return_value", "side_effect", "called", "call_count", "call_args", "call_args_list",
        "mock_calls", "method_calls", "await_count", "await_args", "await_args_list"}
_numbers = ("__lt__ __gt__ __le__ __ge__ __add__ __sub__ __mul__ __truediv__ __floordiv__ __mod__ "
            "__pow__ __and__ __or__ __xor__ __lshift__ __rshift__ __matmul__ __radd__ __rsub__ "
            "__rmul__ __rtruediv__ __neg__ __pos__ __abs__ __invert__ __iadd__ __isub__ __imul__")
_magics = set((_numbers + " __len__ __contains__ __iter__ __getitem__ __setitem__ __delitem__ "
               "__bool__ __int__ __float__ __index__ __complex__ __enter__ __exit__ __str__ "
               "__hash__ __eq__ __ne__ __call__ __next__ __reversed__ __round__ __trunc__ "
               "__aenter__ __aexit__ __aiter__ __anext__ __get__ __set__ __fspath__ "
               "__format__ __repr__ __divmod__ __dir__ __missing__ __sizeof__").split())
_results = {"__len__": 0, "__contains__": False, "__bool__": True, "__int__": 1, "__float__": 1.0,
            "__index__": 1, "__complex__": 1j, "__exit__": False, "__aexit__": False,
            "__lt__": NotImplemented, "__gt__": NotImplemented, "__le__": NotImplemented,
            "__ge__": NotImplemented}


class InvalidSpecError(Exception):
    pass


def _is_coroutine_function(function):
    if isinstance(function, AsyncMock):
        return True
    code = getattr(getattr(function, "__func__", function), "__code__", None)
    return bool(code is not None and code.co_flags & 0x80)


def _is_exception(value):
    return (isinstance(value, BaseException)
            or isinstance(value, type) and issubclass(value, BaseException))


class NonCallableMock:
    def __new__(cls, *args, **kwargs):
        # A class of its own: special methods are looked up there.
        own = type(cls.__name__, (cls,), {"__doc__": cls.__doc__})
        own._mock_class = cls
        return object.__new__(own)

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, *,
                 return_value=DEFAULT, side_effect=None, unsafe=False, _new_name=None, **kwargs):
        if spec_set is not None:
            spec = spec_set
        names = None
        if spec is not None:
            names = spec if isinstance(spec, (list, tuple)) else dir(spec)
        state = self.__dict__
        state.update(_mock_names=names, _mock_spec_set=spec_set is not None, _mock_wraps=wraps,
                     _mock_spec=None if isinstance(spec, (list, tuple)) else spec,
                     _mock_name=name, _mock_new_name=_new_name, _mock_parent=parent,
                     _mock_children={}, _mock_return=return_value, _mock_sealed=False,
                     _mock_unsafe=unsafe)
        state["side_effect"] = _effect(side_effect)
        self._forget()
        self.configure_mock(**kwargs)

    def _forget(self):
        self.__dict__.update(called=False, call_count=0, call_args=None,
                             call_args_list=_CallList(), mock_calls=_CallList(),
                             method_calls=_CallList())

    @property
    def __class__(self):
        spec = self.__dict__.get("_mock_spec")
        if spec is None:
            return type(self)
        return spec if isinstance(spec, type) else type(spec)

    @property
    def return_value(self):
        if self._mock_return is DEFAULT:
            self.__dict__["_mock_return"] = self._get_child_mock(parent=self, _new_name="()")
        return self._mock_return

    @return_value.setter
    def return_value(self, value):
        self.__dict__["_mock_return"] = value
        _adopt(self, value, "()")

    def configure_mock(self, /, **kwargs):
        for path, value in sorted(kwargs.items(), key=lambda item: item[0].count(".")):
            *holders, last = path.split(".")
            found = self
            for each in holders:
                found = getattr(found, each)
            setattr(found, last, value)

    def attach_mock(self, mock, attribute):
        mock.__dict__.update(_mock_parent=None, _mock_name="", _mock_new_name=None)
        setattr(self, attribute, mock)

    def mock_add_spec(self, spec, spec_set=False):
        self.__dict__.update(_mock_names=spec if isinstance(spec, list) else dir(spec),
                             _mock_spec_set=spec_set)

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        self._forget()
        if return_value:
            self.__dict__["_mock_return"] = DEFAULT
        if side_effect:
            self.side_effect = None
        for child in [*self._mock_children.values(), self._mock_return]:
            if isinstance(child, NonCallableMock):
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)

    def _get_child_mock(self, /, **kwargs):
        if self._mock_sealed:
            raise AttributeError(f"mock.{kwargs.get('name', '()')}")
        cls = type(self)._mock_class
        if issubclass(cls, AsyncMock) and kwargs.get("_new_name") in _magics:
            cls = MagicMock
        elif not issubclass(cls, CallableMixin):
            cls = MagicMock if issubclass(cls, MagicMixin) else Mock
        return cls(**kwargs)

    def __getattr__(self, name):
        if name in ("_mock_children", "_mock_names") or name[:6] == "_mock_":
            raise AttributeError(name)
        children, names = self._mock_children, self._mock_names
        if name in children:
            found = children[name]
            if found is _deleted:
                raise AttributeError(name)
            return found
        if names is not None and name not in names:
            raise AttributeError(f"Mock object has no attribute {name!r}")
        if name[:2] == "__" and name[-2:] == "__":
            raise AttributeError(name)
        if not self._mock_unsafe and name.startswith(("assert", "assret", "asert", "aseert",
                                                      "assrt")):
            raise AttributeError(f"{name!r} is not a valid assertion. Use a spec for the mock if "
                                 f"{name!r} is meant to be an attribute.")
        wraps = self._mock_wraps
        wraps = None if wraps is None else getattr(wraps, name)
        kwargs = {}
        if self._mock_spec is not None and _is_coroutine_function(
                getattr(self._mock_spec, name, None)):
            children[name] = AsyncMock(parent=self, name=name, _new_name=name)
        else:
            children[name] = self._get_child_mock(parent=self, name=name, wraps=wraps,
                                                  _new_name=name, **kwargs)
        return children[name]

    def __setattr__(self, name, value):
        if name == "side_effect":
            self.__dict__[name] = _effect(value)
        elif name in _own or name[:6] == "_mock_":
            if isinstance(getattr(type(self), name, None), property):
                object.__setattr__(self, name, value)
            else:
                self.__dict__[name] = value
        elif name in _magics:
            self._set_magic(name, value)
        elif (self._mock_spec_set and self._mock_names is not None
              and name not in self._mock_names):
            raise AttributeError(f"Mock object has no attribute '{name}'")
        elif _adopt(self, value, name):
            self._mock_children[name] = value
        else:
            object.__setattr__(self, name, value)

    def _set_magic(self, name, value):
        self._mock_children[name] = value
        if isinstance(value, NonCallableMock):
            _adopt(self, value, name)
            setattr(type(self), name, lambda mock, *args, **kwargs: value(*args, **kwargs))
        else:
            setattr(type(self), name, value)

    def __delattr__(self, name):
        found = self._mock_children.get(name)
        if name in self.__dict__:
            object.__delattr__(self, name)
        elif found is _deleted:
            raise AttributeError(name)
        self._mock_children[name] = _deleted

    def __dir__(self):
        names = object.__dir__(self) if self._mock_names is None else list(self._mock_names)
        names = [name for name in names if name[:1] != "_" or name[:2] == "__"]
        return sorted({*names, *self._mock_children})

    def _full_name(self):
        parts, mock = [], self
        while True:
            parent, piece = mock._mock_parent, mock._mock_new_name
            if parent is None:
                break
            parts.insert(0, piece if piece == "()" or piece is None else "." + piece)
            mock = parent
        return (mock._mock_name or "mock") + "".join([part for part in parts if part])

    def __repr__(self):
        name = self._full_name()
        shown = "" if name == "mock" else f" name={name!r}"
        spec = self._mock_spec
        if spec is not None:
            what = "spec_set" if self._mock_spec_set else "spec"
            cls = spec if isinstance(spec, type) else type(spec)
            shown += f" {what}={cls.__name__!r}"
        return f"<{type(self).__name__}{shown} id='{id(self)}'>"

    # --- what is asserted of calls ---

    def _shown_call(self, args, kwargs):
        return _Call((args, kwargs)).shown(self._mock_name or "mock")

    def _times(self):
        if self.call_count == 1:
            return "once"
        return f"{self.call_count} times"

    def _calls(self):
        return f"\nCalls: {self.mock_calls!r}." if self.mock_calls else ""

    def assert_not_called(self):
        if self.call_count:
            raise AssertionError(f"Expected {self._mock_name or 'mock'!r} to not have been called. "
                                 f"Called {self.call_count} times.{self._calls()}")

    def assert_called(self):
        if not self.call_count:
            raise AssertionError(f"Expected {self._mock_name or 'mock'!r} to have been called.")

    def assert_called_once(self):
        if self.call_count != 1:
            raise AssertionError(f"Expected {self._mock_name or 'mock'!r} to have been called "
                                 f"once. Called {self.call_count} times.{self._calls()}")

    def assert_called_with(self, /, *args, **kwargs):
        expected = self._shown_call(args, kwargs)
        if self.call_args is None:
            raise AssertionError(f"expected call not found.\nExpected: {expected}\n"
                                 "  Actual: not called.")
        if self.call_args != _Call((args, kwargs)):
            actual = self._shown_call(*self.call_args)
            raise AssertionError(f"expected call not found.\nExpected: {expected}\n"
                                 f"  Actual: {actual}")

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            raise AssertionError(f"Expected {self._mock_name or 'mock'!r} to be called once. "
                                 f"Called {self.call_count} times.{self._calls()}")
        self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        if _Call((args, kwargs)) not in self.call_args_list:
            raise AssertionError(f"{self._shown_call(args, kwargs)} call not found")

    def assert_has_calls(self, calls, any_order=False):
        calls, there = list(calls), self.mock_calls
        if not any_order:
            if _CallList(calls) not in there:
                raise AssertionError(f"Calls not found.\nExpected: {_CallList(calls)!r}\n"
                                     f"  Actual: {there!r}")
            return
        left = list(there)
        missing = []
        for each in calls:
            if each in left:
                left.remove(each)
            else:
                missing.append(each)
        if missing:
            raise AssertionError(f"{self._mock_name or 'mock'!r} does not contain all of "
                                 f"{tuple(missing)!r} in its call list, found {there!r} instead")


_deleted = object()


def _effect(value):
    if value is None or callable(value) or _is_exception(value):
        return value
    try:
        return iter(value)
    except TypeError:
        return value


def _adopt(parent, value, name):
    # A mock that becomes part of another tells it of its calls.
    if not isinstance(value, NonCallableMock):
        return False
    if value._mock_name or value._mock_new_name or value._mock_parent is not None:
        return True
    value.__dict__.update(_mock_parent=parent, _mock_new_name=name,
                          _mock_name=None if name == "()" else name)
    return True


class CallableMixin(NonCallableMock):
    def __call__(self, /, *args, **kwargs):
        self._remember(args, kwargs)
        return self._answer(args, kwargs)

    def _remember(self, args, kwargs):
        state = self.__dict__
        state["called"] = True
        state["call_count"] += 1
        made = _Call((args, kwargs), two=True)
        state["call_args"] = made
        self.call_args_list.append(made)
        self.mock_calls.append(_Call(("", args, kwargs)))
        name, mock = "", self
        is_method = mock._mock_new_name != "()"
        while mock._mock_parent is not None:
            piece = mock._mock_new_name
            name = piece + ("" if not name or name[0] == "(" else ".") + name
            mock = mock._mock_parent
            if is_method:
                mock.method_calls.append(_Call((name, args, kwargs)))
                is_method = mock._mock_new_name != "()"
            mock.mock_calls.append(_Call((name, args, kwargs)))

    def _answer(self, args, kwargs):
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if not callable(effect):
                result = next(effect)
                if _is_exception(result):
                    raise result
                return self.return_value if result is DEFAULT else result
            result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        if self._mock_return is DEFAULT and self._mock_wraps is not None:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value


class Mock(CallableMixin):
    pass


def _magic(name):
    def method(self, *args, **kwargs):
        return self._magic_mock(name)(*args, **kwargs)
    method.__name__ = name
    return method


class MagicMixin(NonCallableMock):
    def _magic_mock(self, name):
        children = self._mock_children
        if name not in children:
            make = AsyncMock if name in ("__aenter__", "__aexit__", "__anext__") else MagicMock
            children[name] = found = make(name=name, parent=self, _new_name=name)
            if name in _results:
                found.return_value = _results[name]
            elif name == "__iter__":
                found.side_effect = lambda: iter(
                    [] if found._mock_return is DEFAULT else found._mock_return)
            elif name == "__aiter__":
                found.side_effect = lambda: _no_items()
        return children[name]

    def __getattr__(self, name):
        if name in _magics and name not in ("__call__", "__get__", "__set__", "__hash__"):
            return self._magic_mock(name)
        return NonCallableMock.__getattr__(self, name)

    def __getattribute__(self, name):
        if name in _default_magics and name != "__call__":
            return self._magic_mock(name)
        return object.__getattribute__(self, name)


async def _no_items():
    return
    yield


_default_magics = frozenset(
    (_numbers + " __len__ __contains__ __iter__ __getitem__ __setitem__ __delitem__ __bool__ "
     "__int__ __float__ __index__ __complex__ __enter__ __exit__ __aenter__ __aexit__ "
     "__aiter__").split())
for _name in _default_magics:
    setattr(MagicMixin, _name, _magic(_name))


class MagicMock(MagicMixin, Mock):
    pass


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    pass


class AsyncMock(MagicMixin, CallableMixin):
    def _forget(self):
        NonCallableMock._forget(self)
        self.__dict__.update(await_count=0, await_args=None, await_args_list=_CallList(),
                             _is_coroutine=_is_coroutine)

    async def __call__(self, /, *args, **kwargs):
        self._remember(args, kwargs)
        made = _Call((args, kwargs), two=True)
        effect = self.side_effect
        if effect is not None and not _is_exception(effect) and not callable(effect):
            try:
                result = next(effect)
            except StopIteration:
                raise StopAsyncIteration from None
            if _is_exception(result):
                raise result
        elif _is_coroutine_function(effect):
            result = await effect(*args, **kwargs)
        else:
            result = self._answer(args, kwargs)
            if hasattr(type(result), "__await__") and not isinstance(result, NonCallableMock):
                result = await result
        self.__dict__.update(await_count=self.await_count + 1, await_args=made)
        self.await_args_list.append(made)
        return result

    def assert_awaited(self):
        if not self.await_count:
            raise AssertionError(f"Expected {self._mock_name or 'mock'} to have been awaited.")

    def assert_awaited_once(self):
        if self.await_count != 1:
            raise AssertionError(f"Expected {self._mock_name or 'mock'} to have been awaited once."
                                 f" Awaited {self.await_count} times.")

    def assert_awaited_with(self, /, *args, **kwargs):
        expected = self._shown_call(args, kwargs)
        if self.await_args is None:
            raise AssertionError(f"Expected await: {expected}\nNot awaited")
        if self.await_args != _Call((args, kwargs)):
            raise AssertionError(f"expected await not found.\nExpected: {expected}\n"
                                 f"Actual: {self._shown_call(*self.await_args)}")

    def assert_awaited_once_with(self, /, *args, **kwargs):
        self.assert_awaited_once()
        self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        if _Call((args, kwargs)) not in self.await_args_list:
            raise AssertionError(f"{self._shown_call(args, kwargs)} await not found")

    def assert_not_awaited(self):
        if self.await_count:
            raise AssertionError(f"Expected {self._mock_name or 'mock'} to not have been awaited. "
                                 f"Awaited {self.await_count} times.")


class PropertyMock(Mock):
    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


def seal(mock):
    mock.__dict__["_mock_sealed"] = True
    for child in mock._mock_children.values():
        if isinstance(child, NonCallableMock) and child._mock_parent is mock:
            seal(child)


def create_autospec(spec, spec_set=False, instance=False, **kwargs):
    raise NotImplementedError("unittest.mock.create_autospec is not supported here")


def mock_open(mock=None, read_data=""):
    raise NotImplementedError("unittest.mock.mock_open: this machine has no file system")


# --- patch ---

class _Patch:
    def __init__(self, find, attribute, new, spec, create, options):
        self._find, self.attribute, self.new = find, attribute, new
        self._spec, self.create, self._options = spec, create, options
        self.attribute_name = None
        self.additional = []

    def __call__(self, function):
        if isinstance(function, type):
            for name in dir(function):
                method = getattr(function, name)
                if name.startswith(patch.TEST_PREFIX) and callable(method):
                    setattr(function, name, self._like()(method))
            return function
        if hasattr(function, "_patches"):
            function._patches.append(self)
            return function
        if _is_coroutine_function(function):
            async def patched(*args, **kwargs):
                with _Patched(patched._patches) as (more, named):
                    return await function(*args, *more, **{**kwargs, **named})
        else:
            def patched(*args, **kwargs):
                with _Patched(patched._patches) as (more, named):
                    return function(*args, *more, **{**kwargs, **named})
        functools.update_wrapper(patched, function)
        patched._patches = [self]
        return patched

    def _like(self):
        made = _Patch(self._find, self.attribute, self.new, self._spec, self.create, self._options)
        made.attribute_name, made.additional = self.attribute_name, self.additional
        return made

    def __enter__(self):
        self.target = target = self._find()
        name, new = self.attribute, self.new
        try:
            self._local = name in target.__dict__
            self._before = target.__dict__[name] if self._local else getattr(target, name)
        except AttributeError:
            built_in = isinstance(target, type(sys)) and hasattr(builtins, name)
            if not self.create and not built_in:
                raise AttributeError(f"{target} does not have the attribute {name!r}") from None
            self._local, self._before = False, DEFAULT
        if new is DEFAULT:
            spec = self._before if self._spec is True else self._spec
            options = dict(self._options)
            make = options.pop("new_callable", None)
            if make is None:
                make = AsyncMock if _is_coroutine_function(self._before) else MagicMock
            if spec is not None:
                options["spec"] = spec
            if isinstance(make, type) and issubclass(make, NonCallableMock):
                options.setdefault("name", name)
            new = make(**options)
        setattr(target, name, new)
        self._new = new
        if self.attribute_name is None:
            return new
        extra = {self.attribute_name: new}
        for each in self.additional:
            made = each.__enter__()
            if each.new is DEFAULT:
                extra[each.attribute_name] = made
        return extra

    def __exit__(self, *details):
        for each in reversed(self.additional):
            each.__exit__(*details)
        if self._before is not DEFAULT and self._local:
            setattr(self.target, self.attribute, self._before)
        else:
            delattr(self.target, self.attribute)
            if self._before is not DEFAULT and not hasattr(self.target, self.attribute):
                setattr(self.target, self.attribute, self._before)

    def start(self):
        _active.append(self)
        return self.__enter__()

    def stop(self):
        if self in _active:
            _active.remove(self)
            return self.__exit__(None, None, None)


_active = []


class _Patched:
    # All patches of a function while it runs; what they made goes to its arguments.
    def __init__(self, patches):
        self._patches = patches

    def __enter__(self):
        self._entered, args, named = [], [], {}
        for each in self._patches:
            made = each.__enter__()
            self._entered.append(each)
            if getattr(each, "attribute_name", None) is not None:
                named.update(made)
            elif getattr(each, "new", None) is DEFAULT:
                args.append(made)
        return args, named

    def __exit__(self, *details):
        for each in reversed(self._entered):
            each.__exit__(*details)


def _import(path):
    first, *parts = path.split(".")
    found = __import__(first)
    for part in parts:
        first += "." + part
        try:
            found = getattr(found, part)
        except AttributeError:
            __import__(first)
            found = getattr(found, part)
    return found


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None,
          new_callable=None, *, unsafe=False, **kwargs):
    holder, dot, attribute = target.rpartition(".")
    if not dot:
        raise TypeError(f"Need a valid target to patch. You supplied: {target!r}")
    return _patch(lambda: _import(holder), attribute, new, spec or spec_set, create, autospec,
                  new_callable, kwargs)


def _patch(find, attribute, new, spec, create, autospec, new_callable, options):
    if autospec:
        raise NotImplementedError("patch() with autospec is not supported here")
    if new_callable is not None:
        if new is not DEFAULT:
            raise ValueError("Cannot use 'new' and 'new_callable' together")
        options = {**options, "new_callable": new_callable}
    return _Patch(find, attribute, new, spec, create, options)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None,
                  autospec=None, new_callable=None, *, unsafe=False, **kwargs):
    if isinstance(target, str):
        raise TypeError(f"{target!r} must be the actual object to be patched, not a str")
    return _patch(lambda: target, attribute, new, spec or spec_set, create, autospec,
                  new_callable, kwargs)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None,
                    new_callable=None, **kwargs):
    if not kwargs:
        raise ValueError("Must supply at least one keyword argument with patch.multiple")
    patches = []
    for name, new in kwargs.items():
        made = _patch((lambda: _import(target)) if isinstance(target, str) else lambda: target,
                      name, new, spec or spec_set, create, autospec, new_callable, {})
        made.attribute_name = name
        patches.append(made)
    patches[0].additional = patches[1:]
    return patches[0]


class _patch_dict:
    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict, self.clear = in_dict, clear
        self.values = {**dict(values), **kwargs}

    def __call__(self, function):
        if isinstance(function, type):
            for name in dir(function):
                if name.startswith(patch.TEST_PREFIX) and callable(getattr(function, name)):
                    setattr(function, name, self(getattr(function, name)))
            return function

        @functools.wraps(function)
        def patched(*args, **kwargs):
            with self:
                return function(*args, **kwargs)
        return patched

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _import(self.in_dict)
        self._before = dict(self.in_dict)
        if self.clear:
            self.in_dict.clear()
        self.in_dict.update(self.values)
        return self.in_dict

    def __exit__(self, *details):
        self.in_dict.clear()
        self.in_dict.update(self._before)
        return False

    def start(self):
        _active.append(self)
        return self.__enter__()

    def stop(self):
        if self in _active:
            _active.remove(self)
            return self.__exit__()


def _stop_all():
    for each in reversed(_active[:]):
        each.stop()


patch.object, patch.dict, patch.multiple = _patch_object, _patch_dict, _patch_multiple
patch.stopall = _stop_all
patch.TEST_PREFIX = "test"
