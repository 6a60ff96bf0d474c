# tests/conformance/tracebacks/system_exit_odd_values.py: SystemExit with an object prints it.
raise SystemExit(["a", 1])
