# tests/conformance/exceptions/exception_in_else_not_caught.py: the `else` part is not guarded by
# the clauses of its own `try`.
try:
    try:
        pass
    except ValueError:
        print("never")
    else:
        raise ValueError("from else")
    finally:
        print("finally")
except ValueError as e:
    print("outer", e)
