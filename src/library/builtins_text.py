# Text out of objects whose __str__, __repr__, __format__ … are Python code: the natives ask for
# one answer after the other (vm/answers.h).
import _meada


def _checked(text, method, verb="returned non-string (type {})"):
    if not isinstance(text, str):
        raise TypeError(method + " " + verb.format(type(text).__name__))
    return text


def _answer(request):
    question, object, argument = request
    kind = _meada.type_of(object)
    if question == 0:
        return _checked(kind.__str__(object), "__str__")
    if question == 1:
        if argument is None:
            return _checked(kind.__repr__(object), "__repr__")
        # The containers around: whoever shows one of them again writes [...].
        before = _meada.swap_shown(argument)
        try:
            return _checked(kind.__repr__(object), "__repr__")
        finally:
            _meada.swap_shown(before)
    if question == 3:
        return _checked(kind.__format__(object, argument), "__format__",
                        "must return a str, not {}")
    if question == 4:
        return getattr(object, argument)
    if question == 5:
        return object[argument]
    if question == 6:
        return _whole(kind.__int__(object), "__int__")
    if question == 7:
        return float(object)
    if question == 8:
        return _whole(kind.__index__(object), "__index__")
    return kind.__bytes__(object)


def _whole(number, method):
    if not isinstance(number, int):
        raise TypeError(method + " returned non-int (type " + type(number).__name__ + ")")
    return number


def _repr(object):
    answers = []
    while True:
        text = _meada.text_step(object, "r", answers)
        if type(text) is not tuple:
            return text
        answers.append(_answer(text))


def _str(object):
    answers = []
    while True:
        text = _meada.text_step(object, "s", answers)
        if type(text) is not tuple:
            return text
        answers.append(_answer(text))


def _ascii(object):
    answers = []
    while True:
        text = _meada.text_step(object, "a", answers)
        if type(text) is not tuple:
            return text
        answers.append(_answer(text))


def _format_value(object, conversion, spec):
    answers = []
    while True:
        text = _meada.format_step(object, conversion, spec, answers)
        if type(text) is not tuple:
            return text
        answers.append(_answer(text))


def _format(object, spec):
    return _format_value(object, 0, spec)


def _text_percent(text, values):
    answers = []
    while True:
        result = _meada.percent_step(text, values, answers)
        if type(result) is not tuple:
            return result
        answers.append(_answer(result))


def _text_format(text, args, keywords):
    answers = []
    while True:
        result = _meada.str_format_step(text, args, keywords, answers)
        if type(result) is not tuple:
            return result
        answers.append(_answer(result))


def _text_join(separator, iterable):
    try:
        iterator = iter(iterable)
    except TypeError:
        raise TypeError("can only join an iterable") from None
    return separator.join(list(iterator))


def _text_new(cls, object):
    return str.__new__(cls, _str(object))


def _text_item(text, key):
    return text[_with_index(key)]


def _text_translate(text, table):
    pieces = []
    for character in text:
        try:
            found = table[ord(character)]
        except LookupError:
            found = character
        if found is None:
            continue
        if isinstance(found, int):
            if not 0 <= found <= 0x10ffff:
                raise ValueError("character mapping must be in range(0x110000)")
            found = chr(found)
        elif not isinstance(found, str):
            raise TypeError("character mapping must return integer, None or str")
        pieces.append(found)
    return "".join(pieces)


def _text_bytes(cls, object):
    kind = _meada.type_of(object)
    if cls is not bytearray and hasattr(kind, "__bytes__"):
        made = kind.__bytes__(object)
        if not isinstance(made, bytes):
            raise TypeError("__bytes__ returned non-bytes (type " + type(made).__name__ + ")")
        return made if cls is bytes else cls(made)
    if hasattr(kind, "_memory_"):
        return cls(_memory_of(object))
    if hasattr(kind, "__index__"):
        return cls(kind.__index__(object))
    try:
        iterator = iter(object)
    except TypeError:
        raise TypeError("cannot convert '" + kind.__name__ + "' object to "
                        + ("bytearray" if issubclass(cls, bytearray) else "bytes")) from None
    return cls(list(iterator))


def _memory_of(object):
    # The bytes of one of the library's own types with a buffer.
    return bytes(_meada.root("prelude")["memoryview"](object))


def _text_set_item(array, key, value):
    if isinstance(key, slice):
        if isinstance(value, (int, str)):
            raise TypeError("can assign only bytes, buffers, or iterables of ints in range(0, 256)")
        array[_with_index(key)] = value if isinstance(value, bytes) else bytes(list(value))
    else:
        array[_with_index(key)] = value


def _text_extend(array, iterable):
    if isinstance(iterable, str):
        raise TypeError("expected iterable of integers; got: 'str'")
    if hasattr(type(iterable), "_memory_"):
        array.extend(_memory_of(iterable))
        return
    try:
        iterator = iter(iterable)
    except TypeError:
        raise TypeError("can't extend bytearray with " + type(iterable).__name__) from None
    array.extend(list(iterator))


# --- arguments that stand for ints or bytes, where a native has refused them ---

def _call_with_plain(function, arguments, error):
    plain = [_plain_argument(argument) for argument in arguments]
    for index, argument in enumerate(plain):
        if argument is not arguments[index]:
            break
    else:
        raise error
    try:
        return function(*plain)
    except TypeError:
        pass
    raise error


def _plain_argument(argument):
    if isinstance(argument, (int, str, bytes, bytearray, type)):
        return argument
    if isinstance(argument, list):
        plain = [_plain_argument(item) for item in argument]
        for index, item in enumerate(plain):
            if item is not argument[index]:
                return plain
        return argument
    kind = _meada.type_of(argument)
    if kind is _meada.root("prelude")["memoryview"] or hasattr(kind, "_memory_"):
        return _memory_of(argument)
    if hasattr(kind, "__index__"):
        return _whole(kind.__index__(argument), "__index__")
    return argument
