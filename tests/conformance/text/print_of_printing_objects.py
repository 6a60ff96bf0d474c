# print() of objects whose own code prints or fails: what stands before them has gone out.
class Loud:
    def __repr__(self):
        print("<aside>", end=";")
        return "Loud"


class Nested:
    def __str__(self):
        print("in", Loud())
        return "Nested"


class Bad:
    def __str__(self):
        raise ValueError("no text")


print("x", Loud(), [Loud()], sep="-")
print("out", Nested(), Nested())
try:
    print("a", 1, Bad(), "z")
except ValueError as error:
    print("|", error)
try:
    print("fine", "\ud800x", "more")
except UnicodeEncodeError as error:
    print("|", error)
