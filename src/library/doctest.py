# doctest: the examples of docstrings, run and compared with what stands below them.
import difflib
import inspect
import io
import linecache
import re
import sys
import traceback
import unittest
from collections import namedtuple

__all__ = ["register_optionflag", "DONT_ACCEPT_TRUE_FOR_1", "DONT_ACCEPT_BLANKLINE",
           "NORMALIZE_WHITESPACE", "ELLIPSIS", "SKIP", "IGNORE_EXCEPTION_DETAIL",
           "COMPARISON_FLAGS", "REPORT_UDIFF", "REPORT_CDIFF", "REPORT_NDIFF",
           "REPORT_ONLY_FIRST_FAILURE", "REPORTING_FLAGS", "FAIL_FAST", "Example", "DocTest",
           "DocTestParser", "DocTestFinder", "DocTestRunner", "OutputChecker", "DocTestFailure",
           "UnexpectedException", "DebugRunner", "testmod", "testfile", "run_docstring_examples",
           "DocTestSuite", "DocTestCase", "set_unittest_reportflags"]

TestResults = namedtuple("TestResults", "failed attempted")
OPTIONFLAGS_BY_NAME = {}


def register_optionflag(name):
    return OPTIONFLAGS_BY_NAME.setdefault(name, 1 << len(OPTIONFLAGS_BY_NAME))


DONT_ACCEPT_TRUE_FOR_1 = register_optionflag("DONT_ACCEPT_TRUE_FOR_1")
DONT_ACCEPT_BLANKLINE = register_optionflag("DONT_ACCEPT_BLANKLINE")
NORMALIZE_WHITESPACE = register_optionflag("NORMALIZE_WHITESPACE")
ELLIPSIS = register_optionflag("ELLIPSIS")
SKIP = register_optionflag("SKIP")
IGNORE_EXCEPTION_DETAIL = register_optionflag("IGNORE_EXCEPTION_DETAIL")
COMPARISON_FLAGS = (DONT_ACCEPT_TRUE_FOR_1 | DONT_ACCEPT_BLANKLINE | NORMALIZE_WHITESPACE
                    | ELLIPSIS | SKIP | IGNORE_EXCEPTION_DETAIL)
REPORT_UDIFF = register_optionflag("REPORT_UDIFF")
REPORT_CDIFF = register_optionflag("REPORT_CDIFF")
REPORT_NDIFF = register_optionflag("REPORT_NDIFF")
REPORT_ONLY_FIRST_FAILURE = register_optionflag("REPORT_ONLY_FIRST_FAILURE")
FAIL_FAST = register_optionflag("FAIL_FAST")
REPORTING_FLAGS = (REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF | REPORT_ONLY_FIRST_FAILURE
                   | FAIL_FAST)
BLANKLINE_MARKER = "<BLANKLINE>"
ELLIPSIS_MARKER = "..."


def _indented(text, indent=4):
    return re.sub(r"(?m)^(?!$)", indent * " ", text)


class Example:
    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source = source if source.endswith("\n") else source + "\n"
        self.want = want + "\n" if want and not want.endswith("\n") else want
        if exc_msg is not None and not exc_msg.endswith("\n"):
            exc_msg += "\n"
        self.exc_msg, self.lineno, self.indent = exc_msg, lineno, indent
        self.options = {} if options is None else options

    def _key(self):
        return self.source, self.want, self.lineno, self.indent, self.options, self.exc_msg

    def __eq__(self, other):
        return self._key() == other._key() if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((self.source, self.want, self.lineno, self.indent, self.exc_msg))


class DocTest:
    def __init__(self, examples, globs, name, filename, lineno, docstring):
        self.examples, self.docstring, self.globs = examples, docstring, globs.copy()
        self.name, self.filename, self.lineno = name, filename, lineno

    def __repr__(self):
        count = len(self.examples)
        told = "no examples" if count == 0 else "1 example" if count == 1 else f"{count} examples"
        place = f"{self.filename}:{self.lineno}"
        return f"<{self.__class__.__name__} {self.name} from {place} ({told})>"

    def _key(self):
        return (self.examples, self.docstring, self.globs, self.name, self.filename, self.lineno)

    def __eq__(self, other):
        return self._key() == other._key() if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((self.docstring, self.name, self.filename, self.lineno))

    def __lt__(self, other):
        if not isinstance(other, DocTest):
            return NotImplemented
        return ((self.name, self.filename, self.lineno or -1, id(self))
                < (other.name, other.filename, other.lineno or -1, id(other)))


