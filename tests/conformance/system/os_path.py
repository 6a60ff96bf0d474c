# tests/conformance/system/os_path.py: paths as text.
import os
import os.path

join, split = os.path.join, os.path.split
print(join("a", "b", "/c"), join("a/", "b"), join("", "b"), split("/a/b"), split("/"))
for path in ("x.tar.gz", ".hidden", "/a.b/c", "..", "a/.b.c"):
    print(os.path.splitext(path), os.path.basename(path), os.path.dirname(path))
for path in ("", "/a/../b//c/.", "../../a", "//a", "///a", "a/b/../.."):
    print(repr(os.path.normpath(path)), os.path.isabs(path))
print(os.path.relpath("/a/b", "/a/c/d"), os.path.commonpath(["/a/b", "/a/c"]),
      os.path.commonprefix(["abc", "abd"]), os.path.exists("/no/such/file"))
print(os.sep, repr(os.linesep), os.name, os.pardir, os.fspath("x"), os.fsencode("é"))
for action in (lambda: os.fspath(3), lambda: join("a", b"b"), lambda: os.path.relpath(""),
               lambda: os.path.commonpath([]), lambda: os.environ["NO_SUCH_NAME"],
               lambda: os.environ.__setitem__("A", 3), lambda: open("/no/such/file")):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
os.environ["A"] = "b"
print(os.getenv("A"), os.environ.get("NO_SUCH_NAME", "d"), os.path.expandvars("$A/${A}x$"),
      "A" in os.environ, os.environ.pop("A"))


class Path(os.PathLike):
    def __fspath__(self):
        return "p/q"


print(join(Path(), "r"), isinstance(Path(), os.PathLike), issubclass(str, os.PathLike))
