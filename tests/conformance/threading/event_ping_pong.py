# tests/conformance/threading/event_ping_pong.py: two threads alternate by two events.
import threading

ping, pong = threading.Event(), threading.Event()


def player(name, mine, other):
    for i in range(3):
        mine.wait()
        mine.clear()
        print(name, i)
        other.set()


threads = [threading.Thread(target=player, args=("ping", ping, pong)), threading.Thread(target=player, args=("pong", pong, ping))]
for t in threads:
    t.start()
ping.set()
for t in threads:
    t.join()
