# The prelude: numbers out of objects with Python methods for it.


def _int_from(cls, object):
    for name in ("__int__", "__index__", "__trunc__"):
        method = _bound(object, name)
        if method is None:
            continue
        result = method()
        if name == "__trunc__" and not _isinstance(result, _int):
            result = _index(result)
        if not _isinstance(result, _int):
            raise _TypeError(f"{name} returned non-int (type {_name(result)})")
        return _int.__new__(cls, result)
    if (_type_of(object) is _prelude_names["memoryview"]
            or _bound(object, "_memory_") is not None):  # of the library's types with a buffer
        return _int.__new__(cls, _bytes(object))
    raise _TypeError("int() argument must be a string, a bytes-like object or a real number, "
                     f"not '{_name(object)}'")


def _float_from(cls, object):
    method = _bound(object, "__float__")
    if method is None:
        if _type_of(object) is _prelude_names["memoryview"]:
            return _float.__new__(cls, object.tobytes())
        if _special(object, "__index__") is None:
            raise _TypeError("float() argument must be a string or a real number, not "
                             f"'{_name(object)}'")
        return _float.__new__(cls, _index(object))
    result = method()
    if not _isinstance(result, _float):
        raise _TypeError(f"{_name(object)}.__float__ returned non-float (type {_name(result)})")
    return _float.__new__(cls, _float.__float__(result))


def _complex_from(cls, real, imaginary):
    # One or both parts have only Python methods to become numbers.
    real = _complex_part(real, "first argument must be a string or a number", True)
    imaginary = _complex_part(imaginary, "second argument must be a number", False)
    return _complex.__new__(cls, real, imaginary)


def _complex_part(value, complaint, whole):
    if _isinstance(value, (_int, _float, _complex)):
        return value
    if whole:
        method = _bound(value, "__complex__")
        if method is not None:
            result = method()
            if not _isinstance(result, _complex):
                raise _TypeError(f"{_name(value)}.__complex__() returned non-complex "
                                 f"(type {_name(result)})")
            return result
    if _special(value, "__float__") is None and _special(value, "__index__") is None:
        raise _TypeError(f"complex() {complaint}, not '{_name(value)}'")
    return _float_from(_float, value)


def _bytes_of_ints(object):
    method = _bound(object, "__bytes__")
    if method is not None:
        result = method()
        if not _isinstance(result, _bytes):
            raise _TypeError(f"__bytes__ returned non-bytes (type {_name(result)})")
        return result
    if _isinstance(object, _str_type) or not _is_iterable(object):
        raise _TypeError(f"cannot convert '{_name(object)}' object to bytes")
    return _bytes([item for item in object])


def _int_from_bytes(cls, object, byteorder, signed):
    return cls.from_bytes(_bytes_of_ints(object), byteorder, signed=signed)


def _int_with_base(cls, text, base):
    return _int.__new__(cls, text, _index(base))


def _round_to(number, digits):
    return _special(number, "__round__")(number, _index(digits))


def _divmod(left, right):
    result = _binary("__divmod__", "__rdivmod__", left, right)
    if result is _NotImplemented:
        raise _TypeError(f"unsupported operand type(s) for divmod(): "
                         f"'{_name(left)}' and '{_name(right)}'")
    return result


def _pow(base, exponent, modulus):
    if modulus is None:
        return base ** exponent
    method = _bound(base, "__pow__")
    if method is not None:
        result = method(exponent, modulus)
        if result is not _NotImplemented:
            return result
    raise _TypeError(f"unsupported operand type(s) for ** or pow(): '{_name(base)}', "
                     f"'{_name(exponent)}', '{_name(modulus)}'")


def _real_number(number):
    if _isinstance(number, (_float, _int)):
        return number
    method = _special(number, "__float__")
    if method is None:
        if _special(number, "__index__") is None:
            raise _TypeError(f"must be real number, not {_name(number)}")
        return _index(number)
    result = method(number)
    if not _isinstance(result, _float):
        raise _TypeError(f"{_name(number)}.__float__ returned non-float (type {_name(result)})")
    return result


def _call_with_floats(name, arguments):
    function = _meada.root("library_modules")["math"].__dict__[name]
    return function(*[_real_number(number) for number in arguments])
