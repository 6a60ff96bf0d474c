# tests/conformance/text/urls.py: URLs are taken apart, joined and quoted.
from urllib.error import HTTPError, URLError
from urllib.parse import (parse_qs, parse_qsl, quote, quote_plus, unquote, unquote_plus, urldefrag,
                          urlencode, urljoin, urlparse, urlsplit, urlunsplit)

url = "https://ana:pw@Example.com:8080/a/b;p?q=1&r=%C3%A9#frag"
parts = urlparse(url)
print(parts, parts.hostname, parts.port, parts.username, parts.password, parts.geturl() == url)
print(urlsplit("//host/path"), urlsplit(b"http://h/p"), urlunsplit(("http", "h", "p", "", "f")))
for other in ("c", "../c", "/c", "//h/c", "?x=1", "#y", "mailto:a@b", ".", ""):
    print(urljoin("http://host/a/b/d?q", other))
print(quote("a b/é&"), quote_plus("a b/é&"), unquote("%C3%A9+%zz"), unquote_plus("a+b"), quote("/", safe=""))
print(urlencode({"a": 1, "b": ["x", "y z"]}, doseq=True), urlencode([("k", "é")]))
print(parse_qs("a=1&a=2&b=&c", keep_blank_values=True), parse_qsl("a=1;b=2", separator=";"))
print(urldefrag(url), URLError("no route"), HTTPError("u", 404, "Not Found", {}, None))
for attempt in (lambda: urlsplit("http://[::1"), lambda: urlsplit("http://h:x").port,
                lambda: urljoin("a", b"b"), lambda: urlencode("ab"), lambda: quote(b"x", encoding="utf-8"),
                lambda: parse_qsl("a", strict_parsing=True)):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
