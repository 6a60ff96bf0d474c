# tests/conformance/types/pow_with_a_modulus.py: pow with three arguments, at the edges of words.
sizes = (1, 2, 3, 5, 28, 29, 31, 32, 33, 55, 56, 57, 63, 64, 65)
values = sorted({sign * (2**size + step) for size in sizes for step in (-1, 0, 1)
                 for sign in (1, -1)} | {0})
checksum = 0
for modulus in values:
    for base in values:
        for exponent in (0, 1, 2, 3, 17, 2**28 - 1, 2**28, 2**31 + 1, 2**60, 10**25):
            if modulus:
                checksum = (checksum * 31 + pow(base, exponent, modulus)) % (2**61 - 1)
    print(modulus, checksum)
for arguments in ((3, -1, 7), (2, -1, 10), (2, 5, 0), (True, 5, 3), (7, 10**9 + 5, 10**9 + 7)):
    try:
        print(arguments, pow(*arguments))
    except ValueError as error:
        print(arguments, error)
