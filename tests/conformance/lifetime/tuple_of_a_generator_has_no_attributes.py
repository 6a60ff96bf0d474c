# tests/conformance/lifetime/tuple_of_a_generator_has_no_attributes.py: it is asked for some.
def count():
    try:
        yield 1
        yield 2
    finally:
        print("closed")


held = (count(), "text")
also = [held] * 40
print(hasattr(held, "anything"), getattr(held, "__isabstractmethod__", False), len(also))
print(next(held[0]), held.count("text"))
try:
    held.other
except AttributeError as error:
    print(error)
del also
held = None
print("end")
