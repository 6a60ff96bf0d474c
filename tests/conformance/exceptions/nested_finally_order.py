# tests/conformance/exceptions/nested_finally_order.py: several `finally` parts run from the
# inside out.
def f(log):
    try:
        try:
            try:
                log.append("body")
                return log
            finally:
                log.append("inner")
        finally:
            log.append("middle")
    finally:
        log.append("outer")


print(f([]))


def g(log):
    for i in range(2):
        try:
            try:
                raise ValueError(i)
            except ValueError:
                log.append(f"except {i}")
                continue
            finally:
                log.append(f"inner {i}")
        finally:
            log.append(f"outer {i}")
    return log


print(g([]))
