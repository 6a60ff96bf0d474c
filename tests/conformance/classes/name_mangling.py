# tests/conformance/classes/name_mangling.py: names with two underscores are mangled with the
# class's name.
class A:
    __secret = 1

    def get(self):
        return self.__secret

    def set(self, v):
        self.__secret = v


class B(A):
    __secret = 2

    def both(self):
        return self.get(), self.__secret


b = B()
print(b.both())
b.set(5)
print(b.both(), b.__dict__, sorted(k for k in A.__dict__ if "secret" in k))
try:
    b.__secret
except AttributeError as e:
    print(e)
