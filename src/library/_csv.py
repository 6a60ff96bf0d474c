# _csv: reading and writing rows, and the dialects: what CPython has in C, so these frames show in
# no traceback. A row is read character by character; the state is the method for the next one.

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)

_dialects = {}
_field_limit = 131072
_missing = object()
_END = ""  # comes after the last character of a line
_BREAKS = ("\n", "\r", _END)


class Error(Exception):
    pass


def _character(name, value, optional):
    if value is None and optional:
        return None
    if not isinstance(value, str):
        expected = "string or None" if optional else "string"
        raise TypeError(f'"{name}" must be {expected}, not {type(value).__name__}')
    if len(value) != 1:
        raise TypeError(f'"{name}" must be a 1-character string')
    return value


class Dialect:
    _defaults = {"delimiter": ",", "doublequote": True, "escapechar": None,
                 "lineterminator": "\r\n", "quotechar": '"', "quoting": QUOTE_MINIMAL,
                 "skipinitialspace": False, "strict": False}

    def __init__(self, dialect=None, **options):
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        for name in options:
            if name not in self._defaults:
                raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        asked = "quoting" in options or hasattr(dialect, "quoting")
        for name, usual in self._defaults.items():
            value = options.get(name, _missing)
            if value is _missing:
                value = getattr(dialect, name, usual)
            setattr(self, name, value)
        self.delimiter = _character("delimiter", self.delimiter, False)
        self.quotechar = _character("quotechar", self.quotechar, True)
        self.escapechar = _character("escapechar", self.escapechar, True)
        if not isinstance(self.lineterminator, str):
            raise TypeError('"lineterminator" must be a string')
        if type(self.quoting) is not int:
            raise TypeError('"quoting" must be an integer')
        if not 0 <= self.quoting <= 3:
            raise TypeError('bad "quoting" value')
        if self.quotechar is None and not asked:
            self.quoting = QUOTE_NONE
        if self.quoting != QUOTE_NONE and self.quotechar is None:
            raise TypeError("quotechar must be set if quoting enabled")
        for name in ("doublequote", "skipinitialspace", "strict"):
            setattr(self, name, bool(getattr(self, name)))