class DocTestParser:
    _EXAMPLE_RE = re.compile(r"""
        (?P<source>(?:^(?P<indent>[ ]*)>>>[ ].*)(?:\n[ ]*\.\.\.(?:[ ].*|$))*
                  |(?:^(?P<indent2>[ ]*)>>>$)(?:\n[ ]*\.\.\.(?:[ ].*|$))*)
        \n?
        (?P<want>(?:(?![ ]*$)(?![ ]*>>>).+$\n?)*)
        """, re.MULTILINE | re.VERBOSE)
    _EXCEPTION_RE = re.compile(r"""
        ^(?P<hdr>Traceback\ \((?:most\ recent\ call\ last|innermost\ last)\):)
        \s*$
        (?P<stack>.*?)
        ^(?P<msg>\w+.*)
        """, re.VERBOSE | re.MULTILINE | re.DOTALL)
    _OPTION_DIRECTIVE_RE = re.compile(r"#\s*doctest:\s*([^\n'\"]*)$", re.MULTILINE)
    _INDENT_RE = re.compile(r"^([ ]*)(?=\S)", re.MULTILINE)

    def parse(self, string, name="<string>"):
        string = string.expandtabs()
        margin = min(map(len, self._INDENT_RE.findall(string)), default=0)
        if margin:
            string = "\n".join(line[margin:] for line in string.split("\n"))
        output, at, lineno = [], 0, 0
        for found in self._EXAMPLE_RE.finditer(string):
            output.append(string[at:found.start()])
            lineno += string.count("\n", at, found.start())
            example = self._example(found, name, lineno)
            if example is not None:
                output.append(example)
            lineno += string.count("\n", found.start(), found.end())
            at = found.end()
        output.append(string[at:])
        return output

    def get_doctest(self, string, globs, name, filename, lineno):
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)

    def get_examples(self, string, name="<string>"):
        return [each for each in self.parse(string, name) if isinstance(each, Example)]

    def _example(self, found, name, lineno):
        indent = len(found["indent"] or found["indent2"] or "")
        lines = found["source"].split("\n")
        for index, line in enumerate(lines):
            if len(line) >= indent + 4 and line[indent + 3] != " ":
                raise ValueError(f"line {lineno + index + 1} of the docstring for {name} lacks "
                                 f"blank after {line[indent:indent + 3]}: {line!r}")
        self._check_prefix(lines[1:], " " * indent + ".", name, lineno)
        source = "\n".join(line[indent + 4:] for line in lines)
        wanted = found["want"].split("\n")
        if len(wanted) > 1 and re.match(r" *$", wanted[-1]):
            del wanted[-1]
        self._check_prefix(wanted, " " * indent, name, lineno + len(lines))
        want = "\n".join(line[indent:] for line in wanted)
        raised = self._EXCEPTION_RE.match(want)
        options = self._find_options(source, name, lineno)
        if re.match(r"^[ ]*(#.*)?$", source) and "\n" not in source:
            return None
        return Example(source, want, raised["msg"] if raised else None, lineno, indent, options)

    def _find_options(self, source, name, lineno):
        options = {}
        for directive in self._OPTION_DIRECTIVE_RE.findall(source):
            for option in directive.replace(",", " ").split():
                if option[0] not in "+-" or option[1:] not in OPTIONFLAGS_BY_NAME:
                    raise ValueError(f"line {lineno + 1} of the doctest for {name} has an invalid "
                                     f"option: {option!r}")
                options[OPTIONFLAGS_BY_NAME[option[1:]]] = option[0] == "+"
        if options and re.match(r"^[ ]*(#.*)?$", source):
            raise ValueError(f"line {lineno} of the doctest for {name} has an option directive on "
                             f"a line with no example: {source!r}")
        return options

    def _check_prefix(self, lines, prefix, name, lineno):
        for index, line in enumerate(lines):
            if line and not line.startswith(prefix):
                raise ValueError(f"line {lineno + index + 1} of the docstring for {name} has "
                                 f"inconsistent leading whitespace: {line!r}")


