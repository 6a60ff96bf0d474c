# tests/conformance/io/string_io_errors.py: what text in memory refuses, and in which words.
import io

s = io.StringIO("abc")


def closed():
    s.close()
    s.read()


for action in (lambda: s.write(3), lambda: s.write(b"x"), lambda: io.StringIO(3),
               lambda: s.seek(-1), lambda: s.seek(3, 1), lambda: s.seek(0, 7), lambda: s.fileno(),
               lambda: s.detach(), lambda: s.truncate(-1), lambda: io.StringIO("", "q"), closed,
               lambda: s.getvalue(), lambda: next(s)):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
