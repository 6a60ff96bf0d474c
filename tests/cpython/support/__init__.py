# What CPython's tests ask of test.support, for an implementation that is not CPython.
import contextlib
import functools
import io
import sys
import unittest

verbose = 0
use_resources = ()
failfast = False
PGO = False
ALWAYS_SKIPPED = "asks for CPython's inside"
MISSING_C_DOCSTRINGS = True
HAVE_DOCSTRINGS = False
Py_DEBUG = False
is_jython = is_android = is_emscripten = is_wasi = is_apple = False
has_fork_support = has_subprocess_support = has_socket_support = False
LOOPBACK_TIMEOUT = 5.0
INTERNET_TIMEOUT = 60.0
SHORT_TIMEOUT = 30.0
LONG_TIMEOUT = 300.0
max_memuse = 0
real_max_memuse = 0
_1M, _1G, _2G, _4G = 1 << 20, 1 << 30, 1 << 31, 1 << 32
MAX_Py_ssize_t = sys.maxsize
NHASHBITS = 64
FD_STDIN = 0
REPO_ROOT = "no files"


class Error(Exception):
    pass


class TestFailed(Error):
    pass


class ResourceDenied(unittest.SkipTest):
    pass


def _skipped(test=None):
    skip = unittest.skip(ALWAYS_SKIPPED)
    return skip if test is None else skip(test)


cpython_only = refcount_test = requires_gil_enabled = _skipped
requires_docstrings = _skipped
no_tracing = requires_IEEE_754 = lambda test: test


def impl_detail(msg=None, **guards):
    return lambda test: test if check_impl_detail(**guards) else _skipped(test)


def check_impl_detail(**guards):
    return bool(guards) and not guards.get("cpython", False) and not all(guards.values())


def _needs(*_, **__):
    return _skipped


requires_fork = requires_subprocess = requires_working_socket = requires_zlib = _needs
requires_mac_ver = requires_freebsd_version = requires_linux_version = requires_resource = _needs
requires_limited_api = skip_if_sanitizer = skip_if_pgo_task = _needs
requires_legacy_unicode_capi = _skipped


def requires(resource, msg=None):
    raise ResourceDenied(msg or f"resource {resource!r} is not here")


def is_resource_enabled(resource):
    return False


def bigmemtest(size, memuse, dry_run=True):
    def decorated(function):
        @functools.wraps(function)
        def with_small_size(self):
            return function(self, 5147)
        return with_small_size
    return decorated


def bigaddrspacetest(function):
    return _skipped(function)


def anticipate_failure(condition):
    return unittest.expectedFailure if condition else lambda test: test


def gc_collect():
    import gc
    gc.collect()


@contextlib.contextmanager
def disable_gc():
    yield


@contextlib.contextmanager
def captured_output(stream_name):
    kept = getattr(sys, stream_name)
    setattr(sys, stream_name, io.StringIO())
    try:
        yield getattr(sys, stream_name)
    finally:
        setattr(sys, stream_name, kept)


def captured_stdout():
    return captured_output("stdout")


def captured_stderr():
    return captured_output("stderr")


def captured_stdin():
    return captured_output("stdin")


@contextlib.contextmanager
def swap_attr(target, name, value):
    missing = object()
    kept = getattr(target, name, missing)
    setattr(target, name, value)
    try:
        yield None if kept is missing else kept
    finally:
        if kept is not missing:
            setattr(target, name, kept)
        elif hasattr(target, name):
            delattr(target, name)


@contextlib.contextmanager
def swap_item(target, key, value):
    missing = object()
    kept = target.get(key, missing)
    target[key] = value
    try:
        yield None if kept is missing else kept
    finally:
        if kept is not missing:
            target[key] = kept
        else:
            target.pop(key, None)


@contextlib.contextmanager
def adjust_int_max_str_digits(most):
    kept = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(most)
    try:
        yield
    finally:
        sys.set_int_max_str_digits(kept)


