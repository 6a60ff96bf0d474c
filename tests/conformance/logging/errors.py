# tests/conformance/logging/errors.py: what logging refuses, and in which words.
import logging

log = logging.getLogger("x")
for action in (lambda: log.setLevel("FOO"), lambda: log.setLevel(2.5),
               lambda: logging.Formatter("nothing"), lambda: logging.Formatter("x", style="?"),
               lambda: log.error("a", extra={"name": 1}), lambda: logging.getLogger(3),
               lambda: log.log("a", "b"), lambda: logging.Handler().emit(3),
               lambda: logging.basicConfig(force=True, foo=1),
               lambda: logging.basicConfig(force=True, stream=1, filename="f"),
               lambda: logging.setLoggerClass(int)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
logging.basicConfig(force=True)
log.error("needs %d", "a number")
record = logging.makeLogRecord({"msg": "m", "name": "n"})
print(record, record.levelname, record.getMessage())
