# contextlib: context managers made of generators, of objects with close(), and of many others.
import sys
import abc
from functools import wraps
from types import GenericAlias, MethodType

__all__ = ["asynccontextmanager", "contextmanager", "closing", "nullcontext",
           "AbstractContextManager", "AbstractAsyncContextManager", "AsyncExitStack",
           "ContextDecorator", "ExitStack", "redirect_stdout", "redirect_stderr", "suppress",
           "aclosing"]


def _has_methods(cls, *names):
    for name in names:
        for each in cls.__mro__:
            found = each.__dict__.get(name, NotImplemented)
            if found is not NotImplemented:
                break
        else:
            return NotImplemented
        if found is None:
            return NotImplemented
    return True


class AbstractContextManager(abc.ABC):
    __class_getitem__ = classmethod(GenericAlias)

    def __enter__(self):
        return self

    @abc.abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AbstractContextManager:
            return _has_methods(C, "__enter__", "__exit__")
        return NotImplemented


class AbstractAsyncContextManager(abc.ABC):
    __class_getitem__ = classmethod(GenericAlias)

    async def __aenter__(self):
        return self

    @abc.abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AbstractAsyncContextManager:
            return _has_methods(C, "__aenter__", "__aexit__")
        return NotImplemented


# --- as decorators ---

class ContextDecorator(object):
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)

        return inner


class AsyncContextDecorator(object):
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)

        return inner


# --- made of a generator ---

class _OfGenerator:
    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func = func
        self.args = args
        self.kwds = kwds
        self.__doc__ = getattr(func, "__doc__", None)

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)

    def _raise_used_up(self):
        raise AttributeError(f"{type(self).__name__!r} object has no attribute 'args'")

    def _is_own(self, error, value, stop):
        # Whether the generator let go of what was thrown into it. A stop that leaves a generator
        # becomes the cause of a RuntimeError.
        return error is value or (isinstance(error, RuntimeError) and isinstance(value, stop)
                                  and error.__cause__ is value)


class _GeneratorContextManager(_OfGenerator, AbstractContextManager, ContextDecorator):
    def __enter__(self):
        if self.func is None:
            self._raise_used_up()
        self.args = self.kwds = self.func = None  # they may be large, and the body long
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            self._give_up("generator didn't stop")
        if value is None:
            value = typ()
        try:
            self.gen.throw(value)
        except StopIteration as error:
            return error is not value
        except BaseException as error:
            if not self._is_own(error, value, StopIteration):
                raise
            value.__traceback__ = traceback
            return False
        self._give_up("generator didn't stop after throw()")

    def _give_up(self, text):
        try:
            raise RuntimeError(text)
        finally:
            self.gen.close()


class _AsyncGeneratorContextManager(_OfGenerator, AbstractAsyncContextManager,
                                    AsyncContextDecorator):
    async def __aenter__(self):
        if self.func is None:
            self._raise_used_up()
        self.args = self.kwds = self.func = None
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, typ, value, traceback):
        if typ is None:
            try:
                await anext(self.gen)
            except StopAsyncIteration:
                return False
            await self._give_up("generator didn't stop")
        if value is None:
            value = typ()
        try:
            await self.gen.athrow(value)
        except StopAsyncIteration as error:
            return error is not value
        except BaseException as error:
            if not self._is_own(error, value, (StopIteration, StopAsyncIteration)):
                raise
            value.__traceback__ = traceback
            return False
        await self._give_up("generator didn't stop after athrow()")

    async def _give_up(self, text):
        try:
            raise RuntimeError(text)
        finally:
            await self.gen.aclose()


def contextmanager(func):
    @wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)

    return helper


def asynccontextmanager(func):
    @wraps(func)
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)

    return helper


# --- small ones ---

class closing(AbstractContextManager):
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class _RedirectStream(AbstractContextManager):
    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []  # one may be entered again while it is in use

    def __enter__(self):
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_RedirectStream):
    _stream = "stdout"


class redirect_stderr(_RedirectStream):
    _stream = "stderr"