@contextlib.contextmanager
def infinite_recursion(max_depth=100):
    kept = sys.getrecursionlimit()
    sys.setrecursionlimit(max_depth)
    try:
        yield
    finally:
        sys.setrecursionlimit(kept)


def check_syntax_error(case, statement, errtext="", *, lineno=None, offset=None):
    with case.assertRaisesRegex(SyntaxError, errtext) as caught:
        compile(statement, "<test string>", "exec")
    error = caught.exception
    case.assertIsNotNone(error.lineno)
    if lineno is not None:
        case.assertEqual(error.lineno, lineno)
    case.assertIsNotNone(error.offset)
    if offset is not None:
        case.assertEqual(error.offset, offset)


def check__all__(case, module, name_of_module=None, extra=(), not_exported=()):
    raise unittest.SkipTest("a list of all names")


def check_free_after_iterating(case, iterator, cls, args=()):
    class Watched(cls):
        def __del__(self):
            nonlocal done
            done = True
            try:
                next(made)
            except StopIteration:
                pass

    done = False
    made = iterator(Watched(*args))
    case.assertRaises(StopIteration, next, made)
    gc_collect()
    case.assertTrue(done)


def run_unittest(*classes):
    pass


def reap_children():
    pass


def run_in_subinterp(code):
    raise unittest.SkipTest("no subinterpreters")


def late_deletion(object):
    pass


def sortdict(mapping):
    return "{" + ", ".join(f"{key!r}: {mapping[key]!r}" for key in sorted(mapping)) + "}"


def strip_python_stderr(text):
    return text.strip()


def findfile(name, subdir=None):
    raise unittest.SkipTest("no files")


def busy_retry(timeout, err_msg=None, /, *, error=True):
    import time
    start = time.monotonic()
    while True:
        yield
        if time.monotonic() - start > timeout:
            break
    if error:
        raise AssertionError(err_msg or "too late")


def sleeping_retry(timeout, err_msg=None, /, *, init_delay=0.010, max_delay=1.0, error=True):
    import time
    delay = init_delay
    for _ in busy_retry(timeout, err_msg, error=error):
        yield
        time.sleep(delay)
        delay = min(delay * 2, max_delay)


class _Equal:
    def __init__(self, answer):
        self.answer = answer

    def __eq__(self, other):
        return self.answer

    def __ne__(self, other):
        return not self.answer

    __hash__ = None


ALWAYS_EQ, NEVER_EQ = _Equal(True), _Equal(False)


@functools.total_ordering
class _End:
    def __init__(self, largest):
        self.largest = largest

    def __eq__(self, other):
        return isinstance(other, _End) and other.largest is self.largest

    def __lt__(self, other):
        return not self.largest and self != other


LARGEST, SMALLEST = _End(True), _End(False)


class EqualToForwardRef:
    def __init__(self, argument, *, module=None, owner=None, is_class=False):
        self.argument = argument

    def __eq__(self, other):
        return getattr(other, "__forward_arg__", None) == self.argument


class SuppressCrashReport:
    def __enter__(self):
        return self

    def __exit__(self, *error):
        return None



def load_package_tests(directory, loader, standard_tests, pattern):
    return standard_tests


def run_with_locale(category, *locales):
    return lambda test: _skipped(test)


def maybe_get_event_loop_policy():
    return None


def check_sizeof(case, object, size):
    raise unittest.SkipTest(ALWAYS_SKIPPED)


def setswitchinterval(interval):
    sys.setswitchinterval(interval)


class catch_unraisable_exception:
    def __enter__(self):
        self.unraisable = None
        self._kept = sys.unraisablehook
        sys.unraisablehook = self._hook
        return self

    def _hook(self, unraisable):
        self.unraisable = unraisable

    def __exit__(self, *error):
        sys.unraisablehook = self._kept
        self.unraisable = None
