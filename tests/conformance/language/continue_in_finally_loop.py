# tests/conformance/language/continue_in_finally_loop.py: `continue` and `break` in a `try` run
# the `finally` first.
for i in range(4):
    try:
        if i == 1:
            continue
        if i == 3:
            break
        print("body", i)
    finally:
        print("finally", i)
print("i is", i)
