"""Drops a file into the window on $DISPLAY, as a file manager does: drop.py FILE
or the text in it, as a browser does with what is selected: drop.py --text FILE

Speaks the source's side of the X11 protocol for drag and drop (XDND, version 5) with libX11 alone;
the window's side is SDL's. Fails if no window takes drops within 20 s or the drop is not finished.
"""
import ctypes as c
import pathlib
import sys
import time

x11 = c.CDLL("libX11.so.6")
Window = Atom = Time = c.c_ulong


class ClientMessage(c.Structure):
    _fields_ = [("type", c.c_int), ("serial", c.c_ulong), ("send_event", c.c_int),
                ("display", c.c_void_p), ("window", Window), ("message_type", Atom),
                ("format", c.c_int), ("data", c.c_long * 5)]


class SelectionRequest(c.Structure):
    _fields_ = [("type", c.c_int), ("serial", c.c_ulong), ("send_event", c.c_int),
                ("display", c.c_void_p), ("owner", Window), ("requestor", Window),
                ("selection", Atom), ("target", Atom), ("property", Atom), ("time", Time)]


class SelectionNotify(c.Structure):
    _fields_ = [("type", c.c_int), ("serial", c.c_ulong), ("send_event", c.c_int),
                ("display", c.c_void_p), ("requestor", Window), ("selection", Atom),
                ("target", Atom), ("property", Atom), ("time", Time)]


class Event(c.Union):
    _fields_ = [("type", c.c_int), ("message", ClientMessage), ("request", SelectionRequest),
                ("notify", SelectionNotify), ("room", c.c_long * 24)]


selection_request, selection_notify, client_message = 30, 31, 33  # X.h

x11.XOpenDisplay.restype = c.c_void_p
x11.XDefaultRootWindow.restype = Window
x11.XInternAtom.restype = Atom
x11.XCreateSimpleWindow.restype = Window
display = c.c_void_p(x11.XOpenDisplay(None))
if not display:
    sys.exit("no display")
root = Window(x11.XDefaultRootWindow(display))


def atom(name):
    return Atom(x11.XInternAtom(display, name.encode(), 0))


def windows_under(window):
    """All windows below this one."""
    kids, count = c.POINTER(Window)(), c.c_uint()
    ignored = [Window(), Window()]
    if not x11.XQueryTree(display, window, c.byref(ignored[0]), c.byref(ignored[1]),
                          c.byref(kids), c.byref(count)):
        return
    for i in range(count.value):
        yield Window(kids[i])
        yield from windows_under(Window(kids[i]))


def takes_drops(window):
    kind, form, items, rest = Atom(), c.c_int(), c.c_ulong(), c.c_ulong()
    data = c.c_void_p()
    x11.XGetWindowProperty(display, window, atom("XdndAware"), c.c_long(0), c.c_long(1), 0,
                           Atom(0), c.byref(kind), c.byref(form), c.byref(items), c.byref(rest),
                           c.byref(data))
    return kind.value != 0


def find_target():
    for _ in range(200):
        for window in windows_under(root):
            if takes_drops(window):
                return window
        time.sleep(0.1)
    sys.exit("no window takes drops")


source = Window(x11.XCreateSimpleWindow(display, root, 0, 0, 1, 1, 0, c.c_ulong(0), c.c_ulong(0)))
target = find_target()
time.sleep(1)  # it draws its first frames
path = pathlib.Path(sys.argv[-1]).resolve()
as_text = sys.argv[1] == "--text"
kind = atom("text/plain" if as_text else "text/uri-list")
dropped = path.read_bytes().strip() if as_text else path.as_uri().encode() + b"\r\n"


def send(name, *data):
    event = Event()
    event.message.type = client_message
    event.message.window = target.value
    event.message.message_type = atom(name).value
    event.message.format = 32
    for i, value in enumerate((source.value, *data)):
        event.message.data[i] = value
    x11.XSendEvent(display, target, 0, c.c_long(0), c.byref(event))
    x11.XFlush(display)


def answer(request):
    """Gives what is dropped to the window that asks for it."""
    x11.XChangeProperty(display, Window(request.requestor), Atom(request.property),
                        Atom(request.target), 8, 0, dropped, len(dropped))
    event = Event()
    event.notify.type = selection_notify
    event.notify.requestor = request.requestor
    event.notify.selection = request.selection
    event.notify.target = request.target
    event.notify.property = request.property
    event.notify.time = request.time
    x11.XSendEvent(display, Window(request.requestor), 0, c.c_long(0), c.byref(event))
    x11.XFlush(display)


def wait_for(name):
    """Answers requests until the target sends this message; its data."""
    event, wanted = Event(), atom(name).value
    for _ in range(500):
        while x11.XPending(display):
            x11.XNextEvent(display, c.byref(event))
            if event.type == selection_request:
                answer(event.request)
            elif event.type == client_message and event.message.message_type == wanted:
                return list(event.message.data)
        time.sleep(0.02)
    sys.exit(f"the window does not answer with {name}")


now = 0  # CurrentTime
x11.XSetSelectionOwner(display, atom("XdndSelection"), source, Time(now))
send("XdndEnter", 5 << 24, kind.value, 0, 0)
send("XdndPosition", 0, 300 << 16 | 300, now, atom("XdndActionCopy").value)
if not wait_for("XdndStatus")[1] & 1:
    sys.exit("the window does not take it")
send("XdndDrop", 0, now, 0, 0)
wait_for("XdndFinished")
