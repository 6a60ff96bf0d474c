# tests/conformance/types/str_encode_decode.py: encode and decode between text and bytes, with
# error handlers.
s = "é日😀"
for enc in ("utf-8", "UTF8", "utf_8"):
    b = s.encode(enc)
    print(enc, b, b.decode(enc) == s)
print("é".encode("latin-1"), "abc".encode("ascii"), "é".encode("ascii", "replace"), "é".encode("ascii", "ignore"), "é".encode("ascii", "xmlcharrefreplace"),
      "é".encode("ascii", "backslashreplace"), b"\xff\xc3".decode("utf-8", "replace"), b"a\xffb".decode("utf-8", "ignore"), str(b"\xc3\xa9", "utf-8"))
for f in (lambda: "é".encode("ascii"), lambda: b"\xff".decode(), lambda: b"ab\xc3".decode("utf-8"), lambda: "x".encode("nope"), lambda: "\ud800".encode()):
    try:
        f()
    except (UnicodeError, LookupError) as e:
        print(type(e).__name__, e)
