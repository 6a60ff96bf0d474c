# urllib.parse: URLs taken apart and put together, and quoting (RFC 3986).
import ipaddress
import re
import unicodedata
from collections import namedtuple

__all__ = ["urlparse", "urlunparse", "urljoin", "urldefrag", "urlsplit", "urlunsplit", "urlencode",
           "parse_qs", "parse_qsl", "quote", "quote_plus", "quote_from_bytes", "unquote",
           "unquote_plus", "unquote_to_bytes", "DefragResult", "ParseResult", "SplitResult",
           "DefragResultBytes", "ParseResultBytes", "SplitResultBytes"]

_hierarchical = ("ftp http gopher nntp imap wais file https shttp mms rtsp rtspu sftp svn svn+ssh "
                 "ws wss").split()
uses_relative = ["", *_hierarchical, "rtsps", "prospero"]
uses_netloc = ["", *_hierarchical, "rtsps", "telnet", "snews", "prospero", "rsync", "nfs",
               "git", "git+ssh"]
uses_params = ["", "ftp", "hdl", "prospero", "http", "imap", "https", "shttp", "rtsp", "rtsps",
               "rtspu", "sip", "sips", "mms", "sftp", "tel"]
_scheme_letters = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*").fullmatch
_C0_and_space = "".join(map(chr, range(33)))
_dropped = str.maketrans("", "", "\t\r\n")


def clear_cache():
    pass  # nothing is kept


# --- texts and bytes: all is done with texts ---

def _texts(*args):
    # What to give the result back as, and the arguments as texts.
    kinds = {isinstance(arg, str) for arg in args if arg}
    if len(kinds) > 1:
        raise TypeError("Cannot mix str and non-str arguments")
    if isinstance(args[0], str):
        return _same, *args
    return _encoded, *(arg.decode("ascii", "strict") if arg else "" for arg in args)


def _same(text):
    return text


def _encoded(text):
    return text.encode("ascii", "strict")


class _ResultMixin:
    __slots__ = ()

    @property
    def username(self):
        return self._userinfo[0]

    @property
    def password(self):
        return self._userinfo[1]

    @property
    def hostname(self):
        hostname = self._hostinfo[0]
        if not hostname:
            return None
        percent = "%" if isinstance(hostname, str) else b"%"
        name, percent, zone = hostname.partition(percent)  # a zone keeps its letters
        return name.lower() + percent + zone

    @property
    def port(self):
        port = self._hostinfo[1]
        if port is None:
            return None
        if not (port.isdigit() and port.isascii()):
            text = port if isinstance(port, str) else port.decode("ascii")
            raise ValueError(f"Port could not be cast to integer value as {text!r}")
        port = int(port)
        if port > 65535:
            raise ValueError("Port out of range 0-65535")
        return port

    @property
    def _userinfo(self):
        at, colon = ("@", ":") if isinstance(self.netloc, str) else (b"@", b":")
        userinfo, found, _ = self.netloc.rpartition(at)
        if not found:
            return None, None
        username, found, password = userinfo.partition(colon)
        return username, password if found else None

    @property
    def _hostinfo(self):
        at, colon, opening, closing = ("@:[]" if isinstance(self.netloc, str)
                                       else (b"@", b":", b"[", b"]"))
        hostinfo = self.netloc.rpartition(at)[2]
        _, bracketed, rest = hostinfo.partition(opening)
        if bracketed:
            hostname, _, port = rest.partition(closing)
            port = port.partition(colon)[2]
        else:
            hostname, _, port = hostinfo.partition(colon)
        return hostname, port or None


_Defrag = namedtuple("_DefragResultBase", "url fragment")
_Split = namedtuple("_SplitResultBase", "scheme netloc path query fragment")
_Parse = namedtuple("_ParseResultBase", "scheme netloc path params query fragment")


class DefragResult(_Defrag):
    __slots__ = ()

    def geturl(self):
        return f"{self.url}#{self.fragment}" if self.fragment else self.url

    def encode(self, encoding="ascii", errors="strict"):
        return DefragResultBytes(*(part.encode(encoding, errors) for part in self))


class SplitResult(_Split, _ResultMixin):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)

    def encode(self, encoding="ascii", errors="strict"):
        return SplitResultBytes(*(part.encode(encoding, errors) for part in self))


class ParseResult(_Parse, _ResultMixin):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)

    def encode(self, encoding="ascii", errors="strict"):
        return ParseResultBytes(*(part.encode(encoding, errors) for part in self))


