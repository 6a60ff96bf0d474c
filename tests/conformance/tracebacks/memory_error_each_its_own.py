# Each MemoryError is an object of its own, with the calls of this one only.
import sys
import traceback


def too_much():
    return "a" * 10 ** 12


def too_many():
    return [0] * 10 ** 12


seen = []
for function in (too_much, too_many, too_much):
    try:
        function()
    except MemoryError as error:
        seen.append(error)
        print(repr(error), [frame.name for frame in traceback.extract_tb(error.__traceback__)])
print(len({id(error) for error in seen}), [error.__context__ for error in seen])
try:
    try:
        too_much()
    except MemoryError:
        too_many()
except MemoryError as error:
    print(type(error.__context__))
    traceback.print_exc(file=sys.stdout)
