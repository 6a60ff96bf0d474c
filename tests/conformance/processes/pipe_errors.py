# tests/conformance/processes/pipe_errors.py: what connections refuse.
from multiprocessing import BufferTooShort, Pipe

reader, writer = Pipe(duplex=False)
calls = [
    lambda: reader.send(1),
    lambda: writer.recv(),
    lambda: writer.poll(),
    lambda: writer.send_bytes(b"abc", -1),
    lambda: writer.send_bytes(b"abc", 4),
    lambda: writer.send_bytes(b"abc", 1, 5),
    lambda: reader.recv_bytes(-1),
    lambda: writer.send(lambda: 1),
]
for call in calls:
    try:
        call()
    except Exception as error:
        print(type(error).__name__, str(error).partition(" at 0x")[0])
writer.send_bytes(b"long message")
try:
    reader.recv_bytes_into(bytearray(3))
except BufferTooShort as error:
    print(error.args)
with writer:
    pass
for call in lambda: writer.send(1), lambda: writer.fileno():
    try:
        call()
    except OSError as error:
        print(error)
print(writer.closed, reader.closed)
