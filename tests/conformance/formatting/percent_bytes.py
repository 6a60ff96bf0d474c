# tests/conformance/formatting/percent_bytes.py: %-formatting of bytes.
print(b"%s %d %x %c %r" % (b"ab", 5, 255, 65, "q"), b"%5d|%-4s|%.2f" % (7, b"z", 1.5), b"%(k)b" % {b"k": b"v"})
try:
    b"%s" % "text"
except TypeError as e:
    print(e)