class DefragResultBytes(_Defrag):
    __slots__ = ()

    def geturl(self):
        return self.url + b"#" + self.fragment if self.fragment else self.url

    def decode(self, encoding="ascii", errors="strict"):
        return DefragResult(*(part.decode(encoding, errors) for part in self))


class SplitResultBytes(_Split, _ResultMixin):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)

    def decode(self, encoding="ascii", errors="strict"):
        return SplitResult(*(part.decode(encoding, errors) for part in self))


class ParseResultBytes(_Parse, _ResultMixin):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)

    def decode(self, encoding="ascii", errors="strict"):
        return ParseResult(*(part.decode(encoding, errors) for part in self))


# --- apart and together ---

def _check_netloc(netloc):
    # What becomes one of a URL's signs when it is normalised would move the host's end.
    if not netloc or netloc.isascii():
        return
    bare = netloc.translate(str.maketrans("", "", "@:#?"))
    normal = unicodedata.normalize("NFKC", bare)
    if normal != bare:
        for sign in "/?#@:":
            if sign in normal:
                raise ValueError(f"netloc {netloc} contains invalid characters under NFKC "
                                 "normalization")


def _check_bracketed(host):
    if host[:1] == "v":
        if not re.match(r"\Av[a-fA-F0-9]+\..+\Z", host):
            raise ValueError("IPvFuture address is invalid")
    elif ipaddress.ip_address(host).version == 4:
        raise ValueError("An IPv4 address cannot be in brackets")


def urlsplit(url, scheme="", allow_fragments=True):
    result, url, scheme = _texts(url, scheme)
    url = url.lstrip(_C0_and_space).translate(_dropped)
    scheme = scheme.strip(_C0_and_space).translate(_dropped)
    netloc = query = fragment = ""
    before, colon, rest = url.partition(":")
    if colon and _scheme_letters(before):
        scheme, url = before.lower(), rest
    if url[:2] == "//":
        end = min((at for sign in "/?#" if (at := url.find(sign, 2)) >= 0), default=len(url))
        netloc, url = url[2:end], url[end:]
        if ("[" in netloc) != ("]" in netloc):
            raise ValueError("Invalid IPv6 URL")
        if "[" in netloc:
            _check_bracketed(netloc.partition("[")[2].partition("]")[0])
    if allow_fragments:
        url, _, fragment = url.partition("#")
    url, _, query = url.partition("?")
    _check_netloc(netloc)
    parts = scheme, netloc, url, query, fragment
    if result is _same:
        return SplitResult(*parts)
    return SplitResultBytes(*map(result, parts))


def urlparse(url, scheme="", allow_fragments=True):
    result, url, scheme = _texts(url, scheme)
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ""
    if scheme in uses_params and ";" in path:
        path, params = _split_params(path)
    parts = scheme, netloc, path, params, query, fragment
    if result is _same:
        return ParseResult(*parts)
    return ParseResultBytes(*map(result, parts))


def _split_params(path):
    # Those of the last segment.
    at = path.find(";", path.rfind("/") + 1)
    return (path, "") if at < 0 else (path[:at], path[at + 1:])


def urlunsplit(components):
    result, scheme, netloc, url, query, fragment = _texts(*components)
    if netloc or scheme and scheme in uses_netloc and url[:2] != "//":
        if url and url[:1] != "/":
            url = "/" + url
        url = "//" + (netloc or "") + url
    if scheme:
        url = f"{scheme}:{url}"
    if query:
        url += "?" + query
    if fragment:
        url += "#" + fragment
    return result(url)


def urlunparse(components):
    result, scheme, netloc, url, params, query, fragment = _texts(*components)
    if params:
        url = f"{url};{params}"
    return result(urlunsplit((scheme, netloc, url, query, fragment)))


def _merged(base, path):
    # A relative path from the folder of another, without `.` and `..`.
    if path[:1] == "/":
        segments = path.split("/")
    else:
        folder = base.split("/")[:-1] if base.split("/")[-1] else base.split("/")
        segments = folder + path.split("/")
        segments[1:-1] = filter(None, segments[1:-1])
    out = []
    for segment in segments:
        if segment == "..":
            if out:
                out.pop()
        elif segment != ".":
            out.append(segment)
    if segments[-1] in (".", ".."):
        out.append("")
    return "/".join(out) or "/"


def urljoin(base, url, allow_fragments=True):
    if not base:
        return url
    if not url:
        return base
    result, base, url = _texts(base, url)
    base_parts = urlparse(base, "", allow_fragments)
    scheme, netloc, path, params, query, fragment = urlparse(url, base_parts.scheme,
                                                             allow_fragments)
    if scheme != base_parts.scheme or scheme not in uses_relative:
        return result(url)
    if scheme in uses_netloc:
        if netloc:
            return result(urlunparse((scheme, netloc, path, params, query, fragment)))
        netloc = base_parts.netloc
    if not path and not params:
        path, params = base_parts.path, base_parts.params
        query = query or base_parts.query
    else:
        path = _merged(base_parts.path, path)
    return result(urlunparse((scheme, netloc, path, params, query, fragment)))


