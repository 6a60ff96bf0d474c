# Codecs that are not from text to bytes are named, with the function that would take them.
for name in ("rot13", "hex", "zlib", "base64", "nonsense"):
    for convert in (lambda: "abc".encode(name), lambda: b"abc".decode(name)):
        try:
            convert()
        except LookupError as error:
            print(error)
