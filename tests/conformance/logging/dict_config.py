# tests/conformance/logging/dict_config.py: loggers and handlers from a dict.
import logging.config

logging.config.dictConfig({
    "version": 1, "disable_existing_loggers": False,
    "formatters": {"short": {"format": "[%(levelname)s] %(message)s"}},
    "filters": {"own": {"name": "shop"}},
    "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "short",
                         "stream": "ext://sys.stdout", "level": "INFO", "filters": ["own"]}},
    "loggers": {"shop": {"handlers": ["out"], "level": "DEBUG", "propagate": False}},
    "root": {"handlers": ["out"], "level": "WARNING"}})
logging.getLogger("shop").info("shown")
logging.getLogger("shop").debug("below the handler")
logging.getLogger("other").error("filtered")
for config in ({"version": 2}, {}, {"version": 1, "handlers": {"c": {"class": "nope.X"}}},
               {"version": 1, "loggers": {"a": {"handlers": ["none"]}}}):
    try:
        logging.config.dictConfig(config)
    except ValueError as error:
        print(error)
