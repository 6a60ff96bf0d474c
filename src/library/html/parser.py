# html.parser: HTML taken apart, as lenient as browsers are.
import re

from . import unescape

__all__ = ["HTMLParser"]

_tag_name = re.compile(r"[a-zA-Z][^\t\n\r\f />\x00]*")
_attribute = re.compile(r"((?<=['\"\s/])[^\s/>][^\s/=>]*)"
                        r"(\s*=+\s*('[^']*'|\"[^\"]*\"|(?!['\"])[^>\s]*))?(?:\s|/(?!>))*")
_blank = re.compile(r"(?:\s|/(?!>))*")
_end_tag = re.compile(r"</\s*([a-zA-Z][-.a-zA-Z0-9:_]*)\s*>")
_interesting = re.compile("[&<]")
_entity = re.compile(r"&([a-zA-Z][-.a-zA-Z0-9]*)[^a-zA-Z0-9]")
_number = re.compile(r"&#([0-9]+|[xX][0-9a-fA-F]+)[^0-9a-fA-F]")


class HTMLParser:
    CDATA_CONTENT_ELEMENTS = ("script", "style")

    def __init__(self, *, convert_charrefs=True):
        self.convert_charrefs = convert_charrefs
        self.reset()

    def reset(self):
        self.rawdata, self.lasttag, self.cdata_elem = "", "???", None
        self.lineno, self.offset = 1, 0
        self.__starttag_text = None

    def feed(self, data):
        self.rawdata += data
        self._go_on(False)

    def close(self):
        self._go_on(True)

    def getpos(self):
        return self.lineno, self.offset

    def get_starttag_text(self):
        return self.__starttag_text

    def set_cdata_mode(self, elem):
        self.cdata_elem = elem.lower()

    def clear_cdata_mode(self):
        self.cdata_elem = None

    def updatepos(self, i, j):
        if i < j:
            lines = self.rawdata.count("\n", i, j)
            if lines:
                self.lineno += lines
                self.offset = j - self.rawdata.rindex("\n", i, j) - 1
            else:
                self.offset += j - i
        return j

    def _say(self, text):
        if text:
            self.handle_data(unescape(text) if self.convert_charrefs and not self.cdata_elem
                             else text)

    def _text_end(self, at):
        # Where the text ends that begins here; -1: it is not known yet.
        data = self.rawdata
        if self.cdata_elem:
            found = re.compile(f"</{self.cdata_elem}(?=[\\s/>])", re.I).search(data, at)
            return found.start() if found else -1
        if not self.convert_charrefs:
            found = _interesting.search(data, at)
            return found.start() if found else len(data)
        end = data.find("<", at)
        if end < 0:
            # What may be the beginning of a reference waits for its end.
            start = data.rfind("&", max(at, len(data) - 34))
            return len(data) if start < 0 or re.search(r"[\s;]", data[start:]) else -1
        return end

    def _go_on(self, end):
        at = 0
        while at < len(self.rawdata):
            stop = self._text_end(at)
            if stop < 0:
                break
            if at < stop:
                self._say(self.rawdata[at:stop])
                at = self.updatepos(at, stop)
                continue
            after = self._markup(at)
            if after is None:
                if not end:
                    break
                after = self._unfinished(at)
            at = self.updatepos(at, after)
        if end and at < len(self.rawdata) and not self.cdata_elem:
            self._say(self.rawdata[at:])
            at = self.updatepos(at, len(self.rawdata))
        self.rawdata = self.rawdata[at:]

    def _unfinished(self, at):
        # The end came within something: it was text.
        data = self.rawdata
        if data[at] == "&":
            return at + 1 if at + 1 < len(data) else self._said(at)
        stop = data.find(">", at + 1)
        if stop < 0:
            stop = data.find("<", at + 1)
            if stop < 0:
                stop = at + 1
        else:
            stop += 1
        self._say(data[at:stop])
        return stop

    def _said(self, at):
        self._say(self.rawdata[at])
        return at + 1

    def _markup(self, at):
        # Handles what begins here; where it ends, or None.
        data = self.rawdata
        if data[at] == "&":
            return self._reference(at)
        if _tag_name.match(data, at + 1):
            return self._start_tag(at)
        if data.startswith("</", at):
            return self._close_tag(at)
        if data.startswith("<!--", at):
            stop = data.find("-->", at + 4)
            if stop < 0:
                return None
            self.handle_comment(data[at + 4:stop])
            return stop + 3
        if data.startswith("<?", at):
            stop = data.find(">", at + 2)
            if stop < 0:
                return None
            self.handle_pi(data[at + 2:stop])
            return stop + 1
        if data.startswith("<!", at):
            return self._declaration(at)
        if at + 1 < len(data):
            self.handle_data("<")
            return at + 1
        return None

    def _declaration(self, at):
        data = self.rawdata
        if data.startswith("<![", at):
            stop = data.find("]>" if not data.startswith("<![CDATA[", at) else "]]>", at + 3)
            if stop < 0:
                return None
            self.unknown_decl(data[at + 3:stop])
            return data.find(">", stop) + 1
        stop = data.find(">", at + 2)
        if stop < 0:
            return None
        if data[at:at + 9].lower() == "<!doctype":
            self.handle_decl(data[at + 2:stop])
        else:
            self.handle_comment(data[at + 2:stop])
        return stop + 1

    def _reference(self, at):
        data = self.rawdata
        for pattern, handle, skip in ((_number, self.handle_charref, 2),
                                      (_entity, self.handle_entityref, 1)):
            found = pattern.match(data, at)
            if found:
                handle(found[1])
                stop = found.end(1)
                return stop + (data[stop] == ";")
        if not re.search(r"[^a-zA-Z0-9#]", data[at + 1:]):
            return None  # more may come
        self.handle_data("&")
        return at + 1

    def _start_tag(self, at):
        data = self.rawdata
        found = _tag_name.match(data, at + 1)
        name, stop = found[0].lower(), _blank.match(data, found.end()).end()
        attributes = []
        while found := _attribute.match(data, stop):
            key, equals, value = found.groups()
            if not equals:
                value = None
            elif value[:1] in ("'", '"') and value[:1] == value[-1:]:
                value = value[1:-1]
            attributes.append((key.lower(), unescape(value) if value else value))
            stop = found.end()
        tail = ">" if data.startswith(">", stop) else "/>" if data.startswith("/>", stop) else ""
        if not tail and (stop >= len(data) or data[stop] in "=/" or data[stop].isalpha()):
            return None  # an attribute's end has not come
        stop += len(tail)
        self.__starttag_text = data[at:stop]
        self.lasttag = name
        if not tail:
            self.handle_data(self.__starttag_text)
        elif tail == "/>":
            self.handle_startendtag(name, attributes)
        else:
            self.handle_starttag(name, attributes)
            if name in self.CDATA_CONTENT_ELEMENTS:
                self.set_cdata_mode(name)
        return stop

    def _close_tag(self, at):
        data = self.rawdata
        stop = data.find(">", at + 2)
        if stop < 0:
            return None
        found = _end_tag.match(data, at)
        if self.cdata_elem and (not found or found[1].lower() != self.cdata_elem):
            self.handle_data(data[at:stop + 1])
            return stop + 1
        if not found:
            named = _tag_name.match(data, at + 2)
            if data[at:at + 3] == "</>":
                return at + 3
            if not named:
                self.handle_comment(data[at + 2:stop])
                return stop + 1
            self.handle_endtag(named[0].lower())
            return stop + 1
        self.handle_endtag(found[1].lower())
        self.clear_cdata_mode()
        return found.end()

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_starttag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        pass

    def handle_charref(self, name):
        pass

    def handle_entityref(self, name):
        pass

    def handle_data(self, data):
        pass

    def handle_comment(self, data):
        pass

    def handle_decl(self, decl):
        pass

    def handle_pi(self, data):
        pass

    def unknown_decl(self, data):
        pass
