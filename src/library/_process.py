# How the process ends: what CPython does once the main thread's script is over.
import _meada
import sys


def at_end(held):
    # Called by the machine with a list of what the script raised, or None; gives the exit status.
    status = 0
    exception = held.pop()
    if exception is not None:
        status = _report(exception)
    threading = sys.modules.get("threading")
    if threading is None:
        threading = _meada.root("library_modules")["threading"]
    try:
        threading._shutdown()
    except BaseException as error:
        sys.excepthook(type(error), error, error.__traceback__)
    exception = None
    _meada.root("library_modules")["atexit"]._run_exitfuncs()
    _meada.ends(True)
    _finish()
    return status


def _report(exception):
    if isinstance(exception, SystemExit):
        code = exception.code
        if code is None:
            return 0
        if isinstance(code, int):
            return code & 0xff
        sys.stderr.write(f"{code}\n")
        return 1
    _meada.event_exception_uncaught(type(exception).__name__, _meada.repr_of(exception))
    try:
        sys.excepthook(type(exception), exception, exception.__traceback__)
    except BaseException as error:
        sys.stderr.write("Error in sys.excepthook:\n")
        sys.__excepthook__(type(error), error, error.__traceback__)
        sys.stderr.write("\nOriginal exception was:\n")
        sys.__excepthook__(type(exception), exception, exception.__traceback__)
    return 130 if isinstance(exception, KeyboardInterrupt) else 1


_pending_told_most = 1000


def _tell_pending_tasks():
    tasks = list(_meada.root("library_modules")["_asyncio"]._all_tasks.values())
    tasks = [task for task in tasks if task._log_destroy_pending]
    for task in tasks[:_pending_told_most]:
        context = {"task": task, "message": "Task was destroyed but it is pending!"}
        if task._source_traceback is not None:
            context["source_traceback"] = task._source_traceback
        task._loop.call_exception_handler(context)
    if len(tasks) > _pending_told_most:
        sys.stderr.write(f"... and {len(tasks) - _pending_told_most} more pending tasks\n")


def _finish():
    _tell_pending_tasks()
    _meada.finalize_unreached(None)
    main = _meada.root("main_module")
    while _meada.finalize_globals(main):
        pass
    _meada.finalize_unreached(main)


_meada.root("prelude")["_describe_library"]()
