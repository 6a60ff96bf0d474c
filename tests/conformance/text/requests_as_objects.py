# tests/conformance/text/requests_as_objects.py: what a request to a URL is made of.
import urllib.error
import urllib.request
from urllib.request import Request

for url, data in (("http://host:80/a/b?q=1#frag", None), ("https://user@h", b"x=1"), ("<URL:ftp://h/f>", None), ("mailto:a@b", None)):
    request = Request(url, data, headers={"user-agent": "x"})
    print(request.full_url, request.type, request.host, request.selector, request.fragment, request.get_method(),
          request.header_items(), request.origin_req_host)
request = Request("http://h/", method="PUT")
request.add_header("content-TYPE", "text/plain")
print(request.get_method(), request.has_header("Content-type"), request.get_header("Content-type"), request.get_header("None", 3))
for attempt in (lambda: Request("nope"), lambda: urllib.request.urlopen("gopherx://h/"), lambda: urllib.request.urlopen("http:///x"),
                lambda: urllib.request.urlopen("nothing")):
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, error)
