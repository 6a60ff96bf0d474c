# tests/conformance/generators/infinite_generator_with_break.py: an infinite generator with zip,
# next and break.
def naturals():
    n = 0
    while True:
        yield n
        n += 1


def primes():
    found = []
    for n in naturals():
        if n > 1 and all(n % p for p in found):
            found.append(n)
            yield n


print([p for p, _ in zip(primes(), range(10))])
for p in primes():
    if p > 20:
        print(p)
        break
a = naturals()
print(list(zip("ab", a)), next(a))
