"""Runs a script under CPython and under Meada and says where the two differ.

The judge is the `python3` on the PATH with PYTHONHASHSEED=0 and no other PYTHON* variable: other
seeds order sets differently, an unbuffered python3 tears lines. Used by conformance/run,
bad_input/run and fuzz/run.
"""
import difflib
import hashlib
import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
CACHE = os.path.join(os.path.expanduser("~"), ".cache", "meada", "oracle")
OUTPUT_SIZE_BYTES_MAX = 16 << 20
PLACE = b"{FILE}"  # stands for the script's path in the cache, which other checkouts share
BESIDE = b"{BESIDE}/"  # and for its folder, where modules may lie


@dataclass
class Outcome:
    out: bytes
    err: bytes
    status: object  # exit status, or "timeout", "flood", "not found"
    seconds: float = 0.0
    peak_kb: int = 0


def environment():
    env = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    env.update(LANG="C.UTF-8", LC_ALL="C.UTF-8", TZ="UTC")
    return env


def run_program(argv, timeout_s, env=None):
    """Runs argv in the checkout's root with an empty standard input, bounded in time and output."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.monotonic()
        try:
            child = subprocess.Popen(argv, cwd=ROOT, env=env or environment(), stdin=subprocess.DEVNULL,
                                     stdout=out, stderr=err, start_new_session=True)
        except OSError as error:
            return Outcome(b"", str(error).encode(), "not found")
        status, usage = None, None
        while status is None:
            pid, code, usage = os.wait4(child.pid, os.WNOHANG)
            if pid:
                status = os.waitstatus_to_exitcode(code)
                child.returncode = status
            elif time.monotonic() - start > timeout_s:
                status = "timeout"
            elif os.fstat(out.fileno()).st_size + os.fstat(err.fileno()).st_size > OUTPUT_SIZE_BYTES_MAX:
                status = "flood"
            else:
                time.sleep(0.002 if time.monotonic() - start < 0.2 else 0.02)
        seconds = time.monotonic() - start
        if not isinstance(status, int):
            os.killpg(child.pid, signal.SIGKILL)
            _, _, usage = os.wait4(child.pid, 0)
            child.returncode = -signal.SIGKILL
        out.seek(0)
        err.seek(0)
        return Outcome(out.read(OUTPUT_SIZE_BYTES_MAX), err.read(OUTPUT_SIZE_BYTES_MAX), status, seconds,
                       usage.ru_maxrss)


def argv_of(command, path):
    """The command's words with {} replaced by path (appended where there is no {})."""
    words = shlex.split(command)
    if not any("{}" in word for word in words):
        words.append("{}")
    return [word.replace("{}", path) for word in words]


def python():
    found = shutil.which("python3")
    version = subprocess.run([found, "-VV"], capture_output=True, text=True).stdout.strip()
    return found, version


LIBRARY_FRAME = re.compile(rb'^([\s|]*)File "([^"]*)", line \d+, in ')
ADDRESS = re.compile(rb"\b0x[0-9a-fA-F]+")


def normal(text, path, fold_library=False):
    """The text with what cannot agree made equal: the script's path and object addresses; in
    standard error also frames of the library, whose source is not CPython's, are left out."""
    folder = os.path.dirname(path).encode() + b"/"
    text = text.replace(path.encode(), PLACE).replace(folder, BESIDE)
    text = ADDRESS.sub(b"0x...", text)
    if not fold_library:
        return text
    kept, indent = [], None
    for line in text.split(b"\n"):
        if indent is not None and line.startswith(indent + b"  "):
            continue  # the source line or the marker of a frame that is left out
        indent = None
        frame = LIBRARY_FRAME.match(line)
        if frame and frame.group(2) != PLACE and not frame.group(2).startswith(BESIDE):
            indent = frame.group(1)
            continue
        kept.append(line)
    return b"\n".join(kept)


def normal_outcome(outcome, path):
    return Outcome(normal(outcome.out, path), normal(outcome.err, path, fold_library=True), outcome.status)


def ask_python(path, timeout_s):
    env = environment()
    env["PYTHONHASHSEED"] = "0"
    return normal_outcome(run_program([python_path, path], timeout_s, env), path)


python_path, python_version = python()


def may_import(path):
    """The other files of the folder `imports`, whose scripts are not alone."""
    folder = os.path.join(ROOT, "tests", "conformance", "imports")
    if os.path.commonpath([folder, os.path.abspath(path)]) != folder:
        return []
    return sorted(os.path.join(at, file) for at, _, files in os.walk(folder)
                  for file in files if file.endswith(".py"))


