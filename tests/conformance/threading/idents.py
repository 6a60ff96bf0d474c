# tests/conformance/threading/idents.py: identifiers exist while a thread runs and differ.
import threading

seen = []
t = threading.Thread(target=lambda: seen.append(threading.get_ident()))
print(t.ident)
t.start()
t.join()
print(t.ident == seen[0], threading.get_ident() == threading.main_thread().ident, seen[0] != threading.get_ident())
