# sys: what a script can ask of the interpreter, over natives in sys.cpp. The process's end is in
# _process.py.
import _meada
import _streams

_prelude = _meada.root("prelude")

version = "3.11.7 (Meada)"
version_info = None  # below
hexversion = 0x030b07f0
api_version = 1013
platform = "linux"
byteorder = "little"
maxsize = 9223372036854775807
maxunicode = 0x10ffff
float_repr_style = "short"
copyright = "Meada"
executable = "/usr/bin/python3"
prefix = exec_prefix = base_prefix = base_exec_prefix = "/usr"
platlibdir = "lib"
dont_write_bytecode = True
pycache_prefix = None
argv = [""]
abiflags = ""
orig_argv = []
path = []
path_hooks = []
meta_path = [*_prelude["_own_finders"]]
path_importer_cache = {}
warnoptions = []
_xoptions = {}
modules = _meada.root("modules")
stdlib_module_names = frozenset("""
__future__ _abc _aix_support _ast _asyncio _bisect _blake2 _bootsubprocess _bz2 _codecs
_codecs_cn _codecs_hk _codecs_iso2022 _codecs_jp _codecs_kr _codecs_tw _collections
_collections_abc _compat_pickle _compression _contextvars _crypt _csv _ctypes _curses
_curses_panel _datetime _dbm _decimal _elementtree _frozen_importlib _frozen_importlib_external
_functools _gdbm _hashlib _heapq _imp _io _json _locale _lsprof _lzma _markupbase _md5 _msi
_multibytecodec _multiprocessing _opcode _operator _osx_support _overlapped _pickle _posixshmem
_posixsubprocess _py_abc _pydecimal _pyio _queue _random _scproxy _sha1 _sha256 _sha3 _sha512
_signal _sitebuiltins _socket _sqlite3 _sre _ssl _stat _statistics _string _strptime _struct
_symtable _thread _threading_local _tkinter _tokenize _tracemalloc _typing _uuid _warnings
_weakref _weakrefset _winapi _zoneinfo abc aifc antigravity argparse array ast asynchat asyncio
asyncore atexit audioop base64 bdb binascii bisect builtins bz2 cProfile calendar cgi cgitb
chunk cmath cmd code codecs codeop collections colorsys compileall concurrent configparser
contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses datetime dbm decimal
difflib dis distutils doctest email encodings ensurepip enum errno faulthandler fcntl filecmp
fileinput fnmatch fractions ftplib functools gc genericpath getopt getpass gettext glob graphlib
grp gzip hashlib heapq hmac html http idlelib imaplib imghdr imp importlib inspect io ipaddress
itertools json keyword lib2to3 linecache locale logging lzma mailbox mailcap marshal math
mimetypes mmap modulefinder msilib msvcrt multiprocessing netrc nis nntplib nt ntpath nturl2path
numbers opcode operator optparse os ossaudiodev pathlib pdb pickle pickletools pipes pkgutil
platform plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc
pydoc_data pyexpat queue quopri random re readline reprlib resource rlcompleter runpy sched
secrets select selectors shelve shlex shutil signal site smtpd smtplib sndhdr socket
socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl stat statistics string
stringprep struct subprocess sunau symtable sys sysconfig syslog tabnanny tarfile telnetlib
tempfile termios textwrap this threading time timeit tkinter token tokenize tomllib trace
traceback tracemalloc tty turtle turtledemo types typing unicodedata unittest urllib uu uuid
venv warnings wave weakref webbrowser winreg winsound wsgiref xdrlib xml xmlrpc zipapp zipfile
zipimport zlib zoneinfo
""".split())
builtin_module_names = ("builtins", "sys", "time", "_thread", "math")
ps1, ps2 = ">>> ", "... "
tracebacklimit = 1000
del tracebacklimit


class _Record(tuple):
    # A tuple with names for its items, as CPython's struct sequences.
    __slots__ = ()

    def __repr__(self):
        pairs = ", ".join([f"{name}={value!r}" for name, value in zip(self._names, self)])
        return f"{self._title}({pairs})"

    def __getattr__(self, name):
        if name in self._names:
            return self[self._names.index(name)]
        raise AttributeError(f"'{self._title}' object has no attribute '{name}'")


class _VersionInfo(_Record):
    _title = "sys.version_info"
    _names = ("major", "minor", "micro", "releaselevel", "serial")


class _FloatInfo(_Record):
    _title = "sys.float_info"
    _names = ("max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig",
              "epsilon", "radix", "rounds")


class _IntInfo(_Record):
    _title = "sys.int_info"
    _names = ("bits_per_digit", "sizeof_digit", "default_max_str_digits",
              "str_digits_check_threshold")


class _HashInfo(_Record):
    _title = "sys.hash_info"
    _names = ("width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits",
              "cutoff")


class _Flags(_Record):
    _title = "sys.flags"
    _names = ("debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site",
              "no_site", "ignore_environment", "verbose", "bytes_warning", "quiet",
              "hash_randomization", "isolated", "dev_mode", "utf8_mode", "warn_default_encoding",
              "safe_path", "int_max_str_digits")


class _ThreadInfo(_Record):
    _title = "sys.thread_info"
    _names = ("name", "lock", "version")


class _Namespace:
    def __init__(self, **names):
        self.__dict__.update(names)

    def __repr__(self):
        pairs = ", ".join([f"{name}={value!r}" for name, value in self.__dict__.items()])
        return f"namespace({pairs})"


version_info = _VersionInfo((3, 11, 7, "final", 0))
float_info = _FloatInfo((1.7976931348623157e+308, 1024, 308, 2.2250738585072014e-308, -1021, -307,
                         15, 53, 2.220446049250313e-16, 2, 1))
