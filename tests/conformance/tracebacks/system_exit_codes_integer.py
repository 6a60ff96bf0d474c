# tests/conformance/tracebacks/system_exit_codes_integer.py: SystemExit with a number sets the
# exit status and prints nothing.
def leave():
    try:
        raise SystemExit(3)
    finally:
        print("leaving")


leave()
