# tests/conformance/threading/exception_does_not_reach_join.py: an exception ends its thread only;
# join says nothing.
import threading

result = []


def work(x):
    try:
        result.append(10 // x)
    except ZeroDivisionError as e:
        result.append(str(e))
    finally:
        result.append("finally")


for x in (5, 0):
    t = threading.Thread(target=work, args=(x,))
    t.start()
    t.join()
print(result)
