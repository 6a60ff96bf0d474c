# tests/conformance/threading/condition_wait_for_and_timeouts.py: wait_for tests a predicate;
# timeouts give False.
import threading

c = threading.Condition()
with c:
    print(c.wait(0.01), c.wait_for(lambda: False, 0.01), c.wait_for(lambda: "truth"))
state = {"n": 0}


def bump():
    for _ in range(3):
        with c:
            state["n"] += 1
            c.notify_all()


t = threading.Thread(target=bump)
t.start()
with c:
    print(c.wait_for(lambda: state["n"] == 3, 5), state)
t.join()
