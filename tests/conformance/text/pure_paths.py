# tests/conformance/text/pure_paths.py: paths as objects that need no files.
import pathlib
import pickle
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

p = Path("/srv") / "data" / "table.tar.gz"
print(p, repr(p), p.name, p.stem, p.suffix, p.suffixes, p.parts, p.anchor)
print(p.parent, list(p.parents), p.with_name("x.txt"), p.with_suffix(".zip"), p.with_stem("y"))
print(p.relative_to("/srv"), p.is_relative_to("/etc"), p.match("*.gz"), p.as_uri(), p.is_absolute())
print(PurePath("a/./b//c/.."), PurePath(), PurePath("a", "/b", "c"), "z" / PurePath("y"))
w = PureWindowsPath("C:/Users", "ana", "notes.TXT")
print(w, repr(w), w.drive, w.root, w.as_posix(), w == PureWindowsPath("c:\\users\\ANA\\notes.txt"))
print(PureWindowsPath("//server/share/x").anchor, PureWindowsPath("c:x") / "/y", PureWindowsPath("nul").is_reserved())
print(sorted([PurePath("b"), PurePath("a/c"), PurePath("a")]), len({PurePath("a"), PurePath("a/")}))
print(pickle.loads(pickle.dumps(p)) == p, Path("no/such/file").exists(), type(Path(".")).__name__)
for attempt in (lambda: p.relative_to("/etc"), lambda: PurePath("/").with_name("x"),
                lambda: PurePath("a").with_suffix("b"), lambda: PurePath(3),
                lambda: PurePath("a") / 3, lambda: PurePath("a") < PureWindowsPath("b"),
                lambda: pathlib.WindowsPath("c:"), lambda: PurePath("a").as_uri(),
                lambda: p.parents[9], lambda: PurePath("a").match("")):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
