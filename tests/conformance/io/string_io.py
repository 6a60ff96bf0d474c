# tests/conformance/io/string_io.py: text in memory is read, written and moved about in.
import io

s = io.StringIO()
print("hello", 3, file=s)
s.write("abc\ndef")
print(repr(s.getvalue()), s.tell())
s.seek(0)
print(repr(s.readline()), s.read(2), s.readlines(), repr(s.read()))
s.seek(2)
s.write("XY")
print(repr(s.getvalue()), s.truncate(4), repr(s.getvalue()))
for line in io.StringIO("a\nb\r\nc"):
    print(repr(line))
print(io.StringIO("a\r\nb\rc", newline=None).read().split("\n"), io.StringIO(None).read() == "")
with io.StringIO("x") as f:
    print(f.readable(), f.writable(), f.seekable(), f.closed, f.isatty())
print(f.closed)
