# Word count with Pool.map: each part counted by a worker, the counts added.
from collections import Counter
from multiprocessing import Pool

text = """the quick brown fox jumps over the lazy dog
the dog sleeps and the fox runs
a quick dog is a happy dog"""


def count_words(line):
    return Counter(line.split())


if __name__ == "__main__":
    with Pool(3) as pool:
        counts = pool.map(count_words, text.splitlines())
    total = sum(counts, Counter())
    print(total.most_common(4))
    for word in sorted(total):
        print(word, total[word])