class DocTestFinder:
    def __init__(self, verbose=False, parser=DocTestParser(), recurse=True, exclude_empty=True):
        self._verbose, self._parser = verbose, parser
        self._recurse, self._exclude_empty = recurse, exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        if name is None:
            name = getattr(obj, "__name__", None)
            if name is None:
                raise ValueError("DocTestFinder.find: name must be given when obj.__name__ "
                                 f"doesn't exist: {type(obj)!r}")
        if module is False:
            module = None
        elif module is None:
            module = inspect.getmodule(obj)
        try:
            file = inspect.getsourcefile(obj)
            lines = linecache.getlines(file, module.__dict__ if module else None) or None
        except TypeError:
            lines = None
        if globs is None:
            globs = {} if module is None else module.__dict__.copy()
        else:
            globs = globs.copy()
        globs.update(extraglobs or {})
        globs.setdefault("__name__", "__main__")
        tests = []
        self._find(tests, obj, name, module, lines, globs, set())
        tests.sort()
        return tests

    def _is_of(self, module, object):
        if module is None:
            return True
        if inspect.getmodule(object) is not None and not inspect.isclass(object):
            if inspect.isfunction(object):
                return module.__dict__ is object.__globals__
            return module is inspect.getmodule(object)
        if inspect.ismethoddescriptor(object) or inspect.isclass(object):
            return module.__name__ == getattr(object, "__module__", None)
        if isinstance(object, property):
            return True
        raise ValueError("object must be a class or function")

    def _is_routine(self, obj):
        return inspect.isroutine(inspect.unwrap(obj))

    def _find(self, tests, obj, name, module, lines, globs, seen):
        if self._verbose:
            print(f"Finding tests in {name}")
        if id(obj) in seen:
            return
        seen.add(id(obj))
        test = self._get_test(obj, name, module, globs, lines)
        if test is not None:
            tests.append(test)
        if not self._recurse:
            return
        if inspect.ismodule(obj):
            for each, value in obj.__dict__.items():
                if ((self._is_routine(value) or inspect.isclass(value))
                        and self._is_of(module, value)):
                    self._find(tests, value, f"{name}.{each}", module, lines, globs, seen)
            for each, value in getattr(obj, "__test__", {}).items():
                if not isinstance(each, str):
                    raise ValueError("DocTestFinder.find: __test__ keys must be strings: "
                                     f"{type(each)!r}")
                self._find(tests, value, f"{name}.__test__.{each}", module, lines, globs, seen)
        elif inspect.isclass(obj):
            for each, value in obj.__dict__.items():
                if isinstance(value, (staticmethod, classmethod)):
                    value = value.__func__
                if ((self._is_routine(value) or inspect.isclass(value)
                     or isinstance(value, property)) and self._is_of(module, value)):
                    self._find(tests, value, f"{name}.{each}", module, lines, globs, seen)

    def _get_test(self, obj, name, module, globs, lines):
        docstring = obj if isinstance(obj, str) else getattr(obj, "__doc__", None)
        docstring = "" if docstring is None else str(docstring)
        if not docstring and self._exclude_empty:
            return None
        filename = None if module is None else getattr(module, "__file__", module.__name__)
        return self._parser.get_doctest(docstring, globs, name, filename,
                                        self._line_of(obj, lines))

    def _line_of(self, obj, lines):
        # Of the docstring, counted from 0; None where it is not known.
        lineno = None
        if inspect.ismodule(obj):
            lineno = 0
        elif inspect.isclass(obj) and lines is not None:
            pattern = re.compile(rf"^\s*class\s*{re.escape(obj.__name__)}\b")
            for index, line in enumerate(lines):
                if pattern.match(line):
                    lineno = index
                    break
        if isinstance(obj, property):
            obj = obj.fget
        if inspect.ismethod(obj):
            obj = obj.__func__
        if inspect.isfunction(obj) and getattr(obj, "__doc__", None):
            obj = inspect.unwrap(obj)
            obj = getattr(obj, "__code__", None)
        if inspect.iscode(obj):
            lineno = obj.co_firstlineno - 1
        if lineno is not None and lines is not None:
            pattern = re.compile(r"(^|.*:)\s*\w*(\"|')")
            for index in range(lineno, len(lines)):
                if pattern.match(lines[index]):
                    return index
            return None
        return lineno


