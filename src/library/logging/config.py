# logging.config: loggers, handlers, filters and formatters as a dict says.
import logging


def _found(name):
    # What a dotted name stands for; of the modules only those that exist are asked.
    parts = name.split(".")
    used = parts.pop(0)
    try:
        found = __import__(used)
        for part in parts:
            used += "." + part
            try:
                found = getattr(found, part)
            except AttributeError:
                __import__(used)
                found = getattr(found, part)
        return found
    except ImportError as error:
        raise ValueError(f"Cannot resolve {name!r}: {error}") from error


class BaseConfigurator:
    def __init__(self, config):
        self.config = config

    def resolve(self, s):
        return _found(s)

    def convert(self, value):
        # "ext://sys.stdout" is an object, "cfg://handlers.console" a part of the whole dict.
        if isinstance(value, dict):
            return {key: self.convert(item) for key, item in value.items()}
        if isinstance(value, (list, tuple)):
            return type(value)([self.convert(item) for item in value])
        if isinstance(value, str):
            if value.startswith("ext://"):
                return _found(value[6:])
            if value.startswith("cfg://"):
                found = self.config
                for part in value[6:].split("."):
                    found = found[part]
                return self.convert(found)
        return value

    def made(self, config):
        # Of a dict with "()": who makes it, with what.
        config = dict(config)
        maker = config.pop("()")
        attributes = config.pop(".", None)
        if not callable(maker):
            maker = _found(maker)
        result = maker(**{key: self.convert(item) for key, item in config.items()
                          if key.isidentifier()})
        for name, item in (attributes or {}).items():
            setattr(result, name, item)
        return result


class DictConfigurator(BaseConfigurator):
    def configure(self):
        config = self.config
        if "version" not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config["version"] != 1:
            raise ValueError(f"Unsupported version: {config['version']}")
        if config.get("incremental", False):
            self._change()
            return
        disable_existing = config.get("disable_existing_loggers", True)
        logging._handlers.clear()
        logging.shutdown(logging._handlerList[:])
        del logging._handlerList[:]
        self.formatters = self._all("formatters", "formatter", self._formatter)
        self.filters = self._all("filters", "filter", self._filter)
        self.handlers = {}
        later = []  # their target has not been made yet
        for name, each in sorted(config.get("handlers", {}).items()):
            if each.get("target") in config.get("handlers", {}):
                later.append((name, each))
            else:
                self._guarded("handler", name, each, self._named_handler)
        for name, each in later:
            self._guarded("handler", name, each, self._named_handler)
        self._loggers(disable_existing)
        if config.get("root"):
            try:
                self._set_up(logging.root, config["root"], False)
            except Exception as error:
                raise ValueError("Unable to configure root logger") from error

    def _guarded(self, kind, name, config, make):
        try:
            return make(name, config)
        except Exception as error:
            raise ValueError(f"Unable to configure {kind} {name!r}") from error

    def _all(self, part, kind, make):
        return {name: self._guarded(kind, name, each, make)
                for name, each in self.config.get(part, {}).items()}

    def _formatter(self, name, config):
        if "()" in config:
            return self.made(config)
        maker = _found(config["class"]) if config.get("class") else logging.Formatter
        more = {key: config[key] for key in ("validate", "defaults") if key in config}
        return maker(config.get("format"), config.get("datefmt"), config.get("style", "%"), **more)

    def _filter(self, name, config):
        return self.made(config) if "()" in config else logging.Filter(config.get("name", ""))

    def _named_handler(self, name, config):
        handler = self._handler(dict(config))
        handler.name = name
        self.handlers[name] = handler

    def _handler(self, config):
        formatter, level = config.pop("formatter", None), config.pop("level", None)
        filters = config.pop("filters", None)
        if formatter:
            try:
                formatter = self.formatters[formatter]
            except Exception as error:
                raise ValueError(f"Unable to set formatter {formatter!r}") from error
        if "()" in config:
            handler = self.made(config)
        else:
            maker = _found(config.pop("class"))
            if "target" in config and isinstance(config["target"], str):
                config["target"] = self.handlers[config["target"]]
            handler = maker(**{key: self.convert(item) for key, item in config.items()
                               if key.isidentifier()})
        if formatter:
            handler.setFormatter(formatter)
        if level is not None:
            handler.setLevel(logging._checkLevel(level))
        self._add_filters(handler, filters)
        return handler

    def _add_filters(self, filterer, filters):
        for each in filters or ():
            try:
                wanted = each if callable(each) or hasattr(each, "filter") else self.filters[each]
                filterer.addFilter(wanted)
            except Exception as error:
                raise ValueError(f"Unable to add filter {each!r}") from error

    def _loggers(self, disable_existing):
        wanted = self.config.get("loggers", {})
        existing = logging.root.manager.loggerDict
        kept = tuple([name + "." for name in wanted])
        for name, logger in list(existing.items()):
            if name in wanted or isinstance(logger, logging.PlaceHolder):
                continue
            if name.startswith(kept):
                logger.level, logger.handlers, logger.propagate = logging.NOTSET, [], True
            else:
                logger.disabled = disable_existing
        for name, each in wanted.items():
            try:
                logger = logging.getLogger(name)
                self._set_up(logger, each, False)
                logger.disabled = False
                if each.get("propagate") is not None:
                    logger.propagate = each["propagate"]
            except Exception as error:
                raise ValueError(f"Unable to configure logger {name!r}") from error
        logging.root.manager._clear_cache()

    def _set_up(self, logger, config, incremental):
        if config.get("level") is not None:
            logger.setLevel(logging._checkLevel(config["level"]))
        if incremental:
            return
        for handler in logger.handlers[:]:
            logger.removeHandler(handler)
        for name in config.get("handlers") or ():
            try:
                logger.addHandler(self.handlers[name])
            except Exception as error:
                raise ValueError(f"Unable to add handler {name!r}") from error
        self._add_filters(logger, config.get("filters"))

    def _change(self):
        for name, each in self.config.get("handlers", {}).items():
            if name not in logging._handlers:
                raise ValueError(f"No handler found with name {name!r}")
            if each.get("level"):
                logging._handlers[name].setLevel(each["level"])
        for name, each in self.config.get("loggers", {}).items():
            self._set_up(logging.getLogger(name), each, True)
        if self.config.get("root"):
            self._set_up(logging.root, self.config["root"], True)


dictConfigClass = DictConfigurator


def dictConfig(config):
    dictConfigClass(config).configure()


def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    raise NotImplementedError("logging.config.fileConfig: this machine has no file system")
