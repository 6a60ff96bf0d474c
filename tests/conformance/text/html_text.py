# tests/conformance/text/html_text.py: text made safe for HTML and back, and HTML taken apart.
import html
from html.entities import codepoint2name, html5, name2codepoint
from html.parser import HTMLParser

print(html.escape("<a href='x'>\"&\"</a>"), html.escape("'", quote=False))
print(html.unescape("&lt;&amp;&eacute;&#233;&#xE9;&notit;&notin;&#x80;&#0;&nope;&CounterClockwiseContourIntegral;"))
print(len(html5), name2codepoint["euro"], codepoint2name[233])


class Teller(HTMLParser):
    def handle_starttag(self, tag, attrs):
        print("start", tag, attrs, self.getpos(), self.get_starttag_text())

    def handle_endtag(self, tag):
        print("end", tag)

    def handle_data(self, data):
        print("data", repr(data))

    def handle_comment(self, data):
        print("comment", repr(data))

    def handle_decl(self, decl):
        print("decl", decl)


teller = Teller()
teller.feed("<!DOCTYPE html><p class=a id='b c' hidden>One &amp; two<br/>\n<!-- no --><script>if (a < b) {}</scr")
teller.feed("ipt></p>rest")
teller.close()
