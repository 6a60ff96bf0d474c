# platform: what the machine says it is: CPython 3.11 on a Linux of its own.
import sys
from collections import namedtuple

uname_result = namedtuple("uname_result", "system node release version machine processor")
_uname = uname_result("Linux", "meada", "6.1.0", "#1 SMP", "x86_64", "")


def uname():
    return _uname


def system():
    return "Linux"


def node():
    return _uname.node


def release():
    return _uname.release


def version():
    return _uname.version


def machine():
    return _uname.machine


def processor():
    return _uname.processor


def architecture(executable=sys.executable, bits="", linkage=""):
    return ("64bit", "ELF")


def platform(aliased=False, terse=False):
    return "Linux-6.1.0-x86_64" + ("" if terse else "-with-glibc2.36")


def libc_ver(executable=None, lib="", version="", chunksize=16384):
    return ("glibc", "2.36")


def mac_ver(release="", versioninfo=("", "", ""), machine=""):
    return release, versioninfo, machine


def win32_ver(release="", version="", csd="", ptype=""):
    return release, version, csd, ptype


def python_implementation():
    return "CPython"


def python_version():
    return "3.11.7"


def python_version_tuple():
    return ("3", "11", "7")


def python_branch():
    return ""


python_revision = python_branch


def python_build():
    return ("main", "Dec  4 2023 00:00:00")


def python_compiler():
    return "Clang"
