import threading
e = threading.Event()
while True:
    threading.Thread(target=e.wait, daemon=True).start()
