# tests/conformance/logging/queue_and_memory.py: records kept for later, and handed to another thread.
import logging
import logging.handlers
import queue
import sys

records = queue.Queue()
listener = logging.handlers.QueueListener(records, logging.StreamHandler(sys.stdout))
listener.start()
log = logging.getLogger("queued")
log.propagate = False
log.addHandler(logging.handlers.QueueHandler(records))
log.warning("queued %s", 1)
listener.stop()
kept = logging.getLogger("kept")
kept.propagate = False
kept.setLevel(logging.DEBUG)
kept.addHandler(logging.handlers.MemoryHandler(3, target=logging.StreamHandler(sys.stdout)))
kept.info("one")
kept.info("two")
print("not yet")
kept.error("three")
kept.info("written at the end")
