# tests/conformance/pickle/recursion.py: what holds itself, and what is held twice, comes back so.
import pickle

class Node:
    def __init__(self, value):
        self.value, self.next = value, None

ring = Node(1)
ring.next = Node(2)
ring.next.next = ring
items = [1]
items.append(items)
table = {}
table["me"] = table
pair = ([],)
pair[0].append(pair)
for protocol in range(6):
    back = pickle.loads(pickle.dumps([ring, items, table, pair, items], protocol))
    print(protocol, back[0].next.next is back[0], back[1][1] is back[1], back[2]["me"] is back[2],
          back[3][0][0] is back[3], back[1] is back[4])
print(pickle.dumps(items), pickle.dumps(pair), pickle.dumps(table, 0), pickle.dumps(pair, 1))
