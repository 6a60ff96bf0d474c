# tests/conformance/tracebacks/system_exit_none.py: SystemExit without an argument is success.
print("out")
raise SystemExit
