# tests/conformance/tracebacks/exit_builtin.py: `exit` ends the program as SystemExit does.
try:
    exit(4)
except SystemExit as e:
    print("code", e.code)
exit(5)
