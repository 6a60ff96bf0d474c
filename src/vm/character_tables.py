"""Writes character_tables.def: what Python's str methods ask of a code point.

Run with the Python whose answers count (CPython 3.11, Unicode 14.0): python3 character_tables.py
"""
import sys
import unicodedata


def case_ignorable(text):
    return ("A" + text + "Σ").lower()[-1] == "ς" and (text + "Σ").lower()[-1] == "σ"


def class_of(code_point):
    text = chr(code_point)
    if text.islower():
        case = 1
    elif text.isupper():
        case = 2
    else:
        case = 3 if unicodedata.category(text) == "Lt" else 0
    if text.isdecimal():
        number = 3
    elif text.isdigit():
        number = 2
    else:
        number = 1 if text.isnumeric() else 0
    return (case | number << 2 | text.isalpha() << 4 | text.isspace() << 5
            | text.isprintable() << 6 | case_ignorable(text) << 7
            | text.isidentifier() << 8 | ("a" + text).isidentifier() << 9)


def write_rows(out, comment, rows):
    out.write(f"// {comment}\n")
    line = ""
    for row in rows:
        if len(line) + len(row) > 99:
            out.write(line.rstrip() + "\n")
            line = ""
        line += row + " "
    out.write(line.rstrip() + "\n")


def class_runs():
    last = None
    for code_point in range(sys.maxunicode + 1):
        found = class_of(code_point)
        if found != last:
            yield f"CLASS(0x{code_point:x}, {found})"
            last = found


def case_rows(name, convert, base=None):
    """Runs of code points, one or two apart, that move by the same distance."""
    runs, specials = [], []
    for code_point in range(sys.maxunicode + 1):
        text = chr(code_point)
        found = convert(text)
        if found == (base(text) if base else text):
            continue
        if len(found) > 1 or base:
            letters = [ord(letter) for letter in found] + [0, 0]
            specials.append(f"{name}_SPECIAL(0x{code_point:x}, 0x{letters[0]:x}, 0x{letters[1]:x}, "
                            f"0x{letters[2]:x})")
            continue
        distance = ord(found) - code_point
        if runs and runs[-1][3] == distance:
            first, last, step, _ = runs[-1]
            gap = code_point - last
            if gap == step or (first == last and gap <= 2):
                runs[-1] = (first, code_point, gap, distance)
                continue
        runs.append((code_point, code_point, 1, distance))
    yield from (f"{name}(0x{first:x}, 0x{last:x}, {step}, {distance})"
                for first, last, step, distance in runs)
    yield from specials


def zeros():
    for code_point in range(sys.maxunicode + 1):
        if unicodedata.decimal(chr(code_point), -1) == 0:
            yield f"ZERO(0x{code_point:x})"


with open("character_tables.def", "w", encoding="ascii") as out:
    out.write(f"// Written by character_tables.py from Unicode {unicodedata.unidata_version}. "
              "Do not edit.\n")
    write_rows(out, "CLASS(first code point of a run, class bits: see characters.cpp)", class_runs())
    write_rows(out, "LOWER(first, last, step, distance), LOWER_SPECIAL(code point, up to three)",
               case_rows("LOWER", str.lower))
    write_rows(out, "UPPER", case_rows("UPPER", str.upper))
    write_rows(out, "TITLE: where it is not UPPER", case_rows("TITLE", str.title, str.upper))
    write_rows(out, "FOLD: where it is not LOWER", case_rows("FOLD", str.casefold, str.lower))
    write_rows(out, "ZERO(code point of a decimal zero; one to nine follow)", zeros())
