# unittest.main: a script's tests, run as its command line says.
import sys
import types
from unittest import loader, runner


class TestProgram:
    verbosity = 1

    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None,
                 testLoader=loader.defaultTestLoader, exit=True, verbosity=1, failfast=None,
                 catchbreak=None, buffer=None, warnings=None, *, tb_locals=False):
        if isinstance(module, str):
            __import__(module)
            self.module = sys.modules[module]
        else:
            self.module = module
        self.exit, self.verbosity, self.tb_locals = exit, verbosity, tb_locals
        self.failfast, self.buffer, self.catchbreak = failfast, buffer, catchbreak
        # Deprecations and the like are shown, once a place.
        self.warnings = "default" if warnings is None and not sys.warnoptions else warnings
        self.defaultTest = defaultTest
        self.testRunner = testRunner
        self.testLoader = testLoader
        self.parseArgs(sys.argv if argv is None else argv)
        self.runTests()

    def parseArgs(self, argv):
        import argparse
        parser = argparse.ArgumentParser(prog=argv[0].rpartition("/")[2])
        parser.add_argument("-v", "--verbose", dest="verbosity", action="store_const", const=2,
                            help="Verbose output")
        parser.add_argument("-q", "--quiet", dest="verbosity", action="store_const", const=0,
                            help="Quiet output")
        parser.add_argument("--locals", dest="tb_locals", action="store_true",
                            help="Show local variables in tracebacks")
        parser.add_argument("-f", "--failfast", action="store_true",
                            help="Stop on first fail or error")
        parser.add_argument("-c", "--catch", dest="catchbreak", action="store_true",
                            help="Catch Ctrl-C and display results so far")
        parser.add_argument("-b", "--buffer", action="store_true",
                            help="Buffer stdout and stderr during tests")
        parser.add_argument("-k", dest="patterns", action="append",
                            help="Only run tests which match the given substring")
        parser.add_argument("tests", nargs="*",
                            help="a list of any number of test modules, classes and test methods.")
        options = parser.parse_args(argv[1:])
        if options.verbosity is not None:
            self.verbosity = options.verbosity
        for name in ("tb_locals", "failfast", "catchbreak", "buffer"):
            if getattr(options, name):
                setattr(self, name, True)
        if options.patterns:
            self.testLoader.testNamePatterns = [
                pattern if "*" in pattern else f"*{pattern}*" for pattern in options.patterns]
        names = options.tests or self.defaultTest
        if isinstance(names, str):
            names = [names]
        if names:
            self.test = self.testLoader.loadTestsFromNames(names, self.module)
        else:
            self.test = self.testLoader.loadTestsFromModule(self.module)

    def runTests(self):
        make = runner.TextTestRunner if self.testRunner is None else self.testRunner
        if isinstance(make, type) or isinstance(make, types.FunctionType):
            made = make(verbosity=self.verbosity, failfast=self.failfast, buffer=self.buffer,
                        warnings=self.warnings, tb_locals=self.tb_locals)
        else:
            made = make
        self.result = made.run(self.test)
        if self.exit:
            sys.exit(not self.result.wasSuccessful())


main = TestProgram
