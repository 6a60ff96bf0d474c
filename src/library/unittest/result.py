# unittest.result: what the tests came to.
import io
import sys
import traceback

STDOUT_LINE, STDERR_LINE = "\nStdout:\n%s", "\nStderr:\n%s"


class TestResult:
    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failfast = self.shouldStop = self.buffer = self.tb_locals = False
        self.failures, self.errors, self.skipped = [], [], []
        self.expectedFailures, self.unexpectedSuccesses = [], []
        self.testsRun = 0
        self._class = None        # whose fixtures are set up
        self._module_failed = False
        self._streams = None      # the real ones, while a test's output is kept

    def printErrors(self):
        pass

    def startTest(self, test):
        self.testsRun += 1
        self._keep_output()

    def _keep_output(self):
        if self.buffer:
            self._streams = sys.stdout, sys.stderr
            sys.stdout, sys.stderr = io.StringIO(), io.StringIO()

    def _release_output(self):
        if self._streams is not None:
            sys.stdout, sys.stderr = self._streams
            self._streams = None

    def stopTest(self, test):
        self._release_output()

    def startTestRun(self):
        pass

    def stopTestRun(self):
        pass

    def _stop_if_failfast(self):
        if self.failfast:
            self.stop()

    def addError(self, test, err):
        self.errors.append((test, self._exc_info_to_string(err, test)))
        self._stop_if_failfast()

    def addFailure(self, test, err):
        self.failures.append((test, self._exc_info_to_string(err, test)))
        self._stop_if_failfast()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self._stop_if_failfast()
            failed = issubclass(err[0], test.failureException)
            (self.failures if failed else self.errors).append(
                (subtest, self._exc_info_to_string(err, test)))

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._exc_info_to_string(err, test)))

    def addUnexpectedSuccess(self, test):
        self._stop_if_failfast()
        self.unexpectedSuccesses.append(test)

    def wasSuccessful(self):
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def stop(self):
        self.shouldStop = True

    def _exc_info_to_string(self, err, test):
        kind, value, tb = err
        shown = traceback.TracebackException(kind, value, tb, capture_locals=self.tb_locals,
                                             compact=True)
        shown._out_of_sight = True
        text = "".join(shown.format())
        if self._streams is not None:
            for stream, form in ((sys.stdout, STDOUT_LINE), (sys.stderr, STDERR_LINE)):
                output = stream.getvalue()
                if output:
                    text += form % (output if output.endswith("\n") else output + "\n")
        return text

    def __repr__(self):
        cls = type(self)
        return (f"<{cls.__module__}.{cls.__qualname__} run={self.testsRun} "
                f"errors={len(self.errors)} failures={len(self.failures)}>")
