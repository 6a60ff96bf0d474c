# tests/conformance/tracebacks/system_exit_text.py: SystemExit with a text prints it and gives
# status 1.
print("out")
raise SystemExit("fatal: é not allowed")
