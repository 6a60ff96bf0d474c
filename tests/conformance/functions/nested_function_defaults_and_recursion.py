# tests/conformance/functions/nested_function_defaults_and_recursion.py: an inner function can
# call itself and use the outer's arguments.
def permutations(items):
    found = []

    def extend(prefix, rest):
        if not rest:
            found.append("".join(prefix))
        for i, item in enumerate(rest):
            extend(prefix + [item], rest[:i] + rest[i + 1:])
    extend([], list(items))
    return found


print(permutations("abc"))


def memo(f):
    seen = {}

    def g(n):
        if n not in seen:
            seen[n] = f(n)
        return seen[n]
    return g


@memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80))