class OutputChecker:
    def _toAscii(self, text):
        return str(text.encode("ASCII", "backslashreplace"), "ASCII")

    def check_output(self, want, got, optionflags):
        got, want = self._toAscii(got), self._toAscii(want)
        if got == want:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1:
            if (got, want) in (("True\n", "1\n"), ("False\n", "0\n")):
                return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = re.sub(rf"(?m)^{re.escape(BLANKLINE_MARKER)}\s*?$", "", want)
            got = re.sub(r"(?m)^[^\S\n]+$", "", got)
            if got == want:
                return True
        if optionflags & NORMALIZE_WHITESPACE:
            got, want = " ".join(got.split()), " ".join(want.split())
            if got == want:
                return True
        return bool(optionflags & ELLIPSIS) and _matches_with_gaps(want, got)

    def _does_differ(self, want, got, flags):
        if not flags & (REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF):
            return False
        if flags & REPORT_NDIFF:
            return True
        return want.count("\n") > 2 and got.count("\n") > 2

    def output_difference(self, example, got, optionflags):
        want = example.want
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            got = re.sub(r"(?m)^[ ]*(?=\n)", BLANKLINE_MARKER, got)
        if self._does_differ(want, got, optionflags):
            wanted, found = want.splitlines(keepends=True), got.splitlines(keepends=True)
            if optionflags & REPORT_UDIFF:
                diff = list(difflib.unified_diff(wanted, found, n=2))[2:]
                kind = "unified diff with -expected +actual"
            elif optionflags & REPORT_CDIFF:
                diff = list(difflib.context_diff(wanted, found, n=2))[2:]
                kind = "context diff with expected followed by actual"
            else:
                diff = list(difflib.Differ(charjunk=difflib.IS_CHARACTER_JUNK)
                            .compare(wanted, found))
                kind = "ndiff with -expected +actual"
            return f"Differences ({kind}):\n{_indented(''.join(diff))}"
        if want and got:
            return f"Expected:\n{_indented(want)}Got:\n{_indented(got)}"
        if want:
            return f"Expected:\n{_indented(want)}Got nothing\n"
        if got:
            return f"Expected nothing\nGot:\n{_indented(got)}"
        return "Expected nothing\nGot nothing\n"


def _matches_with_gaps(want, got):
    if ELLIPSIS_MARKER not in want:
        return want == got
    first, *middle, last = want.split(ELLIPSIS_MARKER)
    if not got.startswith(first) or not got.endswith(last):
        return False
    at, end = len(first), len(got) - len(last)
    for piece in middle:
        at = got.find(piece, at, end)
        if at < 0:
            return False
        at += len(piece)
    return at <= end


class _Spoof(io.StringIO):
    def getvalue(self):
        result = super().getvalue()
        return result + "\n" if result and not result.endswith("\n") else result

    def truncate(self, size=None):
        self.seek(0 if size is None else size)
        io.StringIO.truncate(self)


def _without_detail(message):
    # The name of an exception without its module and its text.
    end = message.find("\n")
    end = len(message) if end < 0 else end
    colon = message.find(":", 0, end)
    end = colon if colon >= 0 else end
    return message[message.rfind(".", 0, end) + 1:end]


