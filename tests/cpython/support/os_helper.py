# There is no file system for a script here.
import unittest

TESTFN = "@test"
TESTFN_UNICODE = "@test-ação"
TESTFN_NONASCII = TESTFN_UNDECODABLE = TESTFN_UNENCODABLE = None
FS_NONASCII = ""


class FakePath:
    def __init__(self, path):
        self.path = path

    def __repr__(self):
        return f"<FakePath {self.path!r}>"

    def __fspath__(self):
        if isinstance(self.path, BaseException) or isinstance(self.path, type) and \
                issubclass(self.path, BaseException):
            raise self.path
        return self.path


def unlink(name):
    pass


rmtree = rmdir = unlink


def temp_dir(*_, **__):
    raise unittest.SkipTest("no files")


temp_cwd = change_cwd = create_empty_file = EnvironmentVarGuard = temp_dir


def skip_unless_symlink(test):
    return unittest.skip("no files")(test)
