# tempfile: what is kept in memory; files and folders are not there.
from _no_files import missing

__all__ = ["NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory",
           "mkstemp", "mkdtemp", "mktemp", "TMP_MAX", "gettempprefix", "tempdir", "gettempdir",
           "gettempprefixb", "gettempdirb"]

TMP_MAX, template, tempdir = 10000, "tmp", None

def gettempdir():
    return tempdir or "/tmp"

def gettempdirb():
    return gettempdir().encode()

def gettempprefix():
    return template

def gettempprefixb():
    return template.encode()

globals().update(missing("tempfile", "NamedTemporaryFile TemporaryFile SpooledTemporaryFile "
                         "TemporaryDirectory mkstemp mkdtemp mktemp"))
