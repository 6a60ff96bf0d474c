# unittest.case: one test with what it asserts. The comparisons that tell differences are in
# _comparisons.py.
import sys
import types
import warnings
from contextlib import contextmanager
from unittest._comparisons import Comparisons

_missing = object()


class SkipTest(Exception):
    pass


class _ShouldStop(Exception):
    pass


def _id(obj):
    return obj


def skip(reason):
    def decorator(test):
        if not isinstance(test, type):
            def skipped(*args, **kwargs):
                raise SkipTest(reason)
            for name in ("__name__", "__qualname__", "__module__", "__doc__"):
                setattr(skipped, name, getattr(test, name, None))
            test = skipped
        test.__unittest_skip__ = True
        test.__unittest_skip_why__ = reason
        return test
    if isinstance(reason, types.FunctionType):
        test, reason = reason, ""
        return decorator(test)
    return decorator


def skipIf(condition, reason):
    return skip(reason) if condition else _id


def skipUnless(condition, reason):
    return _id if condition else skip(reason)


def expectedFailure(test):
    test.__unittest_expecting_failure__ = True
    return test


_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    _module_cleanups.append((function, args, kwargs))


def doModuleCleanups():
    failures = []
    while _module_cleanups:
        function, args, kwargs = _module_cleanups.pop()
        try:
            function(*args, **kwargs)
        except Exception as error:
            failures.append(error)
    if failures:
        raise failures[0]


def enterModuleContext(cm):
    return _enter(cm, addModuleCleanup)


def _enter(cm, add_cleanup):
    cls = type(cm)
    if not hasattr(cls, "__enter__") or not hasattr(cls, "__exit__"):
        raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the "
                        "context manager protocol")
    result = cls.__enter__(cm)
    add_cleanup(cls.__exit__, cm, None, None, None)
    return result


class _Outcome:
    # What became of a test so far.
    def __init__(self, result):
        self.result = result
        self.success = True
        self.expecting_failure = False
        self.expected_failure = None

    @contextmanager
    def part(self, test, subtest=False):
        before, self.success = self.success, True
        try:
            yield
        except KeyboardInterrupt:
            raise
        except SkipTest as error:
            self.success = False
            self.result.addSkip(test, str(error))
        except _ShouldStop:
            pass
        except BaseException as error:
            details = (type(error), error, error.__traceback__)
            if self.expecting_failure:
                self.expected_failure = details
            else:
                self.success = False
                if subtest:
                    self.result.addSubTest(test.test_case, test, details)
                elif issubclass(details[0], test.failureException):
                    self.result.addFailure(test, details)
                else:
                    self.result.addError(test, details)
        else:
            if subtest and self.success:
                self.result.addSubTest(test.test_case, test, None)
        finally:
            self.success = self.success and before


class _Raises:
    # The context of assertRaises and assertWarns.
    def __init__(self, test, expected, kind, pattern=None):
        self.test, self.expected, self.kind, self.pattern = test, expected, kind, pattern
        if pattern is not None:
            import re
            self.pattern = re.compile(pattern) if isinstance(pattern, (str, bytes)) else pattern
        self.name, self.msg, self.obj_name = kind, None, None

    def handle(self, args, kwargs):
        base = Warning if self.kind == "assertWarns" else BaseException
        types_ = self.expected if isinstance(self.expected, tuple) else (self.expected,)
        if not all([isinstance(each, type) and issubclass(each, base) for each in types_]):
            what = "a warning class" if base is Warning else "an exception type"
            many = "warning classes" if base is Warning else "exception types"
            more = "Regex" if self.pattern is not None else ""
            raise TypeError(f"{self.kind}{more}() arg 1 must be {what} or tuple of {many}")
        if not args:
            self.msg = kwargs.pop("msg", None)
            if kwargs:
                raise TypeError(f"{next(iter(kwargs))!r} is an invalid keyword argument for this "
                                "function")
            return self
        function, *args = args
        self.obj_name = getattr(function, "__name__", str(function))
        with self:
            function(*args, **kwargs)

    def _fail(self, text):
        raise self.test.failureException(self.test._formatMessage(self.msg, text))

    def _expected_name(self):
        return getattr(self.expected, "__name__", str(self.expected))

    def _check_pattern(self, value):
        if self.pattern is not None and not self.pattern.search(str(value)):
            self._fail(f'"{self.pattern.pattern}" does not match "{value}"')


