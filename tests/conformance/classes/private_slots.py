# tests/conformance/classes/private_slots.py: a private name in __slots__ is the class's own.
class Box:
    __slots__ = ("__content", "open", "__odd__")

    def __init__(self, content):
        self.__content = content
        self.open = True

    def look(self):
        return self.__content


class _Hidden:
    __slots__ = "__x"

    def __init__(self):
        self.__x = 1


print(Box(3).look(), Box(4)._Box__content, sorted(n for n in dir(Box) if "content" in n))
print(_Hidden()._Hidden__x)
try:
    Box(1).other = 2
except AttributeError as error:
    print(error)
