# tests/conformance/itertools/counting_and_choosing.py: endless iterators, combinations, products,
# filters.
from itertools import *
import operator

print(list(islice(count(5), 3)), list(islice(count(1, 0.5), 3)), count(3), count(1,2), count(1.5), repeat(3), repeat("a", 2), list(repeat(1, 3)))
print(list(chain([1], "ab", range(2))), list(chain.from_iterable([[1], (2, 3)])), list(chain()))
print(list(accumulate([1,2,3])), list(accumulate([1,2,3], operator.mul)), list(accumulate([1,2], initial=10)), list(accumulate([], initial=1)), list(accumulate([3,1,2], max)))
print(list(combinations("abcd", 2)), list(combinations(range(2), 3)), list(combinations("ab", 0)), list(combinations([1,2,3],3)))
print(list(permutations("abc")), list(permutations("abc", 2)), list(permutations([], 0)), list(permutations("ab", 3)), len(list(permutations(range(6)))))
print(list(permutations(range(4), 3)))
print(list(product("ab", [1,2])), list(product([0,1], repeat=2)), list(product()), list(product([], "a")), list(product("ab", repeat=0)))
print(list(combinations_with_replacement("abc", 2)), list(combinations_with_replacement("", 1)), list(combinations_with_replacement("", 0)))
print(list(compress("abcdef", [1,0,1,0,1,1])), list(dropwhile(lambda x: x < 3, [1,2,3,1])), list(takewhile(lambda x: x < 3, [1,2,3,1])), list(filterfalse(lambda x: x % 2, range(5))), list(filterfalse(None, [0,1,""])))
