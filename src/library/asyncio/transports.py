# asyncio.transports: what transports have to offer, for those that a script makes itself.
__all__ = ("BaseTransport", "ReadTransport", "WriteTransport", "Transport", "DatagramTransport",
           "SubprocessTransport")


def _abstract(namespace, names):
    for name in names.split():
        def method(self, *args, **kwargs):
            raise NotImplementedError
        method.__name__ = name
        method.__qualname__ = f"{namespace['__qualname__']}.{name}"
        namespace[name] = method


class BaseTransport:
    __slots__ = ("_extra",)

    def __init__(self, extra=None):
        self._extra = {} if extra is None else extra

    def get_extra_info(self, name, default=None):
        return self._extra.get(name, default)

    _abstract(locals(), "is_closing close set_protocol get_protocol")


class ReadTransport(BaseTransport):
    __slots__ = ()
    _abstract(locals(), "is_reading pause_reading resume_reading")


class WriteTransport(BaseTransport):
    __slots__ = ()
    _abstract(locals(), "set_write_buffer_limits get_write_buffer_size get_write_buffer_limits "
              "write write_eof can_write_eof abort")

    def writelines(self, list_of_data):
        self.write(b"".join(list_of_data))


class Transport(ReadTransport, WriteTransport):
    __slots__ = ()


class DatagramTransport(BaseTransport):
    __slots__ = ()
    _abstract(locals(), "sendto abort")


class SubprocessTransport(BaseTransport):
    __slots__ = ()
    _abstract(locals(), "get_pid get_returncode get_pipe_transport send_signal terminate kill")
