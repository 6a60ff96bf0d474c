# tests/conformance/text/codecs_by_name.py: encodings by name, in pieces, over streams.
import codecs
import io

print(codecs.lookup("UTF8").name, codecs.lookup("latin_1").name, codecs.encode("Uryyb", "rot13"))
print(codecs.encode(b"hi", "hex"), codecs.decode(b"6869", "hex"), codecs.encode(b"hi", "base64"), codecs.BOM_UTF8)
decoder = codecs.getincrementaldecoder("utf-8")()
print([decoder.decode(bytes([byte])) for byte in "aé漢😀".encode()], decoder.decode(b"", True))
print(list(codecs.iterdecode([b"\xff\xfea", b"\x00b\x00"], "utf-16")), list(codecs.iterencode(["a", "é"], "latin-1")))
writer = codecs.getwriter("utf-8-sig")(io.BytesIO())
writer.write("é\n")
print(writer.getvalue(), codecs.getreader("utf-8")(io.BytesIO(b"one\ntwo\n")).readlines())
print(codecs.lookup_error("replace")(UnicodeDecodeError("ascii", b"\xff", 0, 1, "no")))
for attempt in (lambda: codecs.lookup("nope"), lambda: codecs.decode("x", "hex"), lambda: codecs.encode("é", "ascii"),
                lambda: codecs.encode(3, "rot13"), lambda: "x".encode("rot13"), lambda: codecs.lookup_error("nope"),
                lambda: codecs.getincrementaldecoder("utf-8")().decode(b"\xc3", True)):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error, repr(error.__cause__))
