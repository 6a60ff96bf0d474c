# traceback: what is printed about exceptions and stacks, as values and as text. Source lines and
# the markers below them come from the machine.
import _meada
import linecache
import sys

__all__ = ["extract_stack", "extract_tb", "format_exception", "format_exception_only",
           "format_list", "format_stack", "format_tb", "print_exc", "format_exc",
           "print_exception", "print_last", "print_stack", "print_tb", "clear_frames",
           "FrameSummary", "StackSummary", "TracebackException", "walk_stack", "walk_tb",
           "print_list"]

_CAUSE = ("\nThe above exception was the direct cause of the following exception:\n\n")
_CONTEXT = ("\nDuring handling of the above exception, another exception occurred:\n\n")
_REPEATS = 3  # the same line is shown so often


class _Missing:
    def __repr__(self):
        return "<implicit>"


_missing = _Missing()


class FrameSummary:
    __slots__ = ("filename", "lineno", "end_lineno", "colno", "end_colno", "name", "_line",
                 "locals", "_entry")

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None,
                 end_lineno=None, colno=None, end_colno=None):
        self.filename, self.lineno, self.name = filename, lineno, name
        self.end_lineno, self.colno, self.end_colno = end_lineno, colno, end_colno
        self._line = line
        self._entry = None  # its text, if the machine made it
        self.locals = None if locals is None else {key: _safe_repr(value)
                                                   for key, value in locals.items()}

    @property
    def line(self):
        if self._line is None:
            if self.lineno is None:
                return None
            self._line = linecache.getline(self.filename, self.lineno)
        return self._line.strip()

    @property
    def _original_line(self):
        self.line
        return self._line

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (self.filename, self.lineno, self.name, self.locals) == (
                other.filename, other.lineno, other.name, other.locals)
        return tuple(self) == other if isinstance(other, tuple) else NotImplemented

    def __getitem__(self, index):
        return (self.filename, self.lineno, self.name, self.line)[index]

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __len__(self):
        return 4

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


def _safe_repr(value):
    try:
        return repr(value)
    except Exception:
        return "<local repr() failed>"


