# tests/conformance/exceptions/exception_hierarchy.py: which exception is a subclass of which.
pairs = [(KeyError, LookupError), (IndexError, LookupError), (ZeroDivisionError, ArithmeticError), (OverflowError, ArithmeticError),
         (UnicodeDecodeError, ValueError), (FileNotFoundError, OSError), (RecursionError, RuntimeError),
         (NotImplementedError, RuntimeError), (ModuleNotFoundError, ImportError), (UnboundLocalError, NameError),
         (StopIteration, Exception), (GeneratorExit, Exception), (KeyboardInterrupt, Exception), (SystemExit, BaseException),
         (IndentationError, SyntaxError), (TimeoutError, OSError), (ConnectionError, OSError), (StopAsyncIteration, Exception)]
for a, b in pairs:
    print(a.__name__, b.__name__, issubclass(a, b))
print(IOError is OSError, EnvironmentError is OSError)
