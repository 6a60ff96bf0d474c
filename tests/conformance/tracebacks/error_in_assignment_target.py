# tests/conformance/tracebacks/error_in_assignment_target.py: an error in storing, where the
# marker covers the target.
t = (1, 2)
d = {"x": t}
d["x"][0] = 5
