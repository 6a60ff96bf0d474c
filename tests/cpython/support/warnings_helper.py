# Warnings in tests.
import contextlib
import functools
import warnings


def ignore_warnings(*, category):
    def decorated(test):
        @functools.wraps(test)
        def quiet(self, *args, **named):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", category=category)
                return test(self, *args, **named)
        return quiet
    return decorated


class _Recorder:
    def __init__(self, caught):
        self._caught = caught
        self._from = 0

    @property
    def warnings(self):
        return self._caught[self._from:]

    def reset(self):
        self._from = len(self._caught)

    def __getattr__(self, name):
        if self.warnings:
            return getattr(self._caught[-1], name)
        raise AttributeError(name)


@contextlib.contextmanager
def check_warnings(*filters, quiet=True):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        yield _Recorder(caught)
    import re
    for pattern, category in filters:
        found = [each for each in caught if re.match(pattern, str(each.message), re.I)
                 and issubclass(each.category, category)]
        if not found and not quiet:
            raise AssertionError(f"no warning {pattern!r}")


@contextlib.contextmanager
def check_no_warnings(case, message="", category=Warning, force_gc=False):
    with warnings.catch_warnings(record=True) as caught:
        warnings.filterwarnings("always", message=message, category=category)
        yield
    case.assertEqual(caught, [])


check_no_resource_warning = functools.partial(check_no_warnings, category=ResourceWarning)


@contextlib.contextmanager
def save_restore_warnings_filters():
    kept = warnings.filters[:]
    try:
        yield
    finally:
        warnings.filters[:] = kept


def check_syntax_warning(case, statement, errtext="", *, lineno=1, offset=None):
    raise case.skipTest("warnings of the compiler are written, not recorded")
