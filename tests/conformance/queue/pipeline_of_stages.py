# tests/conformance/queue/pipeline_of_stages.py: three stages with queues between them, each ended
# by a sentinel.
import queue
import threading

END = object()

def stage(function, source, sink):
    while (item := source.get()) is not END:
        sink.put(function(item))
    sink.put(END)

queues = [queue.Queue(2) for _ in range(4)]
functions = (lambda n: n + 1, lambda n: n * n, str)
threads = [threading.Thread(target=stage, args=(function, queues[i], queues[i + 1]))
           for i, function in enumerate(functions)]
for thread in threads:
    thread.start()
feeder = threading.Thread(target=lambda: [queues[0].put(n) for n in (*range(8), END)])
feeder.start()
print(list(iter(queues[3].get, END)))
for thread in (feeder, *threads):
    thread.join()
print([q.qsize() for q in queues])
