# Sieve of Eratosthenes over a list of two millions (16 MB): writes all over its memory, a bad case
# for a history that keeps what has changed.
def sieve(limit):
    is_prime = [True] * (limit + 1)
    is_prime[0] = is_prime[1] = False
    number = 2
    while number * number <= limit:
        if is_prime[number]:
            multiple = number * number
            while multiple <= limit:
                is_prime[multiple] = False
                multiple += number
        number += 1
    count = 0
    for number in range(limit + 1):
        if is_prime[number]:
            count += 1
    return count


limit = 1999000
while True:
    print(limit, sieve(limit))
    limit += 100