class _AssertRaisesContext(_Raises):
    def __enter__(self):
        return self

    def __exit__(self, kind, error, tb):
        if kind is None:
            by = f" by {self.obj_name}" if self.obj_name else ""
            self._fail(f"{self._expected_name()} not raised{by}")
        if not issubclass(kind, self.expected):
            return False
        self.exception = error.with_traceback(None)
        self._check_pattern(error)
        return True

    __class_getitem__ = classmethod(types.GenericAlias)


class _AssertWarnsContext(_Raises):
    def __enter__(self):
        for module in list(sys.modules.values()):
            if getattr(module, "__warningregistry__", None):
                module.__warningregistry__ = {}
        self._catcher = warnings.catch_warnings(record=True)
        self.warnings = self._catcher.__enter__()
        warnings.simplefilter("always", self.expected)
        return self

    def __exit__(self, kind, error, tb):
        self._catcher.__exit__(kind, error, tb)
        if kind is not None:
            return
        first = None
        for found in self.warnings:
            value = found.message
            if not isinstance(value, self.expected):
                continue
            first = value if first is None else first
            if self.pattern is not None and not self.pattern.search(str(value)):
                continue
            self.warning, self.filename, self.lineno = value, found.filename, found.lineno
            return
        if first is not None:
            self._check_pattern(first)
        by = f" by {self.obj_name}" if self.obj_name else ""
        self._fail(f"{self._expected_name()} not triggered{by}")


