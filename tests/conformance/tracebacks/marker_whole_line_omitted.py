# tests/conformance/tracebacks/marker_whole_line_omitted.py: no marker where it would cover the
# whole line.
def boom():
    raise RuntimeError


boom()
