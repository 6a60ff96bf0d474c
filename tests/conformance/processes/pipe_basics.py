# tests/conformance/processes/pipe_basics.py: objects and bytes through a pipe, both ways and one way.
from multiprocessing import Pipe, Process


def child(connection):
    connection.send(["hello", {"a": 1}])
    print(connection.recv())
    connection.send_bytes(b"0123456789", 2, 4)
    connection.close()


if __name__ == "__main__":
    ours, theirs = Pipe()
    process = Process(target=child, args=(theirs,))
    process.start()
    theirs.close()
    print(ours.recv())
    ours.send("reply")
    print(ours.recv_bytes())
    process.join()
    try:
        ours.recv()
    except EOFError as error:
        print(repr(error))
    try:
        ours.send(1)
    except BrokenPipeError as error:
        print(error)
    reader, writer = Pipe(duplex=False)
    print(reader.readable, reader.writable, writer.readable, writer.writable)
    print(reader.poll(), reader.poll(0.01))
    writer.send(1)
    print(reader.poll(), reader.recv())
    buffer = bytearray(8)
    writer.send_bytes(b"abc")
    print(reader.recv_bytes_into(buffer, 2), buffer)