class suppress(AbstractContextManager):
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        return exctype is not None and issubclass(exctype, self._exceptions)


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *excinfo):
        pass


# --- made of others, as many as the program likes ---

def _protocol_error(cls, what):
    return TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the "
                     f"{what} protocol")


def _methods(cm, enter, exit, what):
    # As a with statement finds them: in the class.
    cls = type(cm)
    try:
        return getattr(cls, enter), getattr(cls, exit)
    except AttributeError:
        raise _protocol_error(cls, what) from None


def _link(error, earlier, outside):
    # What a callback raised has as its context what was on its way through the stack, not what
    # was handled outside of it. Links that the program made itself are kept.
    while True:
        context = error.__context__
        if context is None or context is earlier:
            return
        if context is outside:
            error.__context__ = earlier
            return
        error = context


def _raise_as_is(error):
    context = error.__context__  # raise sets it anew
    try:
        raise error
    except BaseException:
        error.__context__ = context
        raise


class _BaseExitStack:
    # Entries are pairs: whether it is called rather than awaited, and the function.
    def __init__(self):
        self._exit_callbacks = []

    def pop_all(self):
        moved = type(self)()
        moved._exit_callbacks = self._exit_callbacks
        self._exit_callbacks = []
        return moved

    def push(self, exit):
        try:
            method = type(exit).__exit__
        except AttributeError:
            self._exit_callbacks.append((True, exit))
        else:
            self._exit_callbacks.append((True, MethodType(method, exit)))
        return exit

    def enter_context(self, cm):
        enter, exit = _methods(cm, "__enter__", "__exit__", "context manager")
        result = enter(cm)
        self._exit_callbacks.append((True, MethodType(exit, cm)))
        return result

    def callback(self, callback, /, *args, **kwds):
        def at_exit(exc_type, exc, tb):
            callback(*args, **kwds)

        at_exit.__wrapped__ = callback
        self._exit_callbacks.append((True, at_exit))
        return callback


class ExitStack(_BaseExitStack, AbstractContextManager):
    def __enter__(self):
        return self

    def __exit__(self, *exc_details):
        outside = sys.exc_info()[1]
        pending = exc_details[1]
        received, raised = pending is not None, False
        callbacks = self._exit_callbacks
        while callbacks:
            function = callbacks.pop()[1]
            try:
                if pending is None:
                    function(None, None, None)
                elif function(type(pending), pending, pending.__traceback__):
                    pending = None
            except BaseException as error:
                _link(error, pending, outside)
                pending, raised = error, True
        if pending is not None and raised:
            _raise_as_is(pending)
        return received and pending is None

    def close(self):
        self.__exit__(None, None, None)


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    async def enter_async_context(self, cm):
        enter, exit = _methods(cm, "__aenter__", "__aexit__", "asynchronous context manager")
        result = await enter(cm)
        self._exit_callbacks.append((False, MethodType(exit, cm)))
        return result

    def push_async_exit(self, exit):
        try:
            method = type(exit).__aexit__
        except AttributeError:
            self._exit_callbacks.append((False, exit))
        else:
            self._exit_callbacks.append((False, MethodType(method, exit)))
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        async def at_exit(exc_type, exc, tb):
            await callback(*args, **kwds)

        at_exit.__wrapped__ = callback
        self._exit_callbacks.append((False, at_exit))
        return callback

    async def aclose(self):
        await self.__aexit__(None, None, None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_details):
        outside = sys.exc_info()[1]
        pending = exc_details[1]
        received, raised = pending is not None, False
        callbacks = self._exit_callbacks
        while callbacks:
            is_sync, function = callbacks.pop()
            try:
                details = ((None, None, None) if pending is None
                           else (type(pending), pending, pending.__traceback__))
                result = function(*details)
                if not is_sync:
                    result = await result
                if result and pending is not None:
                    pending = None
            except BaseException as error:
                _link(error, pending, outside)
                pending, raised = error, True
        if pending is not None and raised:
            _raise_as_is(pending)
        return received and pending is None
