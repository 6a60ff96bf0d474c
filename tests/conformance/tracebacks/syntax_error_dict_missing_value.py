# tests/conformance/tracebacks/syntax_error_dict_missing_value.py: a dict display without a value.
x = {"a": 1, "b":}
