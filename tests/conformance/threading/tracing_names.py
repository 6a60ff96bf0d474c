# settrace, setprofile and their like exist and give what was set last.
import threading

print(threading.gettrace(), threading.getprofile())
threading.settrace(None)
threading.setprofile(None)
print(threading.stack_size(), threading.stack_size(65536), threading.stack_size(0))
print(isinstance(threading.get_native_id(), int), threading.get_ident() > 0)
print(threading.TIMEOUT_MAX > 1e6, threading.ThreadError is RuntimeError)
seen = []
thread = threading.Thread(target=lambda: seen.append(threading.get_native_id()))
print(thread.native_id)
thread.start()
thread.join()
print(seen == [thread.native_id], seen[0] != threading.get_native_id())
