# list.sort where Python has to compare: Tim Peters' timsort (CPython's Objects/listsort.txt), with
# the merge order of Munro and Wild's powersort as 3.11 has it, because a script can see which items
# are compared and in which order. An order is a list of positions in `keys`.

_gallop_least = 7


class _Runs:
    __slots__ = ("keys", "order", "pending", "gallop_from")

    def __init__(self, keys, order):
        self.keys, self.order = keys, order
        self.pending = []  # (start, length, power), from left to right
        self.gallop_from = _gallop_least


def _sorted_order(keys, order):
    count = left = _length(order)
    runs = _Runs(keys, order)
    run_least = _least_run(count)
    start = 0
    while left:
        length = _take_run(keys, order, start, start + left)
        if length < run_least:
            forced = run_least if run_least < left else left
            _insert_sorted(keys, order, start, start + length, start + forced)
            length = forced
        _merge_before(runs, length)
        _append(runs.pending, (start, length, 0))
        start += length
        left -= length
    pending = runs.pending
    while _length(pending) > 1:
        at = _length(pending) - 2
        if at > 0 and pending[at - 1][1] < pending[at + 1][1]:
            at -= 1
        _merge_at(runs, at)
    return order


def _least_run(count):
    odd = 0
    while count >= 64:
        odd |= count & 1
        count >>= 1
    return count + odd


def _take_run(keys, order, start, end):
    # What is in order already; what is upside down, without equals, is turned around.
    at = start + 1
    if at == end:
        return 1
    before, now = keys[order[start]], keys[order[at]]
    falls = _truth(now < before)
    at += 1
    while at < end:
        before, now = now, keys[order[at]]
        if _truth(now < before) is not falls:
            break
        at += 1
    if falls:
        order[start:at] = order[start:at][::-1]
    return at - start


def _insert_sorted(keys, order, start, first, end):
    for at in _range(first, end):
        moved = order[at]
        key = keys[moved]
        low, high = start, at
        while low < high:
            middle = (low + high) // 2
            if key < keys[order[middle]]:
                high = middle
            else:
                low = middle + 1
        order[low + 1:at + 1] = order[low:at]
        order[low] = moved


def _power(start, length, next_length, count):
    # Of the border between two runs: at which binary digit their middles, as shares of the whole,
    # differ.
    one = 2 * start + length
    two = one + length + next_length
    power = 1
    while True:
        if one >= count:
            one -= count
            two -= count
        elif two >= count:
            return power
        one *= 2
        two *= 2
        power += 1


def _merge_before(runs, next_length):
    # Borders of a higher power than the new one's are merged first.
    pending = runs.pending
    if not pending:
        return
    start, length, _ = pending[-1]
    power = _power(start, length, next_length, _length(runs.order))
    while _length(pending) > 1 and pending[-2][2] > power:
        _merge_at(runs, _length(pending) - 2)
    start, length, _ = pending[-1]
    pending[-1] = start, length, power


def _merge_at(runs, at):
    keys, order, pending = runs.keys, runs.order, runs.pending
    start, length, power = pending[at]
    second, second_length, second_power = pending[at + 1]
    pending[at:at + 2] = [(start, length + second_length, second_power)]
    # What is in its place already stays there.
    skipped = _place_right(keys, keys[order[second]], order, start, length, 0)
    start += skipped
    length -= skipped
    if length == 0:
        return
    last = keys[order[second - 1]]
    second_length = _place_left(keys, last, order, second, second_length, second_length - 1)
    if second_length == 0:
        return
    if length <= second_length:
        _merge_low(runs, start, length, second, second_length)
    else:
        _merge_high(runs, start, length, second, second_length)


def _place_left(keys, key, order, start, count, hint):
    # Where the key belongs, before its equals; looked for from the hint on in growing steps.
    last, step = 0, 1
    if keys[order[start + hint]] < key:
        most = count - hint
        while step < most and keys[order[start + hint + step]] < key:
            last, step = step, 2 * step + 1
        low, high = hint + last, hint + (most if step > most else step)
    else:
        most = hint + 1
        while step < most and not keys[order[start + hint - step]] < key:
            last, step = step, 2 * step + 1
        low, high = hint - (most if step > most else step), hint - last
    low += 1
    while low < high:
        middle = (low + high) // 2
        if keys[order[start + middle]] < key:
            low = middle + 1
        else:
            high = middle
    return high


