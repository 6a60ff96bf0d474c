# tests/conformance/system/errno_and_strerror.py: error numbers, their names and words.
import errno
import os

print(errno.ENOENT, errno.EAGAIN, errno.EWOULDBLOCK, errno.errorcode[13], len(errno.errorcode))
print(os.strerror(2), os.strerror(errno.ECONNREFUSED), os.strerror(0), os.strerror(9999))
error = OSError(errno.ENOENT, os.strerror(errno.ENOENT), "file")
print(type(error).__name__, error, error.errno, error.filename)
