# tests/conformance/random/choice_and_choices.py: choice and choices, with weights.
import random

random.seed(3)
print([random.choice("abcdef") for _ in range(10)], random.choice([1]), random.choice(range(100)), random.choice((True, None)))
print(random.choices("abc", k=8), random.choices([1, 2, 3], weights=[10, 1, 1], k=8), random.choices("ab", cum_weights=[1, 4], k=5))
for f in (lambda: random.choice([]), lambda: random.choices("ab", [1]), lambda: random.choices("ab", [0, 0])):
    try:
        f()
    except (IndexError, ValueError) as e:
        print(type(e).__name__, e)
