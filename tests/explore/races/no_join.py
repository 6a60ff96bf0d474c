# Main reads while the worker writes.
import threading

done = False


def work():
    global done
    done = True


thread = threading.Thread(target=work)
thread.start()
print("started")
if not done:
    print("not yet")
thread.join()
