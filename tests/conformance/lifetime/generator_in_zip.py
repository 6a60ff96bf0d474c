# tests/conformance/lifetime/generator_in_zip.py: zip leaves its generators suspended until it
# dies itself.
def g(name, n):
    try:
        for i in range(n):
            yield i
    finally:
        print("end of", name)


for pair in zip(g("long", 5), g("short", 2)):
    print(pair)
print("after zip")
