"""Writes what base/character_names.cpp and normal_form.cpp read: names and properties of code
points, of the Unicode version that the Python running this has (CPython 3.11: 14.0).

    python3 character_tables.py OUT SHORT

SHORT is what the page has of OUT until somebody asks for more: the offsets, and the version.
Layout (numbers little-endian): offsets of 32 bits, of eleven sections and of the end, then the
sections; main() has their order, and each is described where it is made.
"""
import collections
import fractions
import struct
import sys
import unicodedata

# Names that follow from the code point: character_names.cpp knows these rules.
RULES = ("CJK UNIFIED IDEOGRAPH-", "HANGUL SYLLABLE ")
ONE_BYTE_WORDS = 192
CHECKPOINT_EVERY = 256
# The control characters have no names, but formal aliases; so have some others.
ALIASES = """0 NULL|NUL
1 START OF HEADING|SOH
2 START OF TEXT|STX
3 END OF TEXT|ETX
4 END OF TRANSMISSION|EOT
5 ENQUIRY|ENQ
6 ACKNOWLEDGE|ACK
7 ALERT|BEL
8 BACKSPACE|BS
9 CHARACTER TABULATION|HORIZONTAL TABULATION|HT|TAB
a LINE FEED|NEW LINE|END OF LINE|LF|NL|EOL
b LINE TABULATION|VERTICAL TABULATION|VT
c FORM FEED|FF
d CARRIAGE RETURN|CR
e SHIFT OUT|LOCKING-SHIFT ONE|SO
f SHIFT IN|LOCKING-SHIFT ZERO|SI
10 DATA LINK ESCAPE|DLE
11 DEVICE CONTROL ONE|DC1
12 DEVICE CONTROL TWO|DC2
13 DEVICE CONTROL THREE|DC3
14 DEVICE CONTROL FOUR|DC4
15 NEGATIVE ACKNOWLEDGE|NAK
16 SYNCHRONOUS IDLE|SYN
17 END OF TRANSMISSION BLOCK|ETB
18 CANCEL|CAN
19 END OF MEDIUM|EOM
1a SUBSTITUTE|SUB
1b ESCAPE|ESC
1c INFORMATION SEPARATOR FOUR|FILE SEPARATOR|FS
1d INFORMATION SEPARATOR THREE|GROUP SEPARATOR|GS
1e INFORMATION SEPARATOR TWO|RECORD SEPARATOR|RS
1f INFORMATION SEPARATOR ONE|UNIT SEPARATOR|US
20 SP
7f DELETE|DEL
80 PADDING CHARACTER|PAD
81 HIGH OCTET PRESET|HOP
82 BREAK PERMITTED HERE|BPH
83 NO BREAK HERE|NBH
84 INDEX|IND
85 NEXT LINE|NEL
86 START OF SELECTED AREA|SSA
87 END OF SELECTED AREA|ESA
88 CHARACTER TABULATION SET|HORIZONTAL TABULATION SET|HTS
89 CHARACTER TABULATION WITH JUSTIFICATION|HORIZONTAL TABULATION WITH JUSTIFICATION|HTJ
8a LINE TABULATION SET|VERTICAL TABULATION SET|VTS
8b PARTIAL LINE FORWARD|PARTIAL LINE DOWN|PLD
8c PARTIAL LINE BACKWARD|PARTIAL LINE UP|PLU
8d REVERSE LINE FEED|REVERSE INDEX|RI
8e SINGLE SHIFT TWO|SINGLE-SHIFT-2|SS2
8f SINGLE SHIFT THREE|SINGLE-SHIFT-3|SS3
90 DEVICE CONTROL STRING|DCS
91 PRIVATE USE ONE|PRIVATE USE-1|PU1
92 PRIVATE USE TWO|PRIVATE USE-2|PU2
93 SET TRANSMIT STATE|STS
94 CANCEL CHARACTER|CCH
95 MESSAGE WAITING|MW
96 START OF GUARDED AREA|START OF PROTECTED AREA|SPA
97 END OF GUARDED AREA|END OF PROTECTED AREA|EPA
98 START OF STRING|SOS
99 SINGLE GRAPHIC CHARACTER INTRODUCER|SGC
9a SINGLE CHARACTER INTRODUCER|SCI
9b CONTROL SEQUENCE INTRODUCER|CSI
9c STRING TERMINATOR|ST
9d OPERATING SYSTEM COMMAND|OSC
9e PRIVACY MESSAGE|PM
9f APPLICATION PROGRAM COMMAND|APC
a0 NBSP
ad SHY
34f CGJ
61c ALM
180b FVS1
180c FVS2
180d FVS3
180e MVS
200b ZWSP
200c ZWNJ
200d ZWJ
200e LRM
200f RLM
202a LRE
202b RLE
202c PDF
202d LRO
202e RLO
202f NNBSP
205f MMSP
2060 WJ
2066 LRI
2067 RLI
2068 FSI
2069 PDI
feff BYTE ORDER MARK|BOM|ZWNBSP"""

points = range(sys.maxunicode + 1)


def number(value):
    """Seven bits a byte, the lowest first; the eighth says that more follow."""
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7f | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def names():
    named = [(point, unicodedata.name(chr(point), "")) for point in points]
    return [(point, name) for point, name in named if name and not name.startswith(RULES)]


def aliases():
    for row in ALIASES.split("\n"):
        point, _, words = row.partition(" ")
        for alias in words.split("|"):
            assert ord(unicodedata.lookup(alias)) == int(point, 16), alias
            yield int(point, 16), alias
    for index in range(1, 257):
        yield (0xfe00 + index - 1 if index <= 16 else 0xe0100 + index - 17), f"VS{index}"


