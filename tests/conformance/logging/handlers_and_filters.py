# tests/conformance/logging/handlers_and_filters.py: handlers have levels, forms and filters of their own.
import logging
import sys

log = logging.getLogger("shop")
log.setLevel(logging.DEBUG)
handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("{levelname}>{message}", style="{"))
handler.setLevel("ERROR")
log.addHandler(handler)
log.propagate = False
log.error("styled")
log.info("below the handler's level")
print(handler, log.handlers, logging.NullHandler())


class NoSecrets(logging.Filter):
    def filter(self, record):
        return "secret" not in record.getMessage()


handler.addFilter(NoSecrets())
log.error("a secret")
log.error("open")
handler.addFilter(lambda record: record.levelno > 45)
log.error("filtered")
log.critical("let through")
adapter = logging.LoggerAdapter(log, {"user": "bob"})
handler.filters.clear()
handler.setFormatter(logging.Formatter("%(user)s: %(message)s"))
adapter.error("hi")
log.error("with extra", extra={"user": "al"})
handler.setFormatter(logging.Formatter("%(asctime)s %(message)s", datefmt="at"))
log.error("dated")
print(adapter, logging.getLevelName(10), logging.getLevelName("INFO"), logging.getLevelName(33))
