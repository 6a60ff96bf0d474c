# tests/conformance/io/text_over_bytes.py: a text stream over bytes encodes, decodes and changes line ends.
import io

raw = io.BytesIO()
text = io.TextIOWrapper(raw, encoding="utf-8", newline="\r\n")
text.write("é\nb\n")
print(raw.getvalue())
text.flush()
print(raw.getvalue(), text)
reader = io.TextIOWrapper(io.BytesIO(b"one\r\ntwo\nthr\xc3\xa9e"), encoding="utf-8")
print(repr(reader.readline()), reader.read(2), reader.readlines())
print(io.TextIOWrapper(io.BytesIO(b"x\xe9"), encoding="latin-1").read())
writer = io.BufferedWriter(raw := io.BytesIO())
print(writer.write(b"abc"), raw.getvalue())
writer.flush()
print(raw.getvalue(), io.UnsupportedOperation.__mro__)
