# tests/conformance/language/in_what_gives_no_iterator.py: `in` of an object whose __iter__ goes wrong.
class GivesInt:
    def __iter__(self):
        return 5


class Raises:
    def __init__(self, error):
        self.error = error

    def __iter__(self):
        raise self.error


for container in (GivesInt(), Raises(TypeError("mine")), Raises(ValueError("other"))):
    try:
        print(1 in container)
    except Exception as error:
        print(type(error).__name__, error, error.__context__)
    try:
        print(1 not in container)
    except Exception as error:
        print(type(error).__name__, error)