class DocTestRunner:
    DIVIDER = "*" * 70

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = "-v" in sys.argv if verbose is None else verbose
        self.optionflags = self.original_optionflags = optionflags
        self.tries = self.failures = 0
        self._name2ft = {}
        self._fakeout = _Spoof()

    def report_start(self, out, test, example):
        if self._verbose:
            want = f"Expecting:\n{_indented(example.want)}" if example.want else \
                "Expecting nothing\n"
            out(f"Trying:\n{_indented(example.source)}{want}")

    def report_success(self, out, test, example, got):
        if self._verbose:
            out("ok\n")

    def report_failure(self, out, test, example, got):
        out(self._failure_header(test, example)
            + self._checker.output_difference(example, got, self.optionflags))

    def report_unexpected_exception(self, out, test, example, exc_info):
        out(self._failure_header(test, example) + "Exception raised:\n"
            + _indented("".join(traceback.format_exception(*exc_info))))

    def _failure_header(self, test, example):
        if test.filename:
            line = "?" if test.lineno is None else test.lineno + example.lineno + 1
            place = f'File "{test.filename}", line {line}, in {test.name}'
        else:
            place = f"Line {example.lineno + 1}, in {test.name}"
        return f"{self.DIVIDER}\n{place}\nFailed example:\n{_indented(example.source)}"

    def _is_wanted(self, example, kind, error, check):
        # Whether an example may end by this exception; None: it should have ended by another.
        message = traceback.format_exception_only(kind, error)[-1]
        if example.exc_msg is None:
            return False
        if check(example.exc_msg, message, self.optionflags):
            return True
        if self.optionflags & IGNORE_EXCEPTION_DETAIL:
            if check(_without_detail(example.exc_msg), _without_detail(message),
                     self.optionflags):
                return True
        return None

    def __run(self, test, compileflags, out):
        failures = tries = 0
        original, check = self.optionflags, self._checker.check_output
        for number, example in enumerate(test.examples):
            quiet = self.optionflags & REPORT_ONLY_FIRST_FAILURE and failures > 0
            self.optionflags = original
            for flag, on in example.options.items():
                self.optionflags = self.optionflags | flag if on else self.optionflags & ~flag
            if self.optionflags & SKIP:
                continue
            tries += 1
            if not quiet:
                self.report_start(out, test, example)
            error = None
            file = f"<doctest {test.name}[{number}]>"
            linecache.cache[file] = (len(example.source), None,
                                     example.source.splitlines(keepends=True), file)
            try:
                exec(compile(example.source, file, "single", compileflags, True), test.globs)
            except KeyboardInterrupt:
                raise
            except BaseException:
                error = sys.exc_info()
                error = error[0], error[1], error[2].tb_next
            got = self._fakeout.getvalue()
            self._fakeout.truncate(0)
            if error is None:
                passed = check(example.want, got, self.optionflags)
            else:
                passed = self._is_wanted(example, error[0], error[1], check)
                if passed is not False:
                    got += "".join(traceback.format_exception(*error))
            if passed:
                if not quiet:
                    self.report_success(out, test, example, got)
            elif passed is False and error is not None:
                if not quiet:
                    self.report_unexpected_exception(out, test, example, error)
                failures += 1
            else:
                if not quiet:
                    self.report_failure(out, test, example, got)
                failures += 1
            if failures and self.optionflags & FAIL_FAST:
                break
        self.optionflags = original
        self.__record_outcome(test, failures, tries)
        return TestResults(failures, tries)

    def __record_outcome(self, test, failures, tries):
        failed, tried = self._name2ft.get(test.name, (0, 0))
        self._name2ft[test.name] = failures + failed, tries + tried
        self.failures += failures
        self.tries += tries

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        self.test = test
        kept, hook = sys.stdout, sys.displayhook
        out = kept.write if out is None else out
        sys.stdout, sys.displayhook = self._fakeout, sys.__displayhook__
        try:
            return self.__run(test, compileflags or 0, out)
        finally:
            sys.stdout, sys.displayhook = kept, hook
            if clear_globs:
                test.globs.clear()
                import builtins
                builtins._ = None

    def summarize(self, verbose=None):
        if verbose is None:
            verbose = self._verbose
        untested, passed, failed = [], [], []
        for name, (failures, tries) in self._name2ft.items():
            if tries == 0:
                untested.append(name)
            elif failures == 0:
                passed.append((name, tries))
            else:
                failed.append((name, (failures, tries)))
        tried = sum(tries for _, tries in self._name2ft.values())
        failures = sum(count for count, _ in self._name2ft.values())
        if verbose:
            if untested:
                print(len(untested), "items had no tests:")
                for name in sorted(untested):
                    print("   ", name)
            if passed:
                print(len(passed), "items passed all tests:")
                for name, count in sorted(passed):
                    print(f" {count:3d} tests in {name}")
        if failed:
            print(self.DIVIDER)
            print(len(failed), "items had failures:")
            for name, (bad, all) in sorted(failed):
                print(f" {bad:3d} of {all:3d} in {name}")
        if verbose:
            print(tried, "tests in", len(self._name2ft), "items.")
            print(tried - failures, "passed and", failures, "failed.")
        if failures:
            print("***Test Failed***", failures, "failures.")
        elif verbose:
            print("Test passed.")
        return TestResults(failures, tried)

    def merge(self, other):
        for name, (failures, tries) in other._name2ft.items():
            failed, tried = self._name2ft.get(name, (0, 0))
            self._name2ft[name] = failed + failures, tried + tries


class DocTestFailure(Exception):
    def __init__(self, test, example, got):
        self.test, self.example, self.got = test, example, got

    def __str__(self):
        return str(self.test)


class UnexpectedException(Exception):
    def __init__(self, test, example, exc_info):
        self.test, self.example, self.exc_info = test, example, exc_info

    def __str__(self):
        return str(self.test)


