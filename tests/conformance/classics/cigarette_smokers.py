# Cigarette smokers (Patil): pushers tell the smoker who has what is missing (Little Book of
# Semaphores, 4.5).
import random
import threading

things = ("tobacco", "paper", "match")
on_table = {thing: threading.Semaphore(0) for thing in things}
may_smoke = {thing: threading.Semaphore(0) for thing in things}
agent_turn, mutex = threading.Semaphore(1), threading.Lock()
lying, smoked = set(), dict.fromkeys(things, 0)
rounds = 30


def pusher(thing):
    while True:
        on_table[thing].acquire()
        with mutex:
            lying.add(thing)
            if len(lying) == 2:
                missing, = set(things) - lying
                lying.clear()
                may_smoke[missing].release()


def smoker(thing):
    while True:
        may_smoke[thing].acquire()
        smoked[thing] += 1
        agent_turn.release()


for thing in things:
    threading.Thread(target=pusher, args=(thing,), daemon=True).start()
    threading.Thread(target=smoker, args=(thing,), daemon=True).start()
random.seed(7)
expected = dict.fromkeys(things, 0)
for _ in range(rounds):
    agent_turn.acquire()
    kept = random.choice(things)
    expected[kept] += 1
    for thing in things:
        if thing != kept:
            on_table[thing].release()
agent_turn.acquire()
print(smoked == expected, smoked)
