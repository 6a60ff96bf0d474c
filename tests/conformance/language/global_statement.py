# tests/conformance/language/global_statement.py: `global` reads and writes the module's name,
# also when it did not exist.
count = 0


def bump():
    global count, made
    count += 1
    made = "by bump"


bump()
bump()
print(count, made)


def shadow():
    count = 99
    return count


print(shadow(), count)


def outer():
    count = 5

    def inner():
        global count
        count = 7
    inner()
    return count


print(outer(), count)
