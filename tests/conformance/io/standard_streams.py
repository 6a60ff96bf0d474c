# tests/conformance/io/standard_streams.py: what the standard streams are, and that they can be replaced.
import io
import sys

print(sys.stdout, sys.stderr, sys.stdin, sys.stdout.buffer)
print(sys.stdout.encoding, sys.stdout.fileno(), sys.stdin.fileno(), sys.stdout.writable())
print(isinstance(sys.stdout, io.TextIOBase), isinstance(sys.stdout.buffer, io.BufferedIOBase))
before = sys.stdout
sys.stdout = io.StringIO()
print("captured", 1)
text = sys.stdout.getvalue()
sys.stdout = before
print(repr(text))
sys.stdout.flush()
sys.stdout.buffer.write("bytes é\n".encode())
sys.stdout.flush()
sys.stdout.writelines(["a", "b\n"])
print("to the other", file=sys.stderr)
print(repr(sys.stdin.read()), repr(sys.stdin.readline()), list(sys.stdin))
for action in (lambda: sys.stdout.write(3), lambda: sys.stdout.read(),
               lambda: sys.stdin.write("x"), lambda: sys.stdout.buffer.write("x")):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
