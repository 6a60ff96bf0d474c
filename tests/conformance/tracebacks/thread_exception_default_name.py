# tests/conformance/tracebacks/thread_exception_default_name.py: a thread without a name of its
# own, with a chained exception.
import threading


def work():
    try:
        [][0]
    except IndexError as e:
        raise RuntimeError("job failed") from e


t = threading.Thread(target=work)
t.start()
t.join()
print(t.name, t.is_alive())
