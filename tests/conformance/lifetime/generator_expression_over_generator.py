# tests/conformance/lifetime/generator_expression_over_generator.py: leaving a generator
# expression ends the generator under it.
def g():
    try:
        yield from range(10)
    finally:
        print("source ended")


for x in (n * 2 for n in g()):
    if x == 4:
        break
print("after", x)
