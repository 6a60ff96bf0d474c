# tests/conformance/tracebacks/in_with_exit.py: an exception in `__exit__` while another is under
# way.
class Bad:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        raise RuntimeError("exit failed")


with Bad():
    raise ValueError("body failed")