def _place_right(keys, key, order, start, count, hint):
    # The same, behind its equals.
    last, step = 0, 1
    if key < keys[order[start + hint]]:
        most = hint + 1
        while step < most and key < keys[order[start + hint - step]]:
            last, step = step, 2 * step + 1
        low, high = hint - (most if step > most else step), hint - last
    else:
        most = count - hint
        while step < most and not key < keys[order[start + hint + step]]:
            last, step = step, 2 * step + 1
        low, high = hint + last, hint + (most if step > most else step)
    low += 1
    while low < high:
        middle = (low + high) // 2
        if key < keys[order[start + middle]]:
            high = middle
        else:
            low = middle + 1
    return high


def _merge_low(runs, start, length, second, second_length):
    # The shorter, first run is put aside, and the place filled from the left.
    keys, order = runs.keys, runs.order
    aside, at, to = order[start:start + length], 0, start
    end = second + second_length
    order[to] = order[second]
    to += 1
    second += 1
    least = runs.gallop_from
    while second < end and length - at > 1:
        wins = second_wins = 0
        while wins < least and second_wins < least:  # one by one, until one side keeps winning
            if keys[order[second]] < keys[aside[at]]:
                order[to] = order[second]
                second += 1
                second_wins, wins = second_wins + 1, 0
                to += 1
                if second == end:
                    break
            else:
                order[to] = aside[at]
                at += 1
                wins, second_wins = wins + 1, 0
                to += 1
                if length - at == 1:
                    break
        if second == end or length - at == 1:
            break
        least += 1
        while True:
            least -= least > 1
            runs.gallop_from = least
            wins = _place_right(keys, keys[order[second]], aside, at, length - at, 0)
            order[to:to + wins] = aside[at:at + wins]
            to += wins
            at += wins
            if wins and length - at <= 1:
                break
            order[to] = order[second]
            to += 1
            second += 1
            if second == end:
                break
            second_wins = _place_left(keys, keys[aside[at]], order, second, end - second, 0)
            order[to:to + second_wins] = order[second:second + second_wins]
            to += second_wins
            second += second_wins
            if second == end:
                break
            order[to] = aside[at]
            to += 1
            at += 1
            if length - at == 1 or (wins < _gallop_least and second_wins < _gallop_least):
                break
        if second == end or length - at <= 1:
            break
        least += 1
        runs.gallop_from = least
    # Either the second run is used up, or the last of the first one belongs behind all of it.
    order[to:to + end - second] = order[second:end]
    order[to + end - second:end] = aside[at:]


def _merge_high(runs, start, length, second, second_length):
    # The shorter, second run is put aside, and the place filled from the right.
    keys, order = runs.keys, runs.order
    aside = order[second:second + second_length]
    to = second + second_length - 1
    order[to] = order[start + length - 1]
    to -= 1
    length -= 1
    least = runs.gallop_from
    while length > 0 and second_length > 1:
        wins = second_wins = 0
        while wins < least and second_wins < least:
            if keys[aside[second_length - 1]] < keys[order[start + length - 1]]:
                order[to] = order[start + length - 1]
                length -= 1
                wins, second_wins = wins + 1, 0
                to -= 1
                if length == 0:
                    break
            else:
                order[to] = aside[second_length - 1]
                second_length -= 1
                second_wins, wins = second_wins + 1, 0
                to -= 1
                if second_length == 1:
                    break
        if length == 0 or second_length == 1:
            break
        least += 1
        while True:
            least -= least > 1
            runs.gallop_from = least
            key = keys[aside[second_length - 1]]
            wins = length - _place_right(keys, key, order, start, length, length - 1)
            order[to - wins + 1:to + 1] = order[start + length - wins:start + length]
            to -= wins
            length -= wins
            if length == 0:
                break
            order[to] = aside[second_length - 1]
            to -= 1
            second_length -= 1
            if second_length == 1:
                break
            key = keys[order[start + length - 1]]
            second_wins = second_length - _place_left(keys, key, aside, 0, second_length,
                                                      second_length - 1)
            order[to - second_wins + 1:to + 1] = \
                aside[second_length - second_wins:second_length]
            to -= second_wins
            second_length -= second_wins
            if second_wins and second_length <= 1:
                break
            order[to] = order[start + length - 1]
            to -= 1
            length -= 1
            if length == 0 or (wins < _gallop_least and second_wins < _gallop_least):
                break
        if length == 0 or second_length <= 1:
            break
        least += 1
        runs.gallop_from = least
    # Either the first run is used up, or the first of the second one belongs before all of it.
    order[to - length + 1:to + 1] = order[start:start + length]
    order[start:start + second_length] = aside[:second_length]
