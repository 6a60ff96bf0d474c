# tests/conformance/types/str_repr_quotes_and_escapes.py: repr chooses quotes and escapes what
# cannot be printed.
for s in ("plain", "it's", 'say "hi"', "both ' and \"", "back\\slash", "tab\t nl\n cr\r nul\0", "\x7f\x80\xa0\xad", "é日😀", "\u200b\u2028\ue000", "\ud800",
          "\x1b[0m", ""):
    print(repr(s), ascii(s))
print(["a'b", 'c"d'], ("\n",), {"k\t": "v"})
