# sysconfig: what a script may ask of the build. There is no build here, so only what is known.
import _meada
import sys

_known = {"prefix": sys.prefix, "exec_prefix": sys.exec_prefix, "py_version": "3.11.7",
          "py_version_short": "3.11", "py_version_nodot": "311", "abiflags": "",
          "EXE": "", "SOABI": "cpython-311-x86_64-linux-gnu",
          "EXT_SUFFIX": ".cpython-311-x86_64-linux-gnu.so"}


def get_config_var(name):
    if name == "Py_GIL_DISABLED":  # not there in 3.11; 1 in the free-threaded build (3.13)
        return None if _meada.has_gil() else 1
    if name not in _known:
        raise NotImplementedError(f"sysconfig.get_config_var({name!r}) is not known here")
    return _known[name]


def get_config_vars(*names):
    if not names:
        raise NotImplementedError("sysconfig.get_config_vars() without names is not known here")
    return [get_config_var(name) for name in names]


def get_platform():
    return "linux-x86_64"


def get_python_version():
    return "3.11"


def is_python_build(check_home=None):
    return False
