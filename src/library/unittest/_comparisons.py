# What a TestCase asserts of values, with the words for what is different.
import warnings

_MAX_LENGTH = 80
_DIFF_OMITTED = "\nDiff is %s characters long. Set self.maxDiff to None to see it."


def safe_repr(obj, short=False):
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    if not short or len(text) < _MAX_LENGTH:
        return text
    return text[:_MAX_LENGTH] + " [truncated]..."


def _shorten(text, start, end):
    skipped = len(text) - start - end
    if skipped > 12:
        text = f"{text[:start]}[{skipped} chars]{text[len(text) - end:]}"
    return text


def _common_shortened(*values):
    # The values' texts; what is too long is left out: first of what they begin with in common.
    texts = [safe_repr(value) for value in values]
    longest = max([len(text) for text in texts])
    if longest <= _MAX_LENGTH:
        return texts
    first, other = texts[0], texts[1]
    same = 0
    while same < min(len(first), len(other)) and first[same] == other[same]:
        same += 1
    common = _MAX_LENGTH - (longest - same + 17)
    if common > 5:
        head = _shorten(first[:same], 5, common)
        return [head + text[same:] for text in texts]
    head = _shorten(first[:same], 5, 5)
    return [head + _shorten(text[same:], _MAX_LENGTH - 39, 5) for text in texts]


def _modules():
    import difflib
    import pprint
    return difflib, pprint


