# tests/conformance/tracebacks/system_exit_wraps_status.py: the exit status is taken modulo 256.
raise SystemExit(256 + 7)