def urldefrag(url):
    result, url = _texts(url)
    fragment = ""
    if "#" in url:
        *parts, fragment = urlparse(url)
        url = urlunparse((*parts, ""))
    if result is _same:
        return DefragResult(url, fragment)
    return DefragResultBytes(result(url), result(fragment))


def unwrap(url):
    url = str(url).strip()
    if url[:1] == "<" and url[-1:] == ">":
        url = url[1:-1].strip()
    if url[:4] == "URL:":
        url = url[4:].strip()
    return url


# --- quoting ---

_always_safe = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~")


def quote(string, safe="/", encoding=None, errors=None):
    if isinstance(string, str):
        if not string:
            return string
        string = string.encode(encoding or "utf-8", errors or "strict")
    else:
        if encoding is not None:
            raise TypeError("quote() doesn't support 'encoding' for bytes")
        if errors is not None:
            raise TypeError("quote() doesn't support 'errors' for bytes")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe="", encoding=None, errors=None):
    space = " " if isinstance(string, str) else b" "
    if space not in string:
        return quote(string, safe, encoding, errors)
    safe += " " if isinstance(safe, str) else b" "
    return quote(string, safe, encoding, errors).replace(" ", "+")


def quote_from_bytes(bs, safe="/"):
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError("quote_from_bytes() expected bytes")
    if not bs:
        return ""
    if isinstance(safe, str):
        safe = safe.encode("ascii", "ignore")
    kept = _always_safe.union(byte for byte in safe if byte < 128)
    return "".join(chr(byte) if byte in kept else f"%{byte:02X}" for byte in bs)


_escape = re.compile(rb"%([0-9A-Fa-f]{2})")
_ascii_runs = re.compile("([\x00-\x7f]+)")


def unquote_to_bytes(string):
    if not string:
        return b""
    if isinstance(string, str):
        string = string.encode("utf-8")
    return _escape.sub(lambda found: bytes((int(found[1], 16),)), string)


def unquote(string, encoding="utf-8", errors="replace"):
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode(encoding, errors)
    if "%" not in string:
        return string
    encoding, errors = encoding or "utf-8", errors or "replace"
    pieces = _ascii_runs.split(string)
    pieces[1::2] = [unquote_to_bytes(piece).decode(encoding, errors) for piece in pieces[1::2]]
    return "".join(pieces)


def unquote_plus(string, encoding="utf-8", errors="replace"):
    return unquote(string.replace("+", " "), encoding, errors)


# --- queries ---

def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8",
             errors="replace", max_num_fields=None, separator="&"):
    found = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors,
                                 max_num_fields, separator):
        found.setdefault(name, []).append(value)
    return found


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8",
              errors="replace", max_num_fields=None, separator="&"):
    result, qs = _texts(qs)
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError("Separator must be of type string or bytes.")
    if isinstance(separator, bytes):
        separator = separator.decode("ascii")
    if max_num_fields is not None and max_num_fields < 1 + qs.count(separator) and qs:
        raise ValueError("Max number of fields exceeded")
    pairs = []
    for field in qs.split(separator) if qs else ():
        if not field and not strict_parsing:
            continue
        name, equals, value = field.partition("=")
        if not equals:
            if strict_parsing:
                raise ValueError(f"bad query field: {field!r}")
            if not keep_blank_values:
                continue
        if value or keep_blank_values:
            pairs.append(tuple(result(unquote(part.replace("+", " "), encoding, errors))
                               for part in (name, value)))
    return pairs


def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    if hasattr(query, "items"):
        query = query.items()
    else:
        try:
            if len(query) and not isinstance(query[0], tuple):
                raise TypeError
        except TypeError as error:
            raise TypeError("not a valid non-string sequence or mapping object"
                            ).with_traceback(error.__traceback__)

    def quoted(value):
        if isinstance(value, bytes):
            return quote_via(value, safe)
        return quote_via(str(value), safe, encoding, errors)
    fields = []
    for name, value in query:
        values = [value]
        if doseq and not isinstance(value, (str, bytes)):
            try:
                len(value)
                values = value
            except TypeError:
                pass
        fields += [f"{quoted(name)}={quoted(each)}" for each in values]
    return "&".join(fields)
