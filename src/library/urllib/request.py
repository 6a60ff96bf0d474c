# urllib.request: requests as objects; the machine has no network, so each of them fails.
import re
from urllib.error import HTTPError, URLError
from urllib.parse import quote, unquote, unwrap, urlsplit

__all__ = ["Request", "urlopen", "urlretrieve", "urlcleanup", "pathname2url", "url2pathname"]


def pathname2url(pathname):
    return quote(pathname)


def url2pathname(pathname):
    return unquote(pathname)


class Request:
    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False,
                 method=None):
        self.full_url = url
        self.headers, self.unredirected_hdrs = {}, {}
        self.data = data
        for name, value in headers.items():
            self.add_header(name, value)
        if origin_req_host is None:
            origin_req_host = re.sub(r":\d+\Z", "", urlsplit(self._full_url).netloc).lower()
        self.origin_req_host = origin_req_host
        self.unverifiable = unverifiable
        if method:
            self.method = method

    @property
    def full_url(self):
        return f"{self._full_url}#{self.fragment}" if self.fragment else self._full_url

    @full_url.setter
    def full_url(self, url):
        self._full_url, _, fragment = unwrap(url).partition("#")
        self.fragment = fragment or None
        parts = urlsplit(self._full_url)
        if not parts.scheme:
            raise ValueError(f"unknown url type: {self.full_url!r}")
        self.type, self.host = parts.scheme, unquote(parts.netloc) or None
        self.selector = self._full_url.partition(":")[2].removeprefix("//" + parts.netloc)

    @full_url.deleter
    def full_url(self):
        self._full_url = self.fragment = None
        self.selector = ""

    def get_full_url(self):
        return self.full_url

    def get_method(self):
        return getattr(self, "method", "GET" if self.data is None else "POST")

    def add_header(self, key, val):
        self.headers[key.capitalize()] = val

    def add_unredirected_header(self, key, val):
        self.unredirected_hdrs[key.capitalize()] = val

    def has_header(self, header_name):
        return header_name in self.headers or header_name in self.unredirected_hdrs

    def get_header(self, header_name, default=None):
        return self.headers.get(header_name, self.unredirected_hdrs.get(header_name, default))

    def remove_header(self, header_name):
        self.headers.pop(header_name, None)
        self.unredirected_hdrs.pop(header_name, None)

    def header_items(self):
        return list({**self.unredirected_hdrs, **self.headers}.items())


def urlopen(url, data=None, timeout=None, *, cafile=None, capath=None, cadefault=False,
            context=None):
    request = Request(url, data) if isinstance(url, str) else url
    if request.type not in ("http", "https", "ftp"):
        raise URLError(f"unknown url type: {request.type}")
    if not request.host:
        raise URLError("no host given")
    raise URLError("this machine has no network")


def urlretrieve(url, filename=None, reporthook=None, data=None):
    return urlopen(url, data)


def urlcleanup():
    pass
