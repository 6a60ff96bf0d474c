# tests/conformance/tracebacks/chained_cause.py: `raise … from …` names the direct cause.
class ConfigError(Exception):
    pass


def read(text):
    try:
        return int(text)
    except ValueError as e:
        raise ConfigError(f"bad number {text!r}") from e


read("abc")