class TestCase(Comparisons):
    failureException = AssertionError
    longMessage = True
    maxDiff = 640
    _classSetupFailed = False
    _class_cleanups = []

    def __init_subclass__(cls, *args, **kwargs):
        cls._classSetupFailed = False
        cls._class_cleanups = []
        super().__init_subclass__(*args, **kwargs)

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._outcome = None
        self._testMethodDoc = "No test"
        method = getattr(self, methodName, None)
        if method is not None:
            self._testMethodDoc = method.__doc__
        elif methodName != "runTest":
            raise ValueError(f"no such test method in {type(self)}: {methodName}")
        self._cleanups = []
        self._subtest = None
        self._type_equality_funcs = {}
        for kind, name in ((dict, "assertDictEqual"), (list, "assertListEqual"),
                           (tuple, "assertTupleEqual"), (set, "assertSetEqual"),
                           (frozenset, "assertSetEqual"), (str, "assertMultiLineEqual")):
            self.addTypeEqualityFunc(kind, name)

    def addTypeEqualityFunc(self, typeobj, function):
        self._type_equality_funcs[typeobj] = function

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        return _enter(cm, self.addCleanup)

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        return _enter(cm, cls.addClassCleanup)

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        from unittest import result
        return result.TestResult()

    def shortDescription(self):
        return self._testMethodDoc.strip().split("\n")[0].strip() if self._testMethodDoc else None

    def id(self):
        cls = type(self)
        return f"{cls.__module__}.{cls.__qualname__}.{self._testMethodName}"

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        cls = type(self)
        return (f"{self._testMethodName} ({cls.__module__}.{cls.__qualname__}."
                f"{self._testMethodName})")

    def __repr__(self):
        cls = type(self)
        return f"<{cls.__module__}.{cls.__qualname__} testMethod={self._testMethodName}>"

    def skipTest(self, reason):
        raise SkipTest(reason)

    @contextmanager
    def subTest(self, msg=_missing, **params):
        if self._outcome is None:
            yield
            return
        above = self._subtest
        self._subtest = _SubTest(self, msg, {**above.params, **params} if above else params)
        try:
            with self._outcome.part(self._subtest, subtest=True):
                yield
            if not self._outcome.success and self._outcome.result.failfast:
                raise _ShouldStop
        finally:
            self._subtest = above

    def _callSetUp(self):
        self.setUp()

    def _callTestMethod(self, method):
        if method() is not None:
            warnings.warn("It is deprecated to return a value that is not None from a test case "
                          f"({method})", DeprecationWarning, stacklevel=1)

    def _callTearDown(self):
        self.tearDown()

    def _callCleanup(self, function, *args, **kwargs):
        function(*args, **kwargs)

    def run(self, result=None):
        own = result is None
        if own:
            result = self.defaultTestResult()
            result.startTestRun()
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            if (getattr(type(self), "__unittest_skip__", False)
                    or getattr(method, "__unittest_skip__", False)):
                result.addSkip(self, getattr(type(self), "__unittest_skip_why__", "")
                               or getattr(method, "__unittest_skip_why__", ""))
                return result
            self._outcome = outcome = _Outcome(result)
            expecting = (getattr(self, "__unittest_expecting_failure__", False)
                         or getattr(method, "__unittest_expecting_failure__", False))
            try:
                self._steps(outcome, method, expecting)
                if outcome.success:
                    if not expecting:
                        result.addSuccess(self)
                    elif outcome.expected_failure:
                        result.addExpectedFailure(self, outcome.expected_failure)
                    else:
                        result.addUnexpectedSuccess(self)
                return result
            finally:
                self._outcome = None
        finally:
            result.stopTest(self)
            if own:
                result.stopTestRun()

    def _steps(self, outcome, method, expecting):
        with outcome.part(self):
            self._callSetUp()
        if outcome.success:
            outcome.expecting_failure = expecting
            with outcome.part(self):
                self._callTestMethod(method)
            outcome.expecting_failure = False
            with outcome.part(self):
                self._callTearDown()
        self.doCleanups()

    def doCleanups(self):
        outcome = self._outcome or _Outcome(self.defaultTestResult())
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            with outcome.part(self):
                self._callCleanup(function, *args, **kwargs)
        return outcome.success

    @classmethod
    def doClassCleanups(cls):
        cls.tearDown_exceptions = []
        while cls._class_cleanups:
            function, args, kwargs = cls._class_cleanups.pop()
            try:
                function(*args, **kwargs)
            except Exception:
                cls.tearDown_exceptions.append(sys.exc_info())

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        self._callSetUp()
        self._callTestMethod(getattr(self, self._testMethodName))
        self._callTearDown()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            self._callCleanup(function, *args, **kwargs)

    def assertRaises(self, expected_exception, *args, **kwargs):
        return _AssertRaisesContext(self, expected_exception, "assertRaises").handle(args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        return _AssertRaisesContext(self, expected_exception, "assertRaises",
                                    expected_regex).handle(args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return _AssertWarnsContext(self, expected_warning, "assertWarns").handle(args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        return _AssertWarnsContext(self, expected_warning, "assertWarns",
                                   expected_regex).handle(args, kwargs)

    def assertLogs(self, logger=None, level=None):
        from unittest._log import _AssertLogsContext
        return _AssertLogsContext(self, logger, level, no_logs=False)

    def assertNoLogs(self, logger=None, level=None):
        from unittest._log import _AssertLogsContext
        return _AssertLogsContext(self, logger, level, no_logs=True)


class FunctionTestCase(TestCase):
    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._setUpFunc, self._tearDownFunc = setUp, tearDown
        self._testFunc, self._description = testFunc, description

    def setUp(self):
        if self._setUpFunc is not None:
            self._setUpFunc()

    def tearDown(self):
        if self._tearDownFunc is not None:
            self._tearDownFunc()

    def runTest(self):
        self._testFunc()

    def id(self):
        return self._testFunc.__name__

    def __str__(self):
        return f"{type(self).__qualname__} ({self._testFunc.__name__})"

    def shortDescription(self):
        text = self._description or self._testFunc.__doc__
        return text and text.split("\n")[0].strip() or None


class _SubTest(TestCase):
    def __init__(self, test_case, message, params):
        super().__init__()
        self._message = message
        self.test_case = test_case
        self.params = params
        self.failureException = test_case.failureException

    def _description(self):
        parts = []
        if self._message is not _missing:
            parts.append(f"[{self._message}]")
        if self.params:
            shown = ", ".join([f"{name}={value!r}" for name, value in self.params.items()])
            parts.append(f"({shown})")
        return " ".join(parts) or "(<subtest>)"

    def id(self):
        return f"{self.test_case.id()} {self._description()}"

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return f"{self.test_case} {self._description()}"
