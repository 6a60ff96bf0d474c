# tests/conformance/lifetime/del_method_resurrection.py: an object may save itself in `__del__`,
# which then runs only once.
saved = []


class C:
    def __del__(self):
        print("del")
        saved.append(self)


c = C()
del c
print(len(saved))
saved.clear()
print("cleared")
