# difflib: what two sequences have in common, by longest matching blocks, and texts that show it.
from collections import namedtuple
from heapq import nlargest

__all__ = ["get_close_matches", "ndiff", "restore", "SequenceMatcher", "Differ",
           "IS_CHARACTER_JUNK", "IS_LINE_JUNK", "context_diff", "unified_diff", "diff_bytes",
           "Match"]

Match = namedtuple("Match", "a b size")


def _ratio(matches, length):
    return 2.0 * matches / length if length else 1.0


class SequenceMatcher:
    def __init__(self, isjunk=None, a="", b="", autojunk=True):
        self.isjunk = isjunk
        self.a = self.b = None
        self.autojunk = autojunk
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        if a is not self.a:
            self.a = a
            self.matching_blocks = self.opcodes = None

    def set_seq2(self, b):
        if b is not self.b:
            self.b = b
            self.matching_blocks = self.opcodes = self.fullbcount = None
            self._index_b()

    def _index_b(self):
        # Where each item of b is, but for junk and what is too common to tell anything.
        places = {}
        for index, item in enumerate(self.b):
            places.setdefault(item, []).append(index)
        self.bjunk, self.bpopular = set(), set()
        if self.isjunk:
            self.bjunk = {item for item in places if self.isjunk(item)}
            for item in self.bjunk:
                del places[item]
        count = len(self.b)
        if self.autojunk and count >= 200:
            self.bpopular = {item for item, found in places.items()
                             if len(found) > count // 100 + 1}
            for item in self.bpopular:
                del places[item]
        self.b2j = places

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        a, b, places, junk = self.a, self.b, self.b2j, self.bjunk
        ahi = len(a) if ahi is None else ahi
        bhi = len(b) if bhi is None else bhi
        best_a, best_b, best_size = alo, blo, 0
        lengths = {}  # of the match that ends at this item of a, by where it ends in b
        nowhere = ()
        for i in range(alo, ahi):
            longer = {}
            for j in places.get(a[i], nowhere):
                if j < blo:
                    continue
                if j >= bhi:
                    break
                size = longer[j] = lengths.get(j - 1, 0) + 1
                if size > best_size:
                    best_a, best_b, best_size = i - size + 1, j - size + 1, size
            lengths = longer
        # Popular items, then junk, may belong to it at its ends.
        for is_junk in (False, True):
            while best_a > alo and best_b > blo and a[best_a - 1] == b[best_b - 1] and \
                    (b[best_b - 1] in junk) == is_junk:
                best_a, best_b, best_size = best_a - 1, best_b - 1, best_size + 1
            while best_a + best_size < ahi and best_b + best_size < bhi and \
                    a[best_a + best_size] == b[best_b + best_size] and \
                    (b[best_b + best_size] in junk) == is_junk:
                best_size += 1
        return Match(best_a, best_b, best_size)

    def get_matching_blocks(self):
        if self.matching_blocks is not None:
            return self.matching_blocks
        found = []
        parts = [(0, len(self.a), 0, len(self.b))]
        while parts:
            alo, ahi, blo, bhi = parts.pop()
            i, j, size = match = self.find_longest_match(alo, ahi, blo, bhi)
            if size:
                found.append(match)
                if alo < i and blo < j:
                    parts.append((alo, i, blo, j))
                if i + size < ahi and j + size < bhi:
                    parts.append((i + size, ahi, j + size, bhi))
        found.sort()
        blocks = []
        for match in found:
            last = blocks[-1] if blocks else None
            if last and last.a + last.size == match.a and last.b + last.size == match.b:
                blocks[-1] = Match(last.a, last.b, last.size + match.size)
            else:
                blocks.append(match)
        blocks.append(Match(len(self.a), len(self.b), 0))
        self.matching_blocks = blocks
        return blocks

    def get_opcodes(self):
        if self.opcodes is not None:
            return self.opcodes
        codes, i, j = [], 0, 0
        for a, b, size in self.get_matching_blocks():
            if i < a or j < b:
                tag = "replace" if i < a and j < b else "delete" if i < a else "insert"
                codes.append((tag, i, a, j, b))
            i, j = a + size, b + size
            if size:
                codes.append(("equal", a, i, b, j))
        self.opcodes = codes
        return codes

    def get_grouped_opcodes(self, n=3):
        codes = list(self.get_opcodes()) or [("equal", 0, 1, 0, 1)]
        tag, i1, i2, j1, j2 = codes[0]
        if tag == "equal":
            codes[0] = tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2
        tag, i1, i2, j1, j2 = codes[-1]
        if tag == "equal":
            codes[-1] = tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
        group = []
        for tag, i1, i2, j1, j2 in codes:
            if tag == "equal" and i2 - i1 > n + n:
                group.append((tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                yield group
                group = []
                i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
            group.append((tag, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == "equal"):
            yield group

    def ratio(self):
        matches = sum([block[2] for block in self.get_matching_blocks()])
        return _ratio(matches, len(self.a) + len(self.b))

    def quick_ratio(self):
        # As if order did not matter.
        if self.fullbcount is None:
            self.fullbcount = {}
            for item in self.b:
                self.fullbcount[item] = self.fullbcount.get(item, 0) + 1
        left, matches = {}, 0
        for item in self.a:
            count = left.get(item, self.fullbcount.get(item, 0))
            left[item] = count - 1
            if count > 0:
                matches += 1
        return _ratio(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        return _ratio(min(len(self.a), len(self.b)), len(self.a) + len(self.b))

    @classmethod
    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    if not n > 0:
        raise ValueError(f"n must be > 0: {n!r}")
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError(f"cutoff must be in [0.0, 1.0]: {cutoff!r}")
    close = []
    matcher = SequenceMatcher()
    matcher.set_seq2(word)
    for possibility in possibilities:
        matcher.set_seq1(possibility)
        if (matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff
                and matcher.ratio() >= cutoff):
            close.append((matcher.ratio(), possibility))
    return [possibility for _, possibility in nlargest(n, close)]


def _with_spaces(line, tags):
    return "".join([character if tag == " " and character.isspace() else tag
                    for character, tag in zip(line, tags)]).rstrip()


class Differ:
    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk = linejunk
        self.charjunk = charjunk

    def compare(self, a, b):
        for tag, alo, ahi, blo, bhi in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if tag == "replace":
                yield from self._replaced(a, alo, ahi, b, blo, bhi)
            elif tag == "delete":
                yield from self._marked("-", a, alo, ahi)
            elif tag == "insert":
                yield from self._marked("+", b, blo, bhi)
            else:
                yield from self._marked(" ", a, alo, ahi)

    def _marked(self, mark, lines, start, end):
        for line in lines[start:end]:
            yield f"{mark} {line}"

    def _plainly_replaced(self, a, alo, ahi, b, blo, bhi):
        old, new = self._marked("-", a, alo, ahi), self._marked("+", b, blo, bhi)
        # The shorter part comes first.
        for part in (new, old) if bhi - blo < ahi - alo else (old, new):
            yield from part

    def _most_similar(self, a, alo, ahi, b, blo, bhi):
        # (ratio, line of a, line of b), and the first pair that is equal or None.
        matcher = SequenceMatcher(self.charjunk)
        best, equal = (0.74, None, None), None
        for j in range(blo, bhi):
            matcher.set_seq2(b[j])
            for i in range(alo, ahi):
                if a[i] == b[j]:
                    equal = equal or (i, j)
                    continue
                matcher.set_seq1(a[i])
                if (matcher.real_quick_ratio() > best[0] and matcher.quick_ratio() > best[0]
                        and matcher.ratio() > best[0]):
                    best = matcher.ratio(), i, j
        return best, equal

    def _replaced(self, a, alo, ahi, b, blo, bhi):
        (ratio, i, j), equal = self._most_similar(a, alo, ahi, b, blo, bhi)
        similar = ratio >= 0.75
        if not similar:
            if equal is None:
                yield from self._plainly_replaced(a, alo, ahi, b, blo, bhi)
                return
            i, j = equal
        yield from self._beside(a, alo, i, b, blo, j)
        if similar:
            yield from self._both(a[i], b[j])
        else:
            yield "  " + a[i]
        yield from self._beside(a, i + 1, ahi, b, j + 1, bhi)

    def _beside(self, a, alo, ahi, b, blo, bhi):
        if alo < ahi and blo < bhi:
            yield from self._replaced(a, alo, ahi, b, blo, bhi)
        elif alo < ahi:
            yield from self._marked("-", a, alo, ahi)
        else:
            yield from self._marked("+", b, blo, bhi)

    def _both(self, old, new):
        old_tags = new_tags = ""
        for tag, i1, i2, j1, j2 in SequenceMatcher(self.charjunk, old, new).get_opcodes():
            mark = {"replace": "^^", "delete": "- ", "insert": " +", "equal": "  "}[tag]
            old_tags += mark[0] * (i2 - i1)
            new_tags += mark[1] * (j2 - j1)
        for mark, line, tags in (("-", old, _with_spaces(old, old_tags)),
                                 ("+", new, _with_spaces(new, new_tags))):
            yield f"{mark} {line}"
            if tags:
                yield f"? {tags}\n"


def IS_LINE_JUNK(line, pat=None):
    text = line.strip()
    return text in ("", "#") if pat is None else pat(line) is not None


def IS_CHARACTER_JUNK(ch, ws=" \t"):
    return ch in ws


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    try:
        mark = {1: "- ", 2: "+ "}[int(which)]
    except KeyError:
        raise ValueError(f"unknown delta choice (must be 1 or 2): {which!r}") from None
    for line in delta:
        if line[:2] in ("  ", mark):
            yield line[2:]


def _check_types(a, b, *texts):
    for lines in (a, b):
        if lines and not isinstance(lines[0], str):
            raise TypeError(f"lines to compare must be str, not {type(lines[0]).__name__} "
                            f"({lines[0]!r})")
    for text in texts:
        if not isinstance(text, str):
            raise TypeError(f"all arguments must be str, not: {text!r}")


def _heading(mark, file, date, lineterm):
    return f"{mark} {file}" + (f"\t{date}" if date else "") + lineterm


def _unified_range(start, stop):
    count = stop - start
    if count == 1:
        return f"{start + 1}"
    return f"{start + 1 if count else start},{count}"


def unified_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3,
                 lineterm="\n"):
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield _heading("---", fromfile, fromfiledate, lineterm)
            yield _heading("+++", tofile, tofiledate, lineterm)
        first, last = group[0], group[-1]
        yield (f"@@ -{_unified_range(first[1], last[2])} +{_unified_range(first[3], last[4])} @@"
               f"{lineterm}")
        for tag, i1, i2, j1, j2 in group:
            if tag == "equal":
                for line in a[i1:i2]:
                    yield " " + line
                continue
            if tag in ("replace", "delete"):
                for line in a[i1:i2]:
                    yield "-" + line
            if tag in ("replace", "insert"):
                for line in b[j1:j2]:
                    yield "+" + line


def _context_range(start, stop):
    count = stop - start
    if count <= 1:
        return f"{start + 1 if count else start}"
    return f"{start + 1},{stop}"


def context_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3,
                 lineterm="\n"):
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    marks = {"insert": "+ ", "delete": "- ", "replace": "! ", "equal": "  "}
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield _heading("***", fromfile, fromfiledate, lineterm)
            yield _heading("---", tofile, tofiledate, lineterm)
        first, last = group[0], group[-1]
        yield "***************" + lineterm
        for left, lines, skipped, edge, places in (("*** ", a, "insert", " ****", (1, 2)),
                                                   ("--- ", b, "delete", " ----", (3, 4))):
            yield (left + _context_range(first[places[0]], last[places[1]]) + edge + lineterm)
            if any([code[0] not in ("equal", skipped) for code in group]):
                for code in group:
                    if code[0] != skipped:
                        for line in lines[code[places[0]]:code[places[1]]]:
                            yield marks[code[0]] + line


def diff_bytes(dfunc, a, b, fromfile=b"", tofile=b"", fromfiledate=b"", tofiledate=b"", n=3,
               lineterm=b"\n"):
    def decoded(text):
        try:
            return text.decode("ascii", "surrogateescape")
        except AttributeError as error:
            raise TypeError(f"all arguments must be bytes, not {type(text).__name__} ({text!r})"
                            ) from error

    for line in dfunc([decoded(line) for line in a], [decoded(line) for line in b],
                      decoded(fromfile), decoded(tofile), decoded(fromfiledate),
                      decoded(tofiledate), n, decoded(lineterm)):
        yield line.encode("ascii", "surrogateescape")
