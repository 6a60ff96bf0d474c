# tests/conformance/unittest/doctests.py: the examples of docstrings are run and compared.
"""
>>> 1 + 1
2
"""
import doctest


def double(x):
    """Twice x.

    >>> double(2)
    4
    >>> double("ab")
    'abab'
    >>> double(None)
    Traceback (most recent call last):
        ...
    TypeError: unsupported operand type(s) for *: 'NoneType' and 'int'
    >>> for i in range(2):
    ...     print(double(i))
    0
    2
    """
    return x * 2


class Stack:
    """
    >>> s = Stack(); s.push(1)
    >>> s.items   # doctest: +NORMALIZE_WHITESPACE
    [ 1 ]
    """

    def __init__(self):
        self.items = []

    def push(self, x):
        """
        >>> Stack().push(3)
        3
        >>> list(range(20))  # doctest: +ELLIPSIS
        [0, 1, ..., 19]
        >>> print("a\\n\\nb")
        a
        <BLANKLINE>
        b
        """
        self.items.append(x)


print(doctest.testmod())
print(doctest.testmod(verbose=True, optionflags=doctest.REPORT_ONLY_FIRST_FAILURE))
doctest.run_docstring_examples(double, globals(), verbose=True, name="double")
for example in doctest.DocTestParser().get_examples(double.__doc__):
    print(repr(example.source), repr(example.want), example.lineno, example.exc_msg)
print(doctest.script_from_examples(Stack.push.__doc__))
