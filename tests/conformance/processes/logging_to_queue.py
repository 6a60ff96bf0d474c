# Logging from processes through a QueueHandler to one listener.
import logging
import logging.handlers
import multiprocessing
import sys


def work(queue, number):
    logger = logging.getLogger(f"worker.{number}")
    logger.handlers = []
    logging.getLogger().handlers = [logging.handlers.QueueHandler(queue)]
    logging.getLogger().setLevel(logging.INFO)
    logger.debug("not seen")
    logger.info("hello from %s", number)
    try:
        1 / 0
    except ZeroDivisionError:
        logger.exception("failed")


if __name__ == "__main__":
    queue = multiprocessing.Queue()
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(logging.Formatter("%(levelname)s %(name)s %(processName)s %(message)s"))
    listener = logging.handlers.QueueListener(queue, handler)
    listener.start()
    for number in range(2):
        process = multiprocessing.Process(target=work, args=(queue, number), name=f"P{number}")
        process.start()
        process.join()
    listener.stop()
    print("done", flush=True)
