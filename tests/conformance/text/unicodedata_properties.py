# tests/conformance/text/unicodedata_properties.py: categories, numbers and normal forms.
import unicodedata

for text in "A\u0301½٣²Ⅷ(\u05d0中\ufb01\u0378\U0001f40d":
    print(ascii(text), unicodedata.category(text), unicodedata.bidirectional(text) or "-",
          unicodedata.combining(text), unicodedata.mirrored(text),
          unicodedata.east_asian_width(text), repr(unicodedata.decomposition(text)),
          unicodedata.decimal(text, None), unicodedata.digit(text, None),
          unicodedata.numeric(text, None))
for form in ("NFC", "NFD", "NFKC", "NFKD"):
    for text in ("São", "Sa\u0303o", "ﬁ ½ Å", "각", "q\u0307\u0323", "\ud800e\u0301"):
        made = unicodedata.normalize(form, text)
        print(form, ascii(text), ascii(made), unicodedata.is_normalized(form, text))
plain = unicodedata.normalize("NFD", "Ação, coração, às três")
print("".join(c for c in plain if unicodedata.category(c) != "Mn"))
for call in (lambda: unicodedata.normalize("NFX", "a"), lambda: unicodedata.normalize("NFC", 3),
             lambda: unicodedata.digit("x"), lambda: unicodedata.decimal("²"),
             lambda: unicodedata.numeric("x"), lambda: unicodedata.category("")):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
