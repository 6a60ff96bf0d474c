# tests/conformance/processes/pipe_large_messages.py: a message larger than the pipe waits for its reader.
from multiprocessing import Pipe, Process


def child(writer):
    writer.send("x" * 300000)
    writer.send_bytes(bytes(100000))
    print("sent")


if __name__ == "__main__":
    reader, writer = Pipe(duplex=False)
    process = Process(target=child, args=(writer,))
    process.start()
    process.join(0.3)
    print(process.is_alive())
    print(len(reader.recv()), len(reader.recv_bytes()))
    process.join()
