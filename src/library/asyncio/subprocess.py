# asyncio.subprocess: its constants; the machine has no programs to start.
from _no_files import missing

__all__ = ("create_subprocess_exec", "create_subprocess_shell")

PIPE, STDOUT, DEVNULL = -1, -2, -3

globals().update(missing("asyncio", "create_subprocess_exec create_subprocess_shell",
                         "other programs"))
