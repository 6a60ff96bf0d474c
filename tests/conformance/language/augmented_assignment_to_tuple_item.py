# tests/conformance/language/augmented_assignment_to_tuple_item.py: `+=` on a list inside a tuple
# raises, and changes the list all the same.
t = ([1], 2)
try:
    t[0] += [3]
except TypeError as e:
    print(e)
print(t)
