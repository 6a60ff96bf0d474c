# socket: constants, errors and forms of addresses; the machine has no network.
import enum
import os

from _no_files import missing

error, timeout = OSError, TimeoutError


class herror(OSError):
    pass


class gaierror(OSError):
    pass


AddressFamily = enum.IntEnum("AddressFamily", {
    "AF_UNSPEC": 0, "AF_UNIX": 1, "AF_INET": 2, "AF_IPX": 4, "AF_APPLETALK": 5, "AF_INET6": 10,
    "AF_NETLINK": 16, "AF_PACKET": 17, "AF_BLUETOOTH": 31})
SocketKind = enum.IntEnum("SocketKind", {
    "SOCK_STREAM": 1, "SOCK_DGRAM": 2, "SOCK_RAW": 3, "SOCK_RDM": 4, "SOCK_SEQPACKET": 5,
    "SOCK_NONBLOCK": 2048, "SOCK_CLOEXEC": 524288})
MsgFlag = enum.IntFlag("MsgFlag", {
    "MSG_OOB": 1, "MSG_PEEK": 2, "MSG_DONTROUTE": 4, "MSG_CTRUNC": 8, "MSG_TRUNC": 32,
    "MSG_DONTWAIT": 64, "MSG_EOR": 128, "MSG_WAITALL": 256, "MSG_NOSIGNAL": 16384})
AddressInfo = enum.IntFlag("AddressInfo", {
    "AI_PASSIVE": 1, "AI_CANONNAME": 2, "AI_NUMERICHOST": 4, "AI_V4MAPPED": 8, "AI_ALL": 16,
    "AI_ADDRCONFIG": 32, "AI_NUMERICSERV": 1024})
for _kind in (AddressFamily, SocketKind, MsgFlag, AddressInfo):
    _kind.__module__ = __name__
    globals().update(_kind.__members__)

SOL_SOCKET, SOL_IP, SOL_TCP, SOL_UDP, SOMAXCONN = 1, 0, 6, 17, 4096
SO_DEBUG, SO_REUSEADDR, SO_TYPE, SO_ERROR, SO_DONTROUTE, SO_BROADCAST = 1, 2, 3, 4, 5, 6
SO_SNDBUF, SO_RCVBUF, SO_KEEPALIVE, SO_OOBINLINE, SO_LINGER, SO_REUSEPORT = 7, 8, 9, 10, 13, 15
SO_RCVLOWAT, SO_SNDLOWAT, SO_RCVTIMEO, SO_SNDTIMEO, SO_ACCEPTCONN = 18, 19, 20, 21, 30
IPPROTO_IP, IPPROTO_ICMP, IPPROTO_TCP, IPPROTO_UDP, IPPROTO_IPV6, IPPROTO_RAW = 0, 1, 6, 17, 41, 255
TCP_NODELAY, TCP_MAXSEG, TCP_KEEPIDLE, TCP_KEEPINTVL, TCP_KEEPCNT = 1, 2, 4, 5, 6
IP_TOS, IP_TTL, IP_MULTICAST_IF, IP_MULTICAST_TTL, IP_MULTICAST_LOOP = 1, 2, 32, 33, 34
IP_ADD_MEMBERSHIP, IP_DROP_MEMBERSHIP, IPV6_V6ONLY = 35, 36, 26
INADDR_ANY, INADDR_LOOPBACK, INADDR_BROADCAST, INADDR_NONE = 0, 0x7f000001, 0xffffffff, 0xffffffff
SHUT_RD, SHUT_WR, SHUT_RDWR = 0, 1, 2
EAI_AGAIN, EAI_FAIL, EAI_FAMILY, EAI_NONAME, EAI_SERVICE, EAI_SOCKTYPE = -3, -4, -6, -2, -8, -7
NI_NUMERICHOST, NI_NUMERICSERV, NI_NAMEREQD, NI_DGRAM = 1, 2, 8, 16
has_ipv6 = has_dualstack_ipv6 = True
EBADF, EAGAIN, EWOULDBLOCK = 9, 11, 11

_default_timeout = None


def getdefaulttimeout():
    return _default_timeout


def setdefaulttimeout(timeout, /):
    global _default_timeout
    if timeout is not None:
        timeout = float(timeout)
        if timeout < 0:
            raise ValueError("Timeout value out of range")
    _default_timeout = timeout


def gethostname():
    return os.uname().nodename


def getfqdn(name=""):
    name = name.strip()
    return gethostname() if not name or name == "0.0.0.0" else name


def _swapped(number, bits, name):
    if not isinstance(number, int):
        raise TypeError(f"'{type(number).__name__}' object cannot be interpreted as an integer")
    if number < 0:
        raise OverflowError(f"{name}: can't convert negative Python int to C "
                            f"{bits}-bit unsigned integer" if bits == 16 else
                            "can't convert negative value to unsigned int")
    if number >> bits:
        raise OverflowError(f"{name}: Python int too large to convert to C {bits}-bit unsigned "
                            "integer" if bits == 16 else "int larger than 32 bits")
    return int.from_bytes(number.to_bytes(bits // 8, "little"), "big")


def htons(x, /):
    return _swapped(x, 16, "htons")


def ntohs(x, /):
    return _swapped(x, 16, "ntohs")


def htonl(x, /):
    return _swapped(x, 32, "htonl")


def ntohl(x, /):
    return _swapped(x, 32, "ntohl")


def inet_aton(ip_addr, /):
    # One to four numbers; the last one fills what is left.
    parts = ip_addr.split(".")
    try:
        numbers = [int(part, 16 if part[:2] in ("0x", "0X") else 8 if part[:1] == "0" and
                       len(part) > 1 else 10) for part in parts]
    except ValueError:
        numbers = []
    if not 1 <= len(numbers) <= 4 or any(not 0 <= each < 256 for each in numbers[:-1]) or \
            not 0 <= numbers[-1] < 256 ** (5 - len(numbers)):
        raise OSError("illegal IP address string passed to inet_aton")
    return bytes(numbers[:-1]) + numbers[-1].to_bytes(5 - len(numbers), "big")


def inet_ntoa(packed_ip, /):
    if len(packed_ip) != 4:
        raise OSError("packed IP wrong length")
    return ".".join(map(str, packed_ip))


def inet_pton(address_family, ip_string, /):
    import ipaddress
    kinds = {2: ipaddress.IPv4Address, 10: ipaddress.IPv6Address}
    if address_family not in kinds:
        raise OSError(97, os.strerror(97))
    try:
        return kinds[address_family](ip_string).packed
    except ValueError:
        raise OSError("illegal IP address string passed to inet_pton") from None


def inet_ntop(address_family, packed_ip, /):
    import ipaddress
    sizes = {2: 4, 10: 16}
    if address_family not in sizes:
        raise ValueError(f"unknown address family {address_family}")
    if len(packed_ip) != sizes[address_family]:
        raise ValueError("invalid length of packed IP address string")
    return str(ipaddress.ip_address(bytes(packed_ip)))


class socket:
    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        raise NotImplementedError("socket.socket: this machine has no network")


SocketType = socket
globals().update(missing("socket", "create_connection create_server socketpair fromfd getaddrinfo "
                         "gethostbyname gethostbyname_ex gethostbyaddr getnameinfo getservbyname "
                         "getservbyport getprotobyname if_nameindex if_nametoindex sethostname",
                         "network"))
del _kind
