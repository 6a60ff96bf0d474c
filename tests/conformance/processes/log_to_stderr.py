# log_to_stderr and get_logger: multiprocessing's own logger.
import logging
import multiprocessing


def work():
    multiprocessing.get_logger().warning("from the child")
    multiprocessing.get_logger().debug("not shown")


if __name__ == "__main__":
    logger = multiprocessing.log_to_stderr()
    logger.setLevel(logging.WARNING)
    logger.warning("a warning")
    process = multiprocessing.Process(target=work, name="child")
    process.start()
    process.join()
    print(logger.name, logger is multiprocessing.get_logger(), logger.level, logger.propagate)
