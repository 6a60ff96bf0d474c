# tests/conformance/tracebacks/in_class_body.py: an exception while a class is made.
class Config:
    path = "x"
    size = int(path)
