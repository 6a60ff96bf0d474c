# tests/conformance/asyncio/streams_in_memory.py: a stream reader gives what it is fed.
import asyncio
from asyncio import IncompleteReadError, LimitOverrunError, StreamReader


async def attempt(what):
    try:
        print(await what)
    except Exception as error:
        print(type(error).__name__, error, getattr(error, "partial", None))


class Wire(asyncio.Transport):
    def __init__(self, reader):
        super().__init__({"peername": ("memory", 1)})
        self.reader, self.closing = reader, False

    def write(self, data):
        self.reader.feed_data(data)

    def is_closing(self):
        return self.closing

    def close(self):
        self.closing = True
        self.reader.feed_eof()


class Flow(asyncio.Protocol):
    async def _drain_helper(self):
        pass


async def main():
    reader = StreamReader(limit=16)
    loop = asyncio.get_running_loop()
    loop.call_later(0.01, reader.feed_data, b"one\ntwo\nthr")
    loop.call_later(0.02, reader.feed_data, b"ee\n0123456789")
    loop.call_later(0.03, reader.feed_eof)
    print(await reader.readline(), await reader.readuntil(b"o"), await reader.readexactly(2), reader)
    async for line in reader:
        print(line, reader.at_eof())
    reader = StreamReader(limit=4)
    reader.feed_data(b"abcdefgh\nxy")
    await attempt(reader.readuntil())
    await attempt(reader.readline())
    reader.feed_eof()
    print(reader)
    await attempt(reader.readexactly(5))
    await attempt(reader.read())
    await attempt(reader.readexactly(-1))
    reader = StreamReader()
    waiting = asyncio.create_task(reader.read(5))
    await asyncio.sleep(0)
    await attempt(reader.readline())
    reader.set_exception(ConnectionResetError("gone"))
    await attempt(waiting)
    reader = StreamReader()
    writer = asyncio.StreamWriter(Wire(reader), Flow(), None, loop)
    writer.write(b"GET / HTTP/1.1\r\n")
    writer.writelines([b"Host: x\r\n", b"\r\n"])
    await writer.drain()
    print(writer.get_extra_info("peername"), await reader.readuntil(b"\r\n\r\n"), writer.is_closing())
    writer.close()
    print(await reader.read(), reader.at_eof(), writer.is_closing())


asyncio.run(main())
for attribute in ("sleepp", "StreamReder"):
    try:
        getattr(asyncio, attribute)
    except AttributeError as error:
        print(error, error.name, error.obj is asyncio)
asyncio.gahter