def oracle(path, timeout_s=30, cache=CACHE):
    """What CPython does with the script (normal form), from the cache if it was asked before.
    Raises ValueError if it does not do the same twice: such a script judges nothing."""
    digest = hashlib.sha256(python_version.encode() + b" normal form 2")
    for each in [path, *may_import(path)]:
        with open(each, "rb") as file:
            digest.update(b"\0" + file.read())
    digest = digest.hexdigest()
    kept = os.path.join(cache, digest[:2], digest + ".json")
    try:
        with open(kept, encoding="ascii") as file:
            answer = json.load(file)
        return Outcome(answer["out"].encode("latin-1"), answer["err"].encode("latin-1"), answer["status"])
    except (OSError, ValueError, KeyError):
        pass
    first, second = ask_python(path, timeout_s), ask_python(path, timeout_s)
    if (first.out, first.err, first.status) != (second.out, second.err, second.status):
        raise ValueError("python3 does not do the same twice")
    if not isinstance(first.status, int):
        raise ValueError(f"python3: {first.status}")
    os.makedirs(os.path.dirname(kept), exist_ok=True)
    partial = f"{kept}.{os.getpid()}.{time.monotonic_ns()}"
    with open(partial, "w", encoding="ascii") as file:
        json.dump({"out": first.out.decode("latin-1"), "err": first.err.decode("latin-1"),
                   "status": first.status}, file)
    os.replace(partial, kept)
    return first


def status_name(status):
    if isinstance(status, int) and status < 0:
        try:
            return f"died of {signal.Signals(-status).name}"
        except ValueError:
            return f"died of signal {-status}"
    return f"status {status}" if isinstance(status, int) else status


def first_difference(want, got):
    a, b = (t.decode("utf-8", "backslashreplace").split("\n") for t in (want, got))
    for number in range(max(len(a), len(b))):
        x = a[number] if number < len(a) else None
        y = b[number] if number < len(b) else None
        if x != y:
            show = lambda t: "the end" if t is None else repr(t if len(t) < 90 else t[:90] + "...")
            return f"line {number + 1}: expected {show(x)}, got {show(y)}"
    return "nothing"


def last_error(err):
    """The last line that names an exception, for the loose comparison of standard error."""
    lines = [line for line in err.split(b"\n") if line and not line.startswith(b" ")]
    return lines[-1] if lines else b""


def difference(want, got, stderr="exact"):
    """One line that says how two outcomes (normal form) differ; None if they do not."""
    if not isinstance(got.status, int) or got.status < 0:
        tail = got.err.strip().split(b"\n")[-1].decode("utf-8", "backslashreplace")
        return status_name(got.status) + (f": {tail[:120]}" if tail else "")
    if want.out != got.out:
        reason = "stdout " + first_difference(want.out, got.out)
        if want.status != got.status:
            tail = last_error(got.err).decode("utf-8", "backslashreplace")
            reason += f" (status {got.status}: {tail[:120]})"
        return reason
    if want.status != got.status:
        tail = last_error(got.err).decode("utf-8", "backslashreplace")
        return f"expected {status_name(want.status)}, got {status_name(got.status)}: {tail[:120]}"
    if stderr == "exact" and want.err != got.err:
        return "stderr " + first_difference(want.err, got.err)
    if stderr == "last" and last_error(want.err) != last_error(got.err):
        return "stderr " + first_difference(last_error(want.err), last_error(got.err))
    return None


def diff(want, got):
    """Both streams as a unified diff, for people."""
    lines = []
    for name, a, b in (("stdout", want.out, got.out), ("stderr", want.err, got.err)):
        texts = [t.decode("utf-8", "backslashreplace").split("\n") for t in (a, b)]
        lines += difflib.unified_diff(*texts, f"python3 {name}", f"command {name}", lineterm="")
    return "\n".join(lines)


def trace_argv(command, path, *more):
    """`... run FILE` as `... trace FILE --hash`."""
    words = argv_of(command, path)
    words = ["trace" if word == "run" else word for word in words]
    return words + ([] if "--hash" in words else ["--hash"]) + list(more)


TRACE_HASH = re.compile(rb"^[0-9a-f]{8,64}$")


def trace_hash(argv, timeout_s):
    """(hash, reason): the hash that the command printed last, or None and why there is none."""
    outcome = run_program(argv, timeout_s)
    lines = outcome.out.strip().split(b"\n")
    if isinstance(outcome.status, int) and outcome.status >= 0 and TRACE_HASH.match(lines[-1].strip()):
        return lines[-1].strip().decode(), None
    if outcome.status == 1 and b"SyntaxError" in outcome.err or b"IndentationError" in outcome.err \
            or b"TabError" in outcome.err:
        return "no run: " + last_error(outcome.err).decode("utf-8", "backslashreplace"), None
    tail = outcome.err.strip().split(b"\n")[-1].decode("utf-8", "backslashreplace")
    return None, f"no trace hash ({status_name(outcome.status)}) {tail[:120]}"
