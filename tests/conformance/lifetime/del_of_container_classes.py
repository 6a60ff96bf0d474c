# __del__ of classes over list, dict and set runs when the last reference goes.
class Told:
    def __del__(self):
        print("gone:", type(self).__name__, len(self))


class Items(Told, list):
    pass


class Names(Told, dict):
    pass


class Kinds(Told, set):
    pass


def local():
    items = Items([1, 2])
    return len(items)


print(local())
for made in (Items, Names, Kinds):
    held = made()
    del held
for item in Items("ab"):
    print(item)
print(sum(Items([1, 2])), len(Names(a=1)))
held = [Items("xy")]
held.clear()
kept = Kinds("a")
print("end")
