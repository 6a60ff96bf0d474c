# multiprocessing.spawn: the beginning of a process that is started afresh. It runs the main script
# again, as module __mp_main__, and then what it was sent.
import _meada
import os
import sys

from . import process, util

__all__ = ["freeze_support", "set_executable", "get_executable", "get_preparation_data"]

_python_exe = sys.executable


def set_executable(exe):
    global _python_exe
    _python_exe = exe


def get_executable():
    return _python_exe


def freeze_support():
    pass


def is_forking(argv):
    return False


def _check_not_importing_main():
    if getattr(process.current_process(), "_inheriting", False):
        raise RuntimeError("""
        An attempt has been made to start a new process before the
        current process has finished its bootstrapping phase.

        This probably means that you are not using fork to start your
        child processes and you have forgotten to use the proper idiom
        in the main module:

            if __name__ == '__main__':
                freeze_support()
                ...

        The "freeze_support()" line can be omitted if the program
        is not going to be frozen to produce an executable.""")


def get_preparation_data(name):
    from . import context
    _check_not_importing_main()
    main = sys.modules["__main__"]
    library = _meada.root("library")
    return {"name": name, "authkey": process.current_process().authkey,
            "sys_path": sys.path.copy(), "sys_argv": sys.argv,
            "start_method": context._default_context.get_start_method(),
            "main": getattr(main, "__file__", None), "directory": os.getcwd(),
            "environ": dict(os.environ),
            "sources": {file: text for file, text in library.items()
                        if isinstance(text, str) and not file.startswith("<library")
                        or file == "<modules>"}}


def prepare(data):
    from . import context
    current = process.current_process()
    current.name = data["name"]
    current.authkey = data["authkey"]
    _meada.root("library").update(data["sources"])
    sys.path = data["sys_path"]
    sys.argv = data["sys_argv"]
    _meada.state()["directory"] = data["directory"]
    os.environ._values.update(data["environ"])
    context._force_start_method(data["start_method"])
    if data["main"] is not None:
        _run_main(data["main"])


def _run_main(file):
    modules = sys.modules
    prelude = _meada.root("prelude")
    module = _meada.root("module")("__mp_main__")
    namespace = module.__dict__
    namespace["__file__"] = file
    namespace["__package__"] = ""
    namespace["__spec__"] = namespace["__loader__"] = namespace["__cached__"] = None
    namespace["__builtins__"] = _meada.root("builtins")
    modules["__main__"] = modules["__mp_main__"] = module
    source = _meada.root("library")[file]
    _meada.event_source_read(len(source.encode()))
    code = prelude["_compile_source"](source, file, "exec")
    _meada.event_source_compiled(_meada.instruction_count(code))
    _meada.event_interpreter_started(_meada.thread_self())
    _meada.run_code(code, namespace, namespace, ())


def _spawned(data, pickled):
    # In two pickles: the second names what the script defines.
    import pickle
    current = process.current_process()
    current._inheriting = True
    try:
        prepare(pickle.loads(data))
        started = pickle.loads(pickled)
    except BaseException as error:
        status = _meada.root("library_modules")["_process"]._report(error)
        util._flush_std_streams()
    else:
        del current._inheriting
        status = started._bootstrap()
    _meada.ends(True)
    _meada.process_end(os.getpid(), status)