class DebugRunner(DocTestRunner):
    def run(self, test, compileflags=None, out=None, clear_globs=True):
        result = DocTestRunner.run(self, test, compileflags, out, False)
        if clear_globs:
            test.globs.clear()
        return result

    def report_unexpected_exception(self, out, test, example, exc_info):
        raise UnexpectedException(test, example, exc_info)

    def report_failure(self, out, test, example, got):
        raise DocTestFailure(test, example, got)


master = None


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0,
            extraglobs=None, raise_on_error=False, exclude_empty=False):
    global master
    if m is None:
        m = sys.modules.get("__main__")
    if not inspect.ismodule(m):
        raise TypeError(f"testmod: module required; {m!r}")
    runner = (DebugRunner if raise_on_error else DocTestRunner)(verbose=verbose,
                                                                optionflags=optionflags)
    finder = DocTestFinder(exclude_empty=exclude_empty)
    for test in finder.find(m, m.__name__ if name is None else name, globs=globs,
                            extraglobs=extraglobs):
        runner.run(test)
    if report:
        runner.summarize()
    if master is None:
        master = runner
    else:
        master.merge(runner)
    return TestResults(runner.failures, runner.tries)


def testfile(filename, *args, **kwargs):
    raise NotImplementedError("doctest.testfile: this machine has no file system")


def run_docstring_examples(f, globs, verbose=False, name="NoName", compileflags=None,
                           optionflags=0):
    finder = DocTestFinder(verbose=verbose, recurse=False)
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in finder.find(f, name, globs=globs):
        runner.run(test, compileflags=compileflags)


_unittest_reportflags = 0


def set_unittest_reportflags(flags):
    global _unittest_reportflags
    if flags & REPORTING_FLAGS != flags:
        raise ValueError("Only reporting flags allowed", flags)
    old, _unittest_reportflags = _unittest_reportflags, flags
    return old


class DocTestCase(unittest.TestCase):
    def __init__(self, test, optionflags=0, setUp=None, tearDown=None, checker=None):
        super().__init__()
        self._dt_optionflags, self._dt_checker, self._dt_test = optionflags, checker, test
        self._dt_setUp, self._dt_tearDown = setUp, tearDown

    def setUp(self):
        self._dt_globs = self._dt_test.globs.copy()
        if self._dt_setUp is not None:
            self._dt_setUp(self._dt_test)

    def tearDown(self):
        if self._dt_tearDown is not None:
            self._dt_tearDown(self._dt_test)
        self._dt_test.globs.clear()
        self._dt_test.globs.update(self._dt_globs)

    def runTest(self):
        told, flags = io.StringIO(), self._dt_optionflags
        if not flags & REPORTING_FLAGS:
            flags |= _unittest_reportflags
        runner = DocTestRunner(optionflags=flags, checker=self._dt_checker, verbose=False)
        runner.DIVIDER = "-" * 70
        failures, _ = runner.run(self._dt_test, out=told.write, clear_globs=False)
        if failures:
            raise self.failureException(self.format_failure(told.getvalue()))

    def format_failure(self, err):
        test = self._dt_test
        line = "unknown line number" if test.lineno is None else str(test.lineno)
        return (f"Failed doctest test for {test.name}\n"
                f'  File "{test.filename}", line {line}, in {test.name.split(".")[-1]}\n\n{err}')

    def id(self):
        return self._dt_test.name

    def __repr__(self):
        *place, last = self._dt_test.name.split(".")
        return f"{last} ({'.'.join(place)})"

    __str__ = __repr__

    def shortDescription(self):
        return "Doctest: " + self._dt_test.name


def DocTestSuite(module=None, globs=None, extraglobs=None, test_finder=None, **options):
    finder = test_finder or DocTestFinder()
    if module is None:
        module = sys.modules["__main__"]
    elif isinstance(module, str):
        module = __import__(module, globals(), locals(), ["*"])
    suite = unittest.TestSuite()
    for test in finder.find(module, globs=globs, extraglobs=extraglobs):
        if test.examples:
            suite.addTest(DocTestCase(test, **options))
    return suite


def script_from_examples(s):
    output = []
    for piece in DocTestParser().parse(s):
        if isinstance(piece, Example):
            output.append(piece.source[:-1])
            if piece.want:
                output.append("# Expected:")
                output += ["## " + line for line in piece.want.split("\n")[:-1]]
        else:
            output += [("# " + line).rstrip() if line.strip() else "#"
                       for line in piece.split("\n")[:-1]]
    while output and output[-1] == "#":
        output.pop()
    while output and output[0] == "#":
        output.pop(0)
    return "\n".join(output) + "\n"
