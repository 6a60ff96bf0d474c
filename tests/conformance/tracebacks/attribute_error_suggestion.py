# tests/conformance/tracebacks/attribute_error_suggestion.py: a misspelt attribute.
class Account:
    def __init__(self):
        self.balance = 10

    def deposit(self):
        self.balanse += 1


Account().deposit()
