# tests/conformance/system/names_without_files.py: what modules of files and the network know without either.
import colorsys
import glob
import http
import locale
import operator
import shutil
import socket
import stat
import subprocess
import zlib

print(colorsys.rgb_to_hsv(.2, .4, .6), colorsys.hls_to_rgb(.3, .4, .5), colorsys.yiq_to_rgb(.5, .3, -.9))
print(glob.escape("a*[b"), shutil.get_terminal_size((100, 50)).columns, locale.atof("1.5"))
print(zlib.crc32(b"hello"), zlib.adler32(b"hello" * 5000), zlib.crc32(b"b", zlib.crc32(b"a")))
print(stat.filemode(0o100644), stat.filemode(0o41777), stat.S_ISDIR(0o40755))
print(subprocess.CalledProcessError(1, ["a"]), subprocess.CalledProcessError(-9, "a"))
print(subprocess.CompletedProcess(["x"], 0, "o"), subprocess.TimeoutExpired("a", 3))
print(repr(socket.AF_INET), repr(socket.SOCK_STREAM), socket.inet_aton("127.0.0.1"), socket.htons(80))
print(socket.timeout, issubclass(socket.gaierror, OSError), socket.inet_pton(socket.AF_INET6, "::1"))
print(repr(http.HTTPStatus.NOT_FOUND), http.HTTPStatus(418).phrase, list(http.HTTPMethod))
print("é".encode("utf-8-sig"), b"\xef\xbb\xbfa".decode("utf_8_sig"), operator.index(True))
try:
    http.HTTPStatus(999)
except ValueError as error:
    print(error)
