# Makes objects without end and keeps the last 50,000 of them: the collector works all the time, and
# every card of some megabytes is written again and again. The other bad case.
class Node:
    def __init__(self, number, before):
        self.number = number
        self.name = "node %d" % number
        self.links = [before, number, {"at": number}]


kept = [None] * 50_000
number = 0
while True:
    place = number * 7919 % len(kept)
    kept[place] = Node(number, number // 2)
    number += 1