class Comparisons:
    def fail(self, msg=None):
        raise self.failureException(msg)

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        if msg is None:
            return standardMsg
        try:
            return f"{standardMsg} : {msg}"
        except UnicodeDecodeError:
            return f"{safe_repr(standardMsg)} : {safe_repr(msg)}"

    def _complain(self, msg, text):
        raise self.failureException(self._formatMessage(msg, text))

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._complain(msg, f"{safe_repr(expr)} is not true")

    def assertFalse(self, expr, msg=None):
        if expr:
            self._complain(msg, f"{safe_repr(expr)} is not false")

    def _getAssertEqualityFunc(self, first, second):
        if type(first) is type(second):
            compare = self._type_equality_funcs.get(type(first))
            if compare is not None:
                return getattr(self, compare) if isinstance(compare, str) else compare
        return self._baseAssertEqual

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            self._complain(msg, "{} != {}".format(*_common_shortened(first, second)))

    def assertEqual(self, first, second, msg=None):
        self._getAssertEqualityFunc(first, second)(first, second, msg=msg)

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._complain(msg, f"{safe_repr(first)} == {safe_repr(second)}")

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        self._almost(first, second, places, msg, delta, True)

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        self._almost(first, second, places, msg, delta, False)

    def _almost(self, first, second, places, msg, delta, wanted):
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        if first == second and wanted:
            return
        difference = abs(first - second)
        if delta is not None:
            near, within = difference <= delta, f"within {safe_repr(delta)} delta"
        else:
            places = 7 if places is None else places
            near, within = round(difference, places) == 0, f"within {places} places"
        if not wanted and first == second:
            near = True
        if near == wanted:
            return
        sign = "!=" if wanted else "=="
        shown = f" ({safe_repr(difference)} difference)"
        if not wanted and delta is None:
            shown = ""
        self._complain(msg, f"{safe_repr(first)} {sign} {safe_repr(second)} {within}{shown}")

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        if seq_type is not None:
            name = seq_type.__name__
            for which, each in (("First", seq1), ("Second", seq2)):
                if not isinstance(each, seq_type):
                    raise self.failureException(f"{which} sequence is not a {name}: "
                                                f"{safe_repr(each)}")
        else:
            name = "sequence"
        if seq1 == seq2:
            return
        text = "{}s differ: {} != {}\n".format(name.capitalize(), *_common_shortened(seq1, seq2))
        first, second = len(seq1), len(seq2)
        for index in range(min(first, second)):
            if seq1[index] != seq2[index]:
                text += (f"\nFirst differing element {index}:\n{safe_repr(seq1[index], True)}\n"
                         f"{safe_repr(seq2[index], True)}\n")
                break
        else:
            if first == second and seq_type is None and type(seq1) is not type(seq2):
                return
        if first != second:
            which, longer, least = (("First", seq1, second) if first > second
                                    else ("Second", seq2, first))
            text += (f"\n{which} {name} contains {abs(first - second)} additional elements.\n"
                     f"First extra element {least}:\n{safe_repr(longer[least], True)}\n")
        self._complain(msg, self._truncateMessage(text, self._diff(seq1, seq2, "\n")))

    def _diff(self, first, second, before=""):
        difflib, pprint = _modules()
        return before + "\n".join(difflib.ndiff(pprint.pformat(first).splitlines(),
                                                pprint.pformat(second).splitlines()))

    def _truncateMessage(self, message, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return message + diff
        return message + (_DIFF_OMITTED % len(diff))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        text = []
        for which, one, other in (("first", set1, set2), ("second", set2, set1)):
            try:
                only = one.difference(other)
            except TypeError as error:
                self.fail(f"invalid type when attempting set difference: {error}")
            except AttributeError as error:
                self.fail(f"{which} argument does not support set difference: {error}")
            if only:
                against = "second" if which == "first" else "first"
                text.append(f"Items in the {which} set but not the {against}:")
                text += [repr(item) for item in only]
        if text:
            self._complain(msg, "\n".join(text))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            text = "{} != {}".format(*_common_shortened(d1, d2))
            self._complain(msg, self._truncateMessage(text, self._diff(d1, d2, "\n")))

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first == second:
            return
        difflib, _ = _modules()
        lines = [first.splitlines(keepends=True), second.splitlines(keepends=True)]
        if len(lines[0]) == 1 and first.strip("\r\n") == first:
            lines = [[first + "\n"], [second + "\n"]]
        text = "{} != {}".format(*_common_shortened(first, second))
        diff = "\n" + "".join(difflib.ndiff(*lines))
        self._complain(msg, self._truncateMessage(text, diff))

    def assertCountEqual(self, first, second, msg=None):
        first, second = list(first), list(second)
        differences = []
        seen = []
        for item in [*first, *second]:
            if item in seen:
                continue
            seen.append(item)
            counts = first.count(item), second.count(item)
            if counts[0] != counts[1]:
                differences.append(f"First has {counts[0]}, Second has {counts[1]}:  {item!r}")
        if differences:
            self._complain(msg, "\n".join(["Element counts were not equal:", *differences]))

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._complain(msg, f"{safe_repr(member)} not found in {safe_repr(container)}")

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._complain(msg, f"{safe_repr(member)} unexpectedly found in "
                                f"{safe_repr(container)}")

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._complain(msg, f"{safe_repr(expr1)} is not {safe_repr(expr2)}")

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._complain(msg, f"unexpectedly identical: {safe_repr(expr1)}")

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._complain(msg, f"{safe_repr(obj)} is not None")

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._complain(msg, "unexpectedly None")

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._complain(msg, f"{safe_repr(obj)} is not an instance of {cls!r}")

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._complain(msg, f"{safe_repr(obj)} is an instance of {cls!r}")

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._complain(msg, f"{safe_repr(a)} not less than {safe_repr(b)}")

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._complain(msg, f"{safe_repr(a)} not less than or equal to {safe_repr(b)}")

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._complain(msg, f"{safe_repr(a)} not greater than {safe_repr(b)}")

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._complain(msg, f"{safe_repr(a)} not greater than or equal to {safe_repr(b)}")

    def assertRegex(self, text, expected_regex, msg=None):
        if isinstance(expected_regex, (str, bytes)):
            import re
            expected_regex = re.compile(expected_regex)
        if not expected_regex.search(text):
            self._complain(msg, f"Regex didn't match: {expected_regex.pattern!r} not found in "
                                f"{text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        if isinstance(unexpected_regex, (str, bytes)):
            import re
            unexpected_regex = re.compile(unexpected_regex)
        found = unexpected_regex.search(text)
        if found:
            self._complain(msg, f"Regex matched: {text[found.start():found.end()]!r} matches "
                                f"{unexpected_regex.pattern!r} in {text!r}")


def _deprecated(name, instead):
    def method(self, *args, **kwargs):
        warnings.warn(f"Please use {instead} instead.", DeprecationWarning, 1)
        return getattr(self, instead)(*args, **kwargs)
    method.__name__ = name
    setattr(Comparisons, name, method)


for _name, _instead in (("failUnlessEqual", "assertEqual"), ("assertEquals", "assertEqual"),
                        ("assertNotEquals", "assertNotEqual"), ("assert_", "assertTrue"),
                        ("assertAlmostEquals", "assertAlmostEqual"),
                        ("assertNotAlmostEquals", "assertNotAlmostEqual"),
                        ("assertRegexpMatches", "assertRegex"),
                        ("assertNotRegexpMatches", "assertNotRegex"),
                        ("assertRaisesRegexp", "assertRaisesRegex")):
    _deprecated(_name, _instead)
