# tests/conformance/threading/local_subclass.py: a subclass of threading.local runs its __init__
# in every thread.
import threading

class Local(threading.local):
    number = 2

    def __init__(self, name):
        self.name = name
        print("init in", threading.current_thread().name)

    def squared(self):
        return self.number ** 2

local, plain = Local("x"), threading.local()
plain.value = 1
local.number = 5

def show():
    print(local.name, local.number, local.squared(), local.__dict__, hasattr(plain, "value"))
    local.number = 6
    plain.value = 2

thread = threading.Thread(target=show, name="other")
thread.start()
thread.join()
print(local.number, local.__dict__, plain.__dict__)
for call in (lambda: threading.local(1), lambda: plain.missing,
             lambda: setattr(plain, "__dict__", {})):
    try:
        call()
    except (TypeError, AttributeError) as error:
        print(error)
