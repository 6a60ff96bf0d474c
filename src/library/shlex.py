# shlex: a text into words, by the rules of a POSIX shell or by older ones.
import sys
from collections import deque
from io import StringIO

__all__ = ["shlex", "split", "quote", "join"]

_SAFE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@%+=:,./-")


class shlex:
    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        if isinstance(instream, str):
            instream = StringIO(instream)
        self.instream = sys.stdin if instream is None else instream
        self.infile = infile if instream is not None else None
        self.posix = posix
        self.eof = None if posix else ""
        self.commenters = "#"
        self.wordchars = "abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
        if posix:
            self.wordchars += ("ßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ")
        self.whitespace = " \t\r\n"
        self.whitespace_split = False
        self.quotes = "'\""
        self.escape = "\\"
        self.escapedquotes = '"'
        self.state = " "
        self.pushback = deque()
        self.lineno = 1
        self.debug = 0
        self.token = ""
        self.filestack = deque()
        self.source = None
        if punctuation_chars is True:
            punctuation_chars = "();<>|&"
        self._punctuation_chars = punctuation_chars or ""
        if punctuation_chars:
            self._pushback_chars = deque()
            self.wordchars += "~-./*?="
            self.wordchars = "".join([c for c in self.wordchars if c not in punctuation_chars])

    @property
    def punctuation_chars(self):
        return self._punctuation_chars

    def push_token(self, tok):
        self.pushback.appendleft(tok)

    def get_token(self):
        return self.pushback.popleft() if self.pushback else self.read_token()

    def error_leader(self, infile=None, lineno=None):
        return f'"{infile or self.infile}", line {lineno or self.lineno}: '

    def _next(self):
        if self._punctuation_chars and self._pushback_chars:
            return self._pushback_chars.pop()
        character = self.instream.read(1)
        if character == "\n":
            self.lineno += 1
        return character

    def _ends_word(self):
        return bool(self.token) or self.posix and self._quoted

    def read_token(self):
        # The state: " " between words, "a" in one, "c" in punctuation, a quote or an escape
        # character in what it begins, None at the end.
        self._quoted = False
        escaped_from = " "
        while True:
            character = self._next()
            state = self.state
            if state is None:
                self.token = ""
                break
            if state == " ":
                if not character:
                    self.state = None
                    break
                if character in self.whitespace:
                    if self._ends_word():
                        break
                elif character in self.commenters:
                    self.instream.readline()
                    self.lineno += 1
                elif self.posix and character in self.escape:
                    escaped_from, self.state = "a", character
                elif character in self.wordchars:
                    self.token, self.state = character, "a"
                elif character in self._punctuation_chars:
                    self.token, self.state = character, "c"
                elif character in self.quotes:
                    if not self.posix:
                        self.token = character
                    self.state = character
                elif self.whitespace_split:
                    self.token, self.state = character, "a"
                else:
                    self.token = character
                    if self._ends_word():
                        break
            elif state in self.quotes:
                self._quoted = True
                if not character:
                    raise ValueError("No closing quotation")
                if character == state:
                    if not self.posix:
                        self.token += character
                        self.state = " "
                        break
                    self.state = "a"
                elif self.posix and character in self.escape and state in self.escapedquotes:
                    escaped_from, self.state = state, character
                else:
                    self.token += character
            elif state in self.escape:
                if not character:
                    raise ValueError("No escaped character")
                if escaped_from in self.quotes and character not in (state, escaped_from):
                    self.token += state
                self.token += character
                self.state = escaped_from
            elif self._in_word(state, character):
                break
            else:
                escaped_from = "a"
        result, self.token = self.token, ""
        return None if self.posix and not self._quoted and result == "" else result

    def _in_word(self, state, character):
        # True: the word is complete.
        if not character:
            self.state = None
            return True
        if character in self.whitespace:
            self.state = " "
            return self._ends_word()
        if character in self.commenters:
            self.instream.readline()
            self.lineno += 1
            if self.posix:
                self.state = " "
                return self._ends_word()
        elif state == "c":
            if character in self._punctuation_chars:
                self.token += character
            else:
                if character not in self.whitespace:
                    self._pushback_chars.append(character)
                self.state = " "
                return True
        elif self.posix and character in self.quotes:
            self.state = character
        elif self.posix and character in self.escape:
            self.state = character
        elif (character in self.wordchars or character in self.quotes
              or self.whitespace_split and character not in self._punctuation_chars):
            self.token += character
        else:
            if self._punctuation_chars:
                self._pushback_chars.append(character)
            else:
                self.pushback.appendleft(character)
            self.state = " "
            return self._ends_word()
        return False

    def __iter__(self):
        return self

    def __next__(self):
        token = self.get_token()
        if token == self.eof:
            raise StopIteration
        return token


def split(s, comments=False, posix=True):
    if s is None:
        import warnings
        warnings.warn("Passing None for 's' to shlex.split() is deprecated.",
                      DeprecationWarning, stacklevel=2)
    words = shlex(s, posix=posix)
    words.whitespace_split = True
    if not comments:
        words.commenters = ""
    return list(words)


def quote(s):
    if not s:
        return "''"
    if all([character in _SAFE for character in s]):
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return " ".join([quote(word) for word in split_command])
