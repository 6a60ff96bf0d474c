# unittest.suite: tests together, with what their classes and modules set up for all of them.
import sys
from unittest import case


class BaseTestSuite:
    _cleanup = True

    def __init__(self, tests=()):
        self._tests = []
        self._removed_tests = 0
        self.addTests(tests)

    def __repr__(self):
        cls = type(self)
        return f"<{cls.__module__}.{cls.__qualname__} tests={list(self)}>"

    def __eq__(self, other):
        return list(self) == list(other) if isinstance(other, type(self)) else NotImplemented

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return self._removed_tests + sum([test.countTestCases() for test in self if test])

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f"{test!r} is not callable")
        if isinstance(test, type) and issubclass(test, (case.TestCase, TestSuite)):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to "
                            "addTest()")
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for test in tests:
            self.addTest(test)

    def run(self, result):
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            test(result)
            self._forget(index)
        return result

    def _forget(self, index):
        if self._cleanup:
            self._removed_tests += self._tests[index].countTestCases()
            self._tests[index] = None

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        for test in self:
            test.debug()


class _ErrorHolder:
    # Stands for a test in a result where a fixture failed.
    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __str__(self):
        return self.description

    def __repr__(self):
        return f"<ErrorHolder description={self.description!r}>"

    def countTestCases(self):
        return 0


class TestSuite(BaseTestSuite):
    def run(self, result, debug=False):
        top = not getattr(result, "_testRunEntered", False)
        if top:
            result._testRunEntered = True
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            if not isinstance(test, BaseTestSuite):
                self._leave_class(test, result)
                self._enter_module(test, result)
                self._enter_class(test, result)
                result._class = type(test)
                if getattr(type(test), "_classSetupFailed", False) or result._module_failed:
                    continue
            test(result)
            self._forget(index)
        if top:
            self._leave_class(None, result)
            self._leave_module(result)
            result._testRunEntered = False
        return result

    def _enter_class(self, test, result):
        cls = type(test)
        if (cls is result._class or result._module_failed
                or getattr(cls, "__unittest_skip__", False) or not hasattr(cls, "setUpClass")):
            return
        cls._classSetupFailed = False
        result._keep_output()
        try:
            cls.setUpClass()
        except Exception as error:
            cls._classSetupFailed = True
            self._fixture_failed(result, error, "setUpClass", _name_of(cls))
            cls.doClassCleanups()
        finally:
            result._release_output()

    def _leave_class(self, test, result):
        cls = result._class
        if (cls is None or cls is type(test) or result._module_failed
                or getattr(cls, "_classSetupFailed", False)
                or getattr(cls, "__unittest_skip__", False)
                or not hasattr(cls, "tearDownClass")):
            return
        result._keep_output()
        try:
            cls.tearDownClass()
        except Exception as error:
            self._fixture_failed(result, error, "tearDownClass", _name_of(cls))
        finally:
            cls.doClassCleanups()
            for _, error, _ in cls.tearDown_exceptions:
                self._fixture_failed(result, error, "tearDownClass", _name_of(cls))
            result._release_output()

    def _enter_module(self, test, result):
        module = type(test).__module__
        if result._class is not None and result._class.__module__ == module:
            return
        self._leave_module(result)
        result._module_failed = False
        set_up = getattr(sys.modules.get(module), "setUpModule", None)
        if set_up is not None:
            try:
                set_up()
            except Exception as error:
                result._module_failed = True
                self._fixture_failed(result, error, "setUpModule", module)

    def _leave_module(self, result):
        if result._class is None or result._module_failed:
            return
        module = result._class.__module__
        tear_down = getattr(sys.modules.get(module), "tearDownModule", None)
        try:
            if tear_down is not None:
                tear_down()
            case.doModuleCleanups()
        except Exception as error:
            self._fixture_failed(result, error, "tearDownModule", module)

    def _fixture_failed(self, result, error, method, what):
        holder = _ErrorHolder(f"{method} ({what})")
        if isinstance(error, case.SkipTest):
            result.addSkip(holder, str(error))
        else:
            result.addError(holder, (type(error), error, error.__traceback__))


def _name_of(cls):
    return f"{cls.__module__}.{cls.__qualname__}"
