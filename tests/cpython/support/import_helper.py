# Importing for tests: there is one implementation of each module here.
import contextlib
import sys
import unittest


def import_module(name, deprecated=False, *, required_on=()):
    try:
        __import__(name)
    except ImportError as error:
        raise unittest.SkipTest(str(error)) from None
    return sys.modules[name]


def import_fresh_module(name, fresh=(), blocked=(), *, deprecated=False):
    return import_module(name)  # the one in C and the one in Python are the same


@contextlib.contextmanager
def isolated_modules():
    yield


@contextlib.contextmanager
def ready_to_import(name=None, source=""):
    raise unittest.SkipTest("no files")
    yield


class CleanImport:
    def __init__(self, *names, usefrozen=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return None


class DirsOnSysPath(CleanImport):
    pass


def unload(name):
    sys.modules.pop(name, None)


def forget(name):
    unload(name)
