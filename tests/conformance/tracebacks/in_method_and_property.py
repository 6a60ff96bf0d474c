# tests/conformance/tracebacks/in_method_and_property.py: entries of methods, properties and
# operators.
class Money:
    def __init__(self, n):
        self.n = n

    @property
    def cents(self):
        return self.n * 100

    def __add__(self, other):
        return Money(self.cents + other.cents)


Money(1) + Money(None) + Money(2)