def _limited(frames, limit):
    if limit is None:
        limit = getattr(sys, "tracebacklimit", None)
        if limit is not None and limit < 0:
            limit = 0
    if limit is None:
        return frames
    return frames[:limit] if limit >= 0 else frames[limit:]


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    if f is None:
        f = sys._getframe().f_back
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def _frames_of(tb, limit, capture_locals):
    entries = []
    while tb is not None:
        entries.append(tb)
        tb = tb.tb_next
    summary = StackSummary()
    for tb in _limited(entries, limit):
        frame = tb.tb_frame
        code, line = frame.f_code, tb.tb_lineno
        at = next((each for index, each in enumerate(code.co_positions())
                   if index == tb.tb_lasti // 2), (None,) * 4)
        found = FrameSummary(code.co_filename, line, code.co_name, end_lineno=at[1], colno=at[2],
                             end_colno=at[3], locals=frame.f_locals if capture_locals else None)
        text = linecache.getline(code.co_filename, line)
        found._entry = _meada.traceback_entry(tb, text[:-1] if text else None)
        summary.append(found)
    return summary


class StackSummary(list):
    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        summary = klass()
        for frame, line in _limited(list(frame_gen), limit):
            code = frame.f_code
            summary.append(FrameSummary(code.co_filename, line, code.co_name,
                                        locals=frame.f_locals if capture_locals else None))
        return summary

    @classmethod
    def from_list(klass, a_list):
        summary = klass()
        for frame in a_list:
            if not isinstance(frame, FrameSummary):
                filename, lineno, name, line = frame
                frame = FrameSummary(filename, lineno, name, line=line)
            summary.append(frame)
        return summary

    def format_frame_summary(self, frame_summary):
        text = frame_summary._entry
        if text is None:
            text = (f'  File "{frame_summary.filename}", line {frame_summary.lineno}, in '
                    f"{frame_summary.name}\n")
            if frame_summary.line:
                text += f"    {frame_summary.line.strip()}\n"
        if frame_summary.locals:
            for name, value in sorted(frame_summary.locals.items()):
                text += f"    {name} = {value}\n"
        return text

    def format(self):
        lines, last, repeats = [], None, 0

        def end_repeats():
            if repeats > _REPEATS:
                more = repeats - _REPEATS
                lines.append(f"  [Previous line repeated {more} more "
                             f"time{'s' if more > 1 else ''}]\n")

        for frame in self:
            text = self.format_frame_summary(frame)
            if text is None:
                continue
            place = (frame.filename, frame.lineno, frame.name)
            if place != last:
                end_repeats()
                last, repeats = place, 0
            repeats += 1
            if repeats <= _REPEATS:
                lines.append(text)
        end_repeats()
        return lines


def _some_str(value):
    try:
        return str(value)
    except Exception:
        return "<exception str() failed>"


def _final_line(kind, text):
    return f"{kind}\n" if text is None or not text else f"{kind}: {text}\n"


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True,
                 capture_locals=False, compact=False, max_group_width=15, max_group_depth=10,
                 _seen=None):
        seen = {} if _seen is None else _seen
        seen[id(exc_value)] = exc_value
        self.max_group_width, self.max_group_depth = max_group_width, max_group_depth
        self.stack = _frames_of(exc_traceback, limit, capture_locals)
        self._out_of_sight = False  # raised, but all that ran was the library
        self.exc_type = exc_type
        self._str = _some_str(exc_value)
        self.__notes__ = getattr(exc_value, "__notes__", None)
        self._syntax_error = None
        if exc_type and issubclass(exc_type, SyntaxError):
            for name in ("filename", "text", "offset", "end_offset", "msg"):
                setattr(self, name, getattr(exc_value, name))
            line, end_line = exc_value.lineno, exc_value.end_lineno
            self.lineno = None if line is None else str(line)
            self.end_lineno = None if end_line is None else str(end_line)
            self._syntax_error = exc_value

        def inner(exception, of_group=False):
            if exception is None or not of_group and id(exception) in seen:
                return None
            return TracebackException(
                type(exception), exception, exception.__traceback__, limit=limit,
                capture_locals=capture_locals, max_group_width=max_group_width,
                max_group_depth=max_group_depth, _seen=seen)

        self.__cause__ = self.__context__ = self.exceptions = None
        self.__suppress_context__ = False
        if exc_value is not None:
            self.__cause__ = inner(exc_value.__cause__)
            self.__suppress_context__ = exc_value.__suppress_context__
            needed = not compact or (self.__cause__ is None and not self.__suppress_context__)
            self.__context__ = inner(exc_value.__context__) if needed else None
            if isinstance(exc_value, BaseExceptionGroup):
                self.exceptions = [inner(each, True) for each in exc_value.exceptions]

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __eq__(self, other):
        return (self.__dict__ == other.__dict__ if isinstance(other, TracebackException)
                else NotImplemented)

    def __str__(self):
        return self._str

    def format_exception_only(self):
        if self.exc_type is None:
            yield "NoneType: None\n"
            return
        module = getattr(self.exc_type, "__module__", "<unknown>")
        kind = self.exc_type.__qualname__
        if module not in ("__main__", "builtins"):
            kind = f"{module}.{kind}"
        if self._syntax_error is None:
            yield _final_line(kind, self._str)
        else:
            yield from self._syntax_lines(kind)
        notes = self.__notes__
        if isinstance(notes, (list, tuple)):
            for note in notes:
                for line in _some_str(note).split("\n"):
                    yield line + "\n"
        elif notes is not None:
            yield f"{_safe_repr(notes)}\n"

    def _syntax_lines(self, kind):
        if self.lineno is not None:
            text = _meada.root("prelude")["_syntax_place"](self._syntax_error, True)
            yield from text.splitlines(True)
        elif self.filename is not None:
            yield f"{kind}: {self.msg or '<no detail available>'} ({self.filename})\n"
            return
        yield f"{kind}: {self.msg or '<no detail available>'}\n"

    def format(self, *, chain=True, _depth=0):
        if chain:
            before, words = None, None
            if self.__cause__ is not None:
                before, words = self.__cause__, _CAUSE
            elif self.__context__ is not None and not self.__suppress_context__:
                before, words = self.__context__, _CONTEXT
            if before is not None:
                yield from before.format(chain=chain, _depth=_depth)
                yield _indented(words, _depth)
        if self.exceptions is not None:
            yield from self._group_lines(chain, _depth)
            return
        if self.stack or self._out_of_sight:
            yield _indented("Traceback (most recent call last):\n", _depth)
            for line in self.stack.format():
                yield _indented(line, _depth)
        for line in self.format_exception_only():
            yield _indented(line, _depth)

    def _group_lines(self, chain, depth):
        if depth > self.max_group_depth:
            yield _indented(f"... (max_group_depth is {self.max_group_depth})\n", depth)
            return
        top = depth == 0
        depth += top
        if self.stack:
            head = "Exception Group Traceback (most recent call last):\n"
            yield f"  + {head}" if top else _indented(head, depth)
            for line in self.stack.format():
                yield _indented(line, depth)
        for line in self.format_exception_only():
            yield _indented(line, depth)
        count, width = len(self.exceptions), self.max_group_width
        shown = min(count, width)
        edge = "  " * depth
        for index in range(shown + (shown < count)):
            label = index + 1 if index < shown else "..."
            joint = "+-" if index == 0 else "  "
            yield f"{edge}{joint}+---------------- {label} ----------------\n"
            if index == shown:
                more = count - shown
                yield _indented(f"and {more} more exception{'s' if more > 1 else ''}\n", depth + 1)
                yield f"{edge}  +------------------------------------\n"
                return
            yield from self.exceptions[index].format(chain=chain, _depth=depth + 1)
        if self.exceptions[-1].exceptions is None or depth > self.max_group_depth:
            yield f"{edge}  +------------------------------------\n"

    def print(self, *, file=None, chain=True):
        _print_lines(self.format(chain=chain), file)


def _indented(text, depth):
    if not depth:
        return text
    margin = "  " * depth + "| "
    return "".join([margin + line for line in text.splitlines(True)])


def _print_lines(lines, file):
    if file is None:
        file = sys.stderr
    for line in lines:
        print(line, file=file, end="")


def _parts(exc, value, tb):
    # The three ways to name an exception: itself, or its type, itself and its traceback.
    if (value is _missing) != (tb is _missing):
        raise ValueError("Both or neither of value and tb must be given")
    if value is not _missing:
        return exc if value is None else type(value), value, tb
    if exc is None:
        return None, None, None
    if isinstance(exc, BaseException):
        return type(exc), exc, exc.__traceback__
    raise TypeError(f"Exception expected for value, {type(exc).__name__} found")


def _of_exception(exc, value, tb, limit, **options):
    kind, value, tb = _parts(exc, value, tb)
    return TracebackException(kind, value, tb, limit=limit, compact=True, **options)


def print_exception(exc, /, value=_missing, tb=_missing, limit=None, file=None, chain=True):
    _of_exception(exc, value, tb, limit).print(file=file, chain=chain)


def format_exception(exc, /, value=_missing, tb=_missing, limit=None, chain=True):
    return list(_of_exception(exc, value, tb, limit).format(chain=chain))


def format_exception_only(exc, /, value=_missing):
    if value is _missing:
        value = exc
    kind = None if value is None else type(value)
    return list(TracebackException(kind, value, None, compact=True).format_exception_only())


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    return "".join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    if not hasattr(sys, "last_type"):
        raise ValueError("no last exception")
    print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, file, chain)


def extract_tb(tb, limit=None):
    return _frames_of(tb, limit, False)


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    _print_lines(format_tb(tb, limit), file)


def _stack(frame, limit):
    if frame is None:  # of who called the function that calls this one
        frame = sys._getframe(2)
    summary = StackSummary.extract(walk_stack(frame), limit=None if limit is None else limit)
    summary.reverse()
    return summary


def extract_stack(f=None, limit=None):
    return _stack(f, limit)


def format_stack(f=None, limit=None):
    return _stack(f, limit).format()


def print_stack(f=None, limit=None, file=None):
    _print_lines(_stack(f, limit).format(), file)


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    _print_lines(format_list(extracted_list), file)


def clear_frames(tb):
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            pass
        tb = tb.tb_next
