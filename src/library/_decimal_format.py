# How decimal numbers are written: str, and what format() asks for.
import re

_spec = re.compile(r"(?:(?P<fill>.)?(?P<align>[<>=^]))?(?P<sign>[-+ ])?(?P<no_minus_zero>z)?"
                   r"(?P<zeros>0)?(?P<width>[1-9]\d*)?(?P<comma>,)?(?:\.(?P<places>\d+))?"
                   r"(?P<kind>[eEfFgGn%])?", re.DOTALL).fullmatch


def scientific(sign, digits, exponent, capitals=1, engineering=False):
    # As str() shows a number of these digits.
    left = exponent + len(digits)
    if exponent <= 0 and left > -6:
        point = left
    elif not engineering:
        point = 1
    elif digits == "0":
        point = (left + 1) % 3 - 1
    else:
        point = (left - 1) % 3 + 1
    text = _with_point(digits, point)
    if left != point:
        text += f"{'E' if capitals else 'e'}{left - point:+}"
    return "-" * sign + text


def _with_point(digits, point):
    if point <= 0:
        return "0." + "0" * -point + digits
    if point >= len(digits):
        return digits + "0" * (point - len(digits))
    return digits[:point] + "." + digits[point:]


def _grouped(whole):
    pieces = []
    while len(whole) > 3:
        pieces.append(whole[-3:])
        whole = whole[:-3]
    pieces.append(whole)
    return ",".join(reversed(pieces))


def formatted(number, text, rounding):
    # `number` has _sign, _int, _exp and what _rescaled and _cut give.
    match = _spec(text)
    if match is None or match["zeros"] and match["align"]:
        raise ValueError("invalid format string")
    kind, places = match["kind"] or "", match["places"]
    places = None if places is None else int(places)
    if not number.is_finite():
        body = str(number.copy_abs()) + ("%" if kind == "%" else "")
        return _aligned(number._sign, body, match, False)
    digits, exponent = _digits_for(number, kind, places, rounding)
    sign = number._sign
    if match["no_minus_zero"] and digits.strip("0") == "":
        sign = 0
    body = _body(digits, exponent, kind, places, match, bool(sign or match["sign"] in ("+", " ")))
    return _aligned(sign, body, match, True)


def _digits_for(number, kind, places, rounding):
    if kind == "%":
        number = number._moved(2)
    if places is not None:
        if kind in ("e", "E"):
            number = number._cut(places + 1, rounding)
        elif kind in ("f", "F", "%"):
            number = number._rescaled(-places, rounding)
        elif len(str(number._int)) > max(places, 1):
            number = number._cut(max(places, 1), rounding)
    elif kind in ("f", "F", "%") and number._exp > 0:
        number = number._rescaled(0, rounding)
    return str(number._int), number._exp


def _body(digits, exponent, kind, places, match, signed):
    left = exponent + len(digits)
    if kind in ("e", "E"):
        if digits == "0" and places is not None:
            point = 1 - places
        else:
            point = 1
    elif kind in ("f", "F", "%"):
        point = left
    elif exponent <= 0 and left > -6:
        point = left
    else:
        point = 1
    whole_text = _with_point(digits, point)
    if kind in ("e", "E") and digits == "0" and places is not None:
        whole_text = "0." + "0" * places if places else "0"
    whole, dot, part = whole_text.partition(".")
    end = dot + part
    if left != point or kind in ("e", "E"):
        letter = "e" if kind in ("e", "g", "n") else "E"
        end += f"{letter}{left - point:+}"
    if kind == "%":
        end += "%"
    if match["comma"]:
        whole = _grouped(whole)
        if match["zeros"] and match["width"]:
            whole = _zero_filled(whole, int(match["width"]) - len(end) - signed)
    return whole + end


def _zero_filled(whole, width):
    digits = whole.replace(",", "")
    while len(_grouped(digits)) < width:
        digits = "0" + digits
    return _grouped(digits)


def _aligned(sign, body, match, zeros_too):
    mark = "-" if sign else match["sign"] or ""
    mark = "" if mark == "-" and not sign else mark
    fill, align = match["fill"] or " ", match["align"] or ">"
    if match["zeros"] and zeros_too:
        fill, align = "0", "="
    room = int(match["width"] or 0) - len(mark) - len(body)
    if room <= 0:
        return mark + body
    if align == "=":
        return mark + fill * room + body
    if align == "<":
        return mark + body + fill * room
    if align == ">":
        return fill * room + mark + body
    return fill * (room // 2) + mark + body + fill * (room - room // 2)
