# tests/conformance/logging/basic_config.py: messages by level, in the form asked for.
import logging
import sys

log = logging.getLogger("app.db")
print(log, logging.getLogger("app"), logging.root, log.parent is logging.getLogger("app"))
log.warning("last resort %d", 3)
log.info("nobody sees this")
logging.basicConfig(
    level=logging.DEBUG, stream=sys.stdout,
    format="%(levelname)-8s|%(name)s|%(filename)s:%(lineno)d|%(funcName)s|%(threadName)s|%(message)s")


def work():
    log.debug("x=%s y=%r", 1, "a")
    log.error("%(key)s", {"key": 5})
    logging.info("by the root, %s unused")
    log.log(25, "a level of its own")


work()
try:
    1 / 0
except ZeroDivisionError:
    log.exception("failed")
    log.error("again", exc_info=True)
log.info("a stack", stack_info=True)
print(log.isEnabledFor(10), log.getEffectiveLevel(), log.hasHandlers())
logging.disable(logging.ERROR)
log.error("off")
logging.disable(logging.NOTSET)
log.error("on")