class reader:
    def __init__(self, iterable, dialect=None, **options):
        self._lines = iter(iterable)
        self.dialect = Dialect(dialect, **options)
        self.line_num = 0

    __module__ = "_csv"

    def __iter__(self):
        return self

    def __next__(self):
        self._row, self._field, self._is_number = [], [], False
        self._state = self._at_record
        while True:
            line = next(self._lines, _missing)
            if line is _missing:
                if self._field or self._state == self._in_quotes:
                    if self.dialect.strict:
                        raise Error("unexpected end of data")
                    self._save()
                    return self._row
                raise StopIteration
            if not isinstance(line, str):
                raise Error(f"iterator should return strings, not {type(line).__name__} "
                            "(the file should be opened in text mode)")
            self.line_num += 1
            for character in line:
                self._state(character)
            self._state(_END)
            if self._state == self._at_record:
                return self._row

    def _save(self):
        field, self._field = "".join(self._field), []
        self._row.append(float(field) if self._is_number else field)
        self._is_number = False

    def _add(self, character):
        if len(self._field) >= _field_limit:
            raise Error(f"field larger than field limit ({_field_limit})")
        self._field.append(character)

    def _end_field(self, character):
        self._save()
        self._state = self._at_record if character == _END else self._after_break

    # --- the states ---

    def _at_record(self, character):
        if character == _END:
            return
        if character in _BREAKS:
            self._state = self._after_break
        else:
            self._at_field(character)

    def _at_field(self, character):
        dialect = self.dialect
        if character in _BREAKS:
            self._end_field(character)
        elif character == dialect.quotechar and dialect.quoting != QUOTE_NONE:
            self._state = self._in_quotes
        elif character == dialect.escapechar:
            self._state = self._escaped
        elif character == " " and dialect.skipinitialspace:
            self._state = self._at_field
        elif character == dialect.delimiter:
            self._save()
            self._state = self._at_field
        else:
            self._is_number = dialect.quoting == QUOTE_NONNUMERIC
            self._add(character)
            self._state = self._in_field

    def _in_field(self, character):
        if character in _BREAKS:
            self._end_field(character)
        elif character == self.dialect.escapechar:
            self._state = self._escaped
        elif character == self.dialect.delimiter:
            self._save()
            self._state = self._at_field
        else:
            self._add(character)

    def _escaped(self, character):
        self._add(character or "\n")
        self._state = self._after_escaped_break if character in ("\n", "\r") else self._in_field

    def _after_escaped_break(self, character):
        if character != _END:
            self._state = self._in_field
            self._in_field(character)

    def _in_quotes(self, character):
        if character == _END:
            return
        if character == self.dialect.escapechar:
            self._state = self._escaped_in_quotes
        elif character == self.dialect.quotechar:
            self._state = self._after_quote if self.dialect.doublequote else self._in_field
        else:
            self._add(character)

    def _escaped_in_quotes(self, character):
        self._add(character or "\n")
        self._state = self._in_quotes

    def _after_quote(self, character):
        dialect = self.dialect
        if character == dialect.quotechar:
            self._add(character)
            self._state = self._in_quotes
        elif character == dialect.delimiter or character in _BREAKS:
            self._in_field(character)
        elif dialect.strict:
            raise Error(f"'{dialect.delimiter}' expected after '{dialect.quotechar}'")
        else:
            self._add(character)
            self._state = self._in_field

    def _after_break(self, character):
        if character == _END:
            self._state = self._at_record
        elif character not in _BREAKS:
            raise Error("new-line character seen in unquoted field - do you need to open the file "
                        "in universal-newline mode?")


class writer:
    def __init__(self, file, dialect=None, **options):
        self.dialect = Dialect(dialect, **options)
        self._write = getattr(file, "write", None)
        if not callable(self._write):
            raise TypeError('argument 1 must have a "write" method')

    __module__ = "_csv"

    def writerow(self, row, /):
        try:
            fields = list(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        texts = [self._text(field) for field in fields]
        if texts == [""]:
            if self.dialect.quoting == QUOTE_NONE:
                raise Error("single empty field record must be quoted")
            texts = [self.dialect.quotechar * 2]
        return self._write(self.dialect.delimiter.join(texts) + self.dialect.lineterminator)

    def writerows(self, rows, /):
        for row in rows:
            self.writerow(row)

    def _text(self, field):
        dialect = self.dialect
        quoting, quote, escape = dialect.quoting, dialect.quotechar, dialect.escapechar
        quoted = quoting == QUOTE_ALL or \
            quoting == QUOTE_NONNUMERIC and not isinstance(field, (int, float, complex))
        text = "" if field is None else str(field)
        special = f"{dialect.delimiter}{escape or ''}{quote or ''}{dialect.lineterminator}"
        out = []
        for character in text:
            if character in special:
                escapes = quoting == QUOTE_NONE or character == escape
                if not escapes and character == quote:
                    if dialect.doublequote:
                        out.append(quote)
                    else:
                        escapes = True
                if not escapes:
                    quoted = True
                elif escape is None:
                    raise Error("need to escape, but no escapechar set")
                else:
                    out.append(escape)
            out.append(character)
        return f"{quote}{''.join(out)}{quote}" if quoted else "".join(out)


def register_dialect(name, dialect=None, **options):
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = Dialect(dialect, **options)


def unregister_dialect(name):
    if _dialects.pop(name, None) is None:
        raise Error("unknown dialect")


def get_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    return _dialects[name]


def list_dialects():
    return list(_dialects)


def field_size_limit(limit=_missing, /):
    global _field_limit
    before = _field_limit
    if limit is not _missing:
        if type(limit) is not int:
            raise TypeError("limit must be an integer")
        _field_limit = limit
    return before
