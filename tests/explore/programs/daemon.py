# A daemon prints before the program ends, or never: two outcomes of two threads' one step each.
import threading


def work():
    print("daemon")


threading.Thread(target=work, daemon=True).start()
