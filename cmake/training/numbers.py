# Numbers and the containers of them: floats, integers of any size, sorting, counting, slicing.
import math
import random


def waves(steps):
    x, y, total = 0.1, 0.9, 0.0
    for step in range(steps):
        x = 3.7 * x * (1.0 - x)
        y = (y * y + 0.3) % 1.0
        total += math.sqrt(x + y) - math.sin(x) / (1 + abs(y)) ** 2
    return round(total, 6)


def product(rows):
    size = len(rows)
    out = [[0.0] * size for _ in range(size)]
    for i in range(size):
        for j in range(size):
            cell = 0.0
            for k in range(size):
                cell += rows[i][k] * rows[k][j]
            out[i][j] = cell
    return out


def big(turns):
    a, b = 1, 1
    for turn in range(turns):
        a, b = b, a + b
        if turn % 40 == 0:
            a = a * b % (10 ** 60 + 7)
            b ^= a >> 5
    return len(str(a * b)), pow(3, turns, 10 ** 20 + 39), divmod(a, 97)[1], int(str(b)) == b


def primes(limit):
    flags = [True] * limit
    flags[0] = flags[1] = False
    for n in range(2, math.isqrt(limit) + 1):
        if flags[n]:
            flags[n * n :: n] = [False] * len(flags[n * n :: n])
    return [n for n, flag in enumerate(flags) if flag]


def counted(turns):
    chance = random.Random(5)
    counts, pairs, order = {}, {}, []
    for turn in range(turns):
        roll = chance.randint(1, 6) + chance.randrange(6)
        counts[roll] = counts.get(roll, 0) + 1
        if (roll, turn % 3) in pairs:
            pairs[roll, turn % 3].append(turn)
        else:
            pairs[roll, turn % 3] = [turn]
        order.append((roll, -turn))
    order.sort()
    lengths = sorted(pairs.items(), key=lambda item: len(item[1]), reverse=True)
    return sum(counts.values()), order[0], len(lengths[0][1])


def collatz(limit):
    longest = 0
    for start in range(1, limit):
        n, steps = start, 0
        while n != 1:
            n = n // 2 if n % 2 == 0 else 3 * n + 1
            steps += 1
        longest = max(longest, steps)
    return longest


def queens(size, row=0, columns=0, left=0, right=0):
    if row == size:
        return 1
    found = 0
    free = ~(columns | left | right) & ((1 << size) - 1)
    while free:
        bit = free & -free
        free ^= bit
        found += queens(size, row + 1, columns | bit, (left | bit) << 1, (right | bit) >> 1)
    return found


print(waves(200000), max(big(2500) for _ in range(5)), len(primes(300000)))
print(counted(60000), collatz(15000), queens(8))
print(sum(map(sum, product([[i * j % 7 / 3 for j in range(44)] for i in range(44)]))))
