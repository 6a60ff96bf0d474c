# tests/conformance/system/files_that_are_not_there.py: what becomes of asking for a file that does not exist.
import os
import os.path
import pathlib
import shutil
import time

gone = "no-such-folder/no-such-file"
path = pathlib.Path(gone)
for attempt in (lambda: open(gone), lambda: os.stat(gone), lambda: os.remove(gone), lambda: os.listdir(gone),
                lambda: os.path.getsize(gone), lambda: os.chdir(gone),
                lambda: os.rmdir(gone), lambda: path.read_text(), lambda: path.read_bytes(), lambda: path.unlink(),
                lambda: path.unlink(missing_ok=True), lambda: list(path.iterdir()), lambda: path.stat(),
                lambda: shutil.copy(gone, "other"), lambda: shutil.rmtree(gone),
                lambda: shutil.rmtree(gone, ignore_errors=True), lambda: list(os.walk(gone)), lambda: os.access(gone, os.R_OK),
                lambda: path.open(), lambda: path.write_text(3), lambda: os.unlink(b"gone"), lambda: os.stat(path)):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error, repr(getattr(error, "filename", None)))
print(path.exists(), path.is_dir(), os.path.exists(gone), os.path.isfile(gone))
print(time.clock_gettime(time.CLOCK_MONOTONIC) > 0, time.clock_gettime_ns(time.CLOCK_REALTIME) > 0)
