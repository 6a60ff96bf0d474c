# tests/conformance/text/difflib_sequences.py: matching blocks, close matches, ndiff, unified and context diffs.
import difflib, random
a = "one\ntwo\nthree\nfour is here\nfive\nsix\nseven\neight\nnine\nten\n".splitlines(True)
b = "one\ntwo and\nthree\nfour was here\nfive\nseven\neight!\nnine\nten\neleven\n".splitlines(True)
for f in (difflib.ndiff, difflib.unified_diff, difflib.context_diff): print("".join(f(a, b)))
print("".join(difflib.unified_diff(a, b, "a.txt", "b.txt", "d1", "d2", n=1)), "".join(difflib.context_diff(a, b, "a.txt", "b.txt", n=0)))
print(list(difflib.unified_diff(["a","b"], ["a","c"], lineterm="")), list(difflib.unified_diff(a, a)))
s = difflib.SequenceMatcher(None, "abcdefgh private", "xabcfgh  privat")
print(s.ratio(), s.quick_ratio(), s.real_quick_ratio(), s.get_matching_blocks(), s.get_opcodes(), s.find_longest_match(), s.find_longest_match(0, 3, 0, 5))
print(difflib.SequenceMatcher(lambda x: x == " ", "private Thread currentThread;", "private volatile Thread currentThread;").get_matching_blocks())
print(difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), difflib.get_close_matches("wheel", ["heel","while","when","we"], n=2, cutoff=0.5))
d = list(difflib.ndiff(a, b)); print("".join(difflib.restore(d, 1)) == "".join(a), "".join(difflib.restore(d, 2)) == "".join(b))
R = random.Random(5)
for _ in range(60):
    x = "".join(R.choice("abcd ") for _ in range(R.randint(0, 40))); y = "".join(R.choice("abcd ") for _ in range(R.randint(0, 40)))
    s = difflib.SequenceMatcher(R.choice([None, str.isspace]), x, y)
    print(s.ratio(), s.quick_ratio(), s.get_opcodes(), list(s.get_grouped_opcodes(2)))
    p = [w + "\n" for w in x.split()]; q = [w + "\n" for w in y.split()]
    print(list(difflib.ndiff(p, q)), list(difflib.unified_diff(p, q, n=1)), list(difflib.context_diff(p, q)))
s = difflib.SequenceMatcher(None, "ab"*150, "ba"*140); print(s.ratio(), s.bpopular)
for f in (lambda: difflib.get_close_matches("a", [], n=0), lambda: difflib.get_close_matches("a", [], cutoff=2), lambda: list(difflib.restore([], 3)), lambda: list(difflib.unified_diff([1], [2])), lambda: list(difflib.unified_diff(["a"], ["b"], fromfile=1))):
    try: f()
    except Exception as e: print(type(e), e)
print(list(difflib.diff_bytes(difflib.unified_diff, [b"a\n"], [b"b\n"])), difflib.IS_LINE_JUNK(" # \n"), difflib.IS_CHARACTER_JUNK("\t"), difflib.Match(1,2,3))