int_info = _IntInfo((30, 4, 4300, 640))
hash_info = _HashInfo((64, 2305843009213693951, 314159, 0, 1000003, "siphash13", 64, 128, 0))
flags = _Flags((0,) * 13 + (False, 0, 0, False, 4300))
thread_info = _ThreadInfo(("pthread", "semaphore", "NPTL 2.36"))
implementation = _Namespace(name="cpython", cache_tag="cpython-311", version=version_info,
                            hexversion=hexversion)


stdin = __stdin__ = _streams.stdin
stdout = __stdout__ = _streams.stdout
stderr = __stderr__ = _streams.stderr


def exit(status=None, /):
    if status is None:
        raise SystemExit
    raise SystemExit(status)


def getrecursionlimit():
    return _meada.recursion_limit()


def setrecursionlimit(limit, /):
    if not isinstance(limit, int):
        raise TypeError(f"'{type(limit).__name__}' object cannot be interpreted as an integer")
    if limit < 1:
        raise ValueError("recursion limit must be greater or equal than 1")
    depth = _meada.recursion_depth()
    if limit <= depth:
        raise RecursionError(f"cannot set the recursion limit to {limit} at the recursion depth "
                             f"{depth}: the limit is too low")
    _meada.recursion_limit(min(limit, 2147483647))


def get_int_max_str_digits():
    return _meada.digits_limit()


def set_int_max_str_digits(maxdigits):
    if not isinstance(maxdigits, int):
        raise TypeError(f"'{type(maxdigits).__name__}' object cannot be interpreted as an integer")
    if maxdigits and maxdigits < int_info.str_digits_check_threshold:
        raise ValueError("maxdigits must be 0 or larger than 640")
    _meada.digits_limit(min(maxdigits, 2147483647))


def getswitchinterval():
    return _meada.switch_interval()


def setswitchinterval(interval, /):
    if interval <= 0:
        raise ValueError("switch interval must be strictly positive")
    _meada.switch_interval(interval)


def getsizeof(object, default=None):
    method = getattr(type(object), "__sizeof__", None)
    return _meada.size_of(object)


def getdefaultencoding():
    return "utf-8"


def getfilesystemencoding():
    return "utf-8"


def getfilesystemencodeerrors():
    return "surrogateescape"


def intern(string, /):
    if not isinstance(string, str):
        raise TypeError(f"intern() argument must be str, not {type(string).__name__}")
    return string


def getallocatedblocks():
    return 0


def audit(event, /, *args):
    pass


def addaudithook(hook, /):
    raise NotImplementedError("sys.addaudithook is not supported here")


def call_tracing(func, args, /):
    return func(*args)


def getrefcount(object, /):
    return 2


def exception():
    return _meada.handled()


def exc_info():
    value = _meada.handled()
    if value is None:
        return (None, None, None)
    return (type(value), value, value.__traceback__)


def _getframe(depth=0, /):
    if not isinstance(depth, int):
        raise TypeError(f"'{type(depth).__name__}' object cannot be interpreted as an integer")
    found = _meada.frame(max(depth, 0))
    if found is None:
        raise ValueError("call stack is not deep enough")
    return found


def get_coroutine_origin_tracking_depth():
    return _meada.set_origin_depth(None)


def set_coroutine_origin_tracking_depth(depth):
    if not isinstance(depth, int):
        raise TypeError(f"'{type(depth).__name__}' object cannot be interpreted as an integer")
    if depth < 0:
        raise ValueError("depth must be >= 0")
    _meada.set_origin_depth(min(depth, 1 << 30))


def gettrace():
    return None


def settrace(function, /):
    pass


def getprofile():
    return None


def setprofile(function, /):
    pass


def is_finalizing():
    return False


def __getattr__(name):
    # As in the free-threaded build (3.13); CPython 3.11 does not have the name.
    if name == "_is_gil_enabled" and not _meada.has_gil():
        return lambda: False
    raise AttributeError(f"module 'sys' has no attribute {name!r}", name=name, obj=modules["sys"])


def displayhook(value, /):
    if value is None:
        return
    builtins = _meada.root("builtins").__dict__
    builtins["_"] = None  # the last value may have kept this one alive
    print(repr(value))
    builtins["_"] = value


def breakpointhook(*args, **keywords):
    raise NotImplementedError("breakpoint() is not supported here")


__breakpointhook__ = breakpointhook


def excepthook(type, value, traceback, /):
    _prelude["_print_exception"](value)


__excepthook__ = excepthook
__displayhook__ = displayhook


class UnraisableHookArgs:
    def __init__(self, exc_value, object, err_msg):
        self.exc_type = type(exc_value)
        self.exc_value = exc_value
        self.exc_traceback = getattr(exc_value, "__traceback__", None)
        self.err_msg = err_msg
        self.object = object


def unraisablehook(unraisable, /):
    _prelude["_unraisable"](unraisable.exc_value, unraisable.object, unraisable.err_msg)


__unraisablehook__ = unraisablehook


class _AsyncgenHooks(_Record):
    _title = "asyncgen_hooks"
    _names = ("firstiter", "finalizer")


_unchanged = object()


def set_asyncgen_hooks(firstiter=_unchanged, finalizer=_unchanged):
    hooks = list(_meada.get_asyncgen_hooks())
    for number, (name, hook) in enumerate((("firstiter", firstiter), ("finalizer", finalizer))):
        if hook is _unchanged:
            continue
        if hook is not None and not callable(hook):
            raise TypeError(f"callable {name} expected, got {type(hook).__name__}")
        hooks[number] = hook
    _meada.set_asyncgen_hooks(*hooks)


def get_asyncgen_hooks():
    return _AsyncgenHooks(_meada.get_asyncgen_hooks())