def word_section(words):
    """The 192 most frequent words, then the rest in order; of each: how many letters it shares
    with the one before, how many follow, these."""
    out, last = bytearray(), b""
    for word in words:
        word = word.encode()
        shared = 0
        while shared < min(len(word), len(last)) and word[shared] == last[shared]:
            shared += 1
        out += bytes([shared, len(word) - shared]) + word[shared:]
        last = word
    return number(len(words)) + bytes(out)


def name_section(rows, index_of):
    """Of each name: a byte (words shared with the name before, in four bits; new words, in three;
    whether a number follows: code points left out), then the new words, one or two bytes each.
    Each 256th shares none; where it is, and the code point behind the name before, is in the
    other section."""
    out, checkpoints, last, last_point = bytearray(), bytearray(), [], -1
    for row, (point, name) in enumerate(rows):
        words = [index_of[word] for word in name.split(" ")]
        if row % CHECKPOINT_EVERY == 0:
            checkpoints += struct.pack("<II", len(out), last_point + 1)
            last = []
        shared = 0
        while shared < min(len(words), len(last), 15) and words[shared] == last[shared]:
            shared += 1
        new, gap = words[shared:], point - last_point - 1
        out.append(shared | min(len(new), 7) << 4 | (gap != 0) << 7)
        if len(new) >= 7:
            out.append(len(new) - 7)
        if gap:
            out += number(gap)
        for word in new:
            if word < ONE_BYTE_WORDS:
                out.append(word)
            else:
                word -= ONE_BYTE_WORDS
                out += bytes([ONE_BYTE_WORDS + (word >> 8), word & 0xff])
        last, last_point = words, point
    return bytes(out), bytes(checkpoints)


def alias_section(rows):
    """Of each: the code point, the length, the letters."""
    return b"".join(number(point) + bytes([len(name)]) + name.encode() for point, name in rows)


def property_sections():
    """Runs of equal properties: 32 bits each, where it starts in the upper 21, the record in the
    lower 11. A record: category, bidirectional class, combining class, mirrored, width. The texts
    of categories, bidirectional classes and widths: each list ends with an empty line."""
    categories, directions, widths = [], [], []
    records, runs, last = {}, bytearray(), None
    for point in points:
        text = chr(point)
        category, direction = unicodedata.category(text), unicodedata.bidirectional(text)
        width = unicodedata.east_asian_width(text)
        for word, known in ((category, categories), (direction, directions), (width, widths)):
            if word not in known:
                known.append(word)
        found = (categories.index(category), directions.index(direction),
                 unicodedata.combining(text), unicodedata.mirrored(text), widths.index(width))
        if found != last:
            runs += struct.pack("<I", point << 11 | records.setdefault(found, len(records)))
            last = found
    assert len(records) < 1 << 11
    return bytes(runs), b"".join(map(bytes, records)), (
        categories, directions, widths)


def decomposition_section():
    """Of each: code points left out, kind, how many follow, these. The kinds are a list of texts;
    the first two are canonical: what is composed again, and what is not."""
    out, kinds, last = bytearray(), ["", ""], -1
    for point in points:
        words = unicodedata.decomposition(chr(point)).split()
        if not words:
            continue
        kind = words.pop(0) if words[0].startswith("<") else ""
        if kind not in kinds:
            kinds.append(kind)
        index = kinds.index(kind) or unicodedata.normalize("NFC", chr(point)) != chr(point)
        out += number(point - last - 1) + bytes([index, len(words)])
        out += b"".join(number(int(word, 16)) for word in words)
        last = point
    return bytes(out), kinds


def numeric_section():
    """Runs of code points whose values go up by one, or stay: first, last, step (16 bits),
    denominator (16 bits), numerator of the first."""
    runs = []
    for point in points:
        value = unicodedata.numeric(chr(point), None)
        if value is None:
            continue
        value = fractions.Fraction(value).limit_denominator(1000)
        if runs:
            first, last, step, denominator, start = runs[-1]
            if point == last + 1 and denominator == 1 == value.denominator:
                if first == last and value in (start, start + 1):
                    step = value - start
                if value == start + step * (point - first):
                    runs[-1] = (first, point, step, 1, start)
                    continue
        runs.append((point, point, 0, value.denominator, value.numerator))
    return b"".join(struct.pack("<IIHHq", first, last, int(step), int(denominator), int(start))
                    for first, last, step, denominator, start in runs)


def texts(*lists):
    return b"".join("".join(f"{word}\n" for word in (*words, "\0")).encode() for words in lists)


def main():
    rows = names()
    count = collections.Counter(word for _, name in rows for word in name.split(" "))
    frequent = [word for word, _ in sorted(count.items(), key=lambda row: (-row[1], row[0]))]
    words = sorted(frequent[:ONE_BYTE_WORDS]) + sorted(frequent[ONE_BYTE_WORDS:])
    name_rows, checkpoints = name_section(rows, {word: at for at, word in enumerate(words)})
    runs, records, lists = property_sections()
    decompositions, kinds = decomposition_section()
    sections = [unicodedata.unidata_version.encode(), word_section(words), name_rows, checkpoints,
                alias_section(aliases()), runs, records, texts(*lists), decompositions,
                texts(kinds), numeric_section()]
    offsets = [4 * (len(sections) + 1)]
    for section in sections:
        offsets.append(offsets[-1] + len(section))
    tables = struct.pack(f"<{len(offsets)}I", *offsets) + b"".join(sections)
    for path, size in ((sys.argv[1], len(tables)), (sys.argv[2], offsets[1])):
        with open(path, "wb") as out:
            out.write(tables[:size])


main()
