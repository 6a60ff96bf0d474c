# tests/conformance/threading/start_errors.py: starting twice, joining too early and joining
# oneself.
import threading

t = threading.Thread(target=lambda: None)
try:
    t.join()
except RuntimeError as e:
    print(e)
t.start()
t.join()
try:
    t.start()
except RuntimeError as e:
    print(e)
try:
    threading.current_thread().join()
except RuntimeError as e:
    print(e)
try:
    threading.Thread(5)
except AssertionError as e:
    print(e)
