# ipaddress: addresses, networks and interfaces of IPv4 and IPv6.
import functools

IPV4LENGTH, IPV6LENGTH = 32, 128
_digits = frozenset("0123456789")
_hex_digits = frozenset("0123456789abcdefABCDEF")


class AddressValueError(ValueError):
    pass


class NetmaskValueError(ValueError):
    pass


def _first(classes, value, what):
    for each in classes:
        try:
            return each(value)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f"{value!r} does not appear to be an IPv4 or IPv6 {what}")


def ip_address(address):
    return _first((IPv4Address, IPv6Address), address, "address")


def ip_network(address, strict=True):
    return _first((lambda value: IPv4Network(value, strict),
                   lambda value: IPv6Network(value, strict)), address, "network")


def ip_interface(address):
    return _first((IPv4Interface, IPv6Interface), address, "interface")


def v4_int_to_packed(address):
    try:
        return address.to_bytes(4, "big")
    except OverflowError:
        raise ValueError("Address negative or too large for IPv4")


def v6_int_to_packed(address):
    try:
        return address.to_bytes(16, "big")
    except OverflowError:
        raise ValueError("Address negative or too large for IPv6")


def _split_mask(address):
    parts = str(address).split("/")
    if len(parts) > 2:
        raise AddressValueError(f"Only one '/' permitted in {address!r}")
    return parts


def _trailing_zeros(number, bits):
    return min(bits, (~number & (number - 1)).bit_length()) if number else bits


def _check_same_version(first, second):
    if first._version != second._version:
        raise TypeError(f"{first} and {second} are not of the same version")


def summarize_address_range(first, last):
    if not (isinstance(first, _BaseAddress) and isinstance(last, _BaseAddress)):
        raise TypeError("first and last must be IP addresses, not networks")
    _check_same_version(first, last)
    if first > last:
        raise ValueError("last IP address must be greater than first")
    network = IPv4Network if first._version == 4 else IPv6Network
    bits, low, high = first._max_prefixlen, first._ip, last._ip
    while low <= high:
        size = min(_trailing_zeros(low, bits), (high - low + 1).bit_length() - 1)
        yield network((low, bits - size))
        low += 1 << size
        if low - 1 == network._ALL_ONES:
            break


def collapse_addresses(addresses):
    singles, networks = [], []
    for address in addresses:
        single = (isinstance(address, _BaseAddress)
                  or address._prefixlen == address._max_prefixlen)
        kept = singles if single else networks
        if kept:
            _check_same_version(address, kept[-1])
        if single and isinstance(address, _BaseNetwork):
            address = address.network_address
        kept.append(address)
    runs = []
    for address in sorted(set(singles)):
        if runs and address._ip == runs[-1][1]._ip + 1:
            runs[-1][1] = address
        else:
            runs.append([address, address])
    whole = [network for run in runs for network in summarize_address_range(*run)]
    return _collapse(whole + networks)


def _collapse(networks):
    # Two halves make their whole, as long as there are any.
    waiting, halves = list(networks), {}
    while waiting:
        network = waiting.pop()
        whole = network.supernet()
        other = halves.get(whole)
        if other is None:
            halves[whole] = network
        elif other != network:
            del halves[whole]
            waiting.append(whole)
    last = None
    for network in sorted(halves.values()):
        if last is not None and last.broadcast_address >= network.broadcast_address:
            continue
        yield network
        last = network


def get_mixed_type_key(obj):
    if isinstance(obj, _BaseNetwork):
        return obj._get_networks_key()
    if isinstance(obj, _BaseAddress):
        return obj._get_address_key()
    return NotImplemented


class _IPAddressBase:
    __slots__ = ()

    @property
    def exploded(self):
        return self._explode()

    @property
    def compressed(self):
        return str(self)

    @property
    def reverse_pointer(self):
        return self._reverse_pointer()

    @property
    def version(self):
        return self._version

    @property
    def max_prefixlen(self):
        return self._max_prefixlen

    def _check_int_address(self, address):
        if address < 0:
            raise AddressValueError(f"{address} (< 0) is not permitted as an IPv{self._version} "
                                    "address")
        if address > self._ALL_ONES:
            raise AddressValueError(f"{address} (>= 2**{self._max_prefixlen}) is not permitted as "
                                    f"an IPv{self._version} address")

    def _check_packed_address(self, address, length):
        if len(address) != length:
            raise AddressValueError(f"{address!r} (len {len(address)} != {length}) is not "
                                    f"permitted as an IPv{self._version} address")

    @classmethod
    def _mask_of(cls, prefixlen):
        return cls._ALL_ONES ^ (cls._ALL_ONES >> prefixlen)

    @classmethod
    def _bad_mask(cls, mask):
        raise NetmaskValueError(f"{mask!r} is not a valid netmask") from None

    @classmethod
    def _prefix_of_text(cls, text):
        if not (text.isascii() and text.isdigit()):
            cls._bad_mask(text)
        prefixlen = int(text)
        if not 0 <= prefixlen <= cls._max_prefixlen:
            cls._bad_mask(text)
        return prefixlen

    @classmethod
    def _prefix_of_mask(cls, mask):
        zeros = _trailing_zeros(mask, cls._max_prefixlen)
        prefixlen = cls._max_prefixlen - zeros
        if mask >> zeros != (1 << prefixlen) - 1:
            packed = mask.to_bytes(cls._max_prefixlen // 8, "big")
            raise ValueError(f"Netmask pattern {packed!r} mixes zeroes & ones")
        return prefixlen

    @classmethod
    def _prefix_of_dotted(cls, text):
        # A netmask or, its inverse, a hostmask.
        try:
            mask = cls._ip_int_from_string(text)
        except AddressValueError:
            cls._bad_mask(text)
        try:
            return cls._prefix_of_mask(mask)
        except ValueError:
            pass
        try:
            return cls._prefix_of_mask(mask ^ cls._ALL_ONES)
        except ValueError:
            cls._bad_mask(text)

    @classmethod
    def _split_addr_prefix(cls, address):
        if isinstance(address, (bytes, int)):
            return address, cls._max_prefixlen
        if not isinstance(address, tuple):
            address = _split_mask(address)
        if len(address) > 1:
            return address
        return address[0], cls._max_prefixlen

    def __reduce__(self):
        return self.__class__, (str(self),)


@functools.total_ordering
class _BaseAddress(_IPAddressBase):
    __slots__ = ()

    def __int__(self):
        return self._ip

    def __eq__(self, other):
        try:
            return self._ip == other._ip and self._version == other._version
        except AttributeError:
            return NotImplemented

    def __lt__(self, other):
        if not isinstance(other, _BaseAddress):
            return NotImplemented
        _check_same_version(self, other)
        return self._ip < other._ip

    def __add__(self, other):
        return self.__class__(self._ip + other) if isinstance(other, int) else NotImplemented

    def __sub__(self, other):
        return self.__class__(self._ip - other) if isinstance(other, int) else NotImplemented

    def __repr__(self):
        return f"{self.__class__.__name__}({str(self)!r})"

    def __str__(self):
        return str(self._string_from_ip_int(self._ip))

    def __hash__(self):
        return hash(hex(self._ip))

    def _get_address_key(self):
        return self._version, self

    def __reduce__(self):
        return self.__class__, (self._ip,)

    def __format__(self, fmt):
        if not fmt or fmt[-1] == "s":
            return format(str(self), fmt)
        grouping = fmt[:-1]
        alternate = grouping[:1] == "#"
        rest = grouping[alternate:]
        if fmt[-1] not in "bnxX" or rest not in ("", "_"):
            return super().__format__(fmt)
        kind = fmt[-1]
        if kind == "n":
            kind = "b" if self._version == 4 else "x"
        width = self._max_prefixlen if kind == "b" else self._max_prefixlen // 4
        if rest:
            width += width // 4 - 1
        if alternate:
            width += 2
        return f"{self._ip:{'#' if alternate else ''}0{width}{rest}{kind}}"


@functools.total_ordering
class _BaseNetwork(_IPAddressBase):
    def __repr__(self):
        return f"{self.__class__.__name__}({str(self)!r})"

    def __str__(self):
        return f"{self.network_address}/{self._prefixlen}"

    def _take(self, address, strict):
        address, mask = self._split_addr_prefix(address)
        self.network_address = self._address_class(address)
        self.netmask, self._prefixlen = self._make_netmask(mask)
        packed = self.network_address._ip
        if packed & self.netmask._ip != packed:
            if strict:
                raise ValueError(f"{self} has host bits set")
            self.network_address = self._address_class(packed & self.netmask._ip)
        if self._prefixlen >= self._max_prefixlen - 1:
            self.hosts = self._few_hosts

    @classmethod
    def _make_netmask(cls, arg):
        if isinstance(arg, int):
            if not 0 <= arg <= cls._max_prefixlen:
                cls._bad_mask(arg)
            prefixlen = arg
        else:
            prefixlen = cls._prefix_of_any(arg)
        return cls._address_class(cls._mask_of(prefixlen)), prefixlen

    def hosts(self):
        network, broadcast = self.network_address._ip, self.broadcast_address._ip
        for address in range(network + 1, broadcast + (self._version == 6)):
            yield self._address_class(address)

    def _few_hosts(self):
        if self._prefixlen == self._max_prefixlen:
            return [self._address_class(self.network_address._ip)]
        return list(self)

    def __iter__(self):
        for address in range(self.network_address._ip, self.broadcast_address._ip + 1):
            yield self._address_class(address)

    def __getitem__(self, n):
        network, broadcast = self.network_address._ip, self.broadcast_address._ip
        address = (network if n >= 0 else broadcast + 1) + n
        if not network <= address <= broadcast:
            raise IndexError("address out of range")
        return self._address_class(address)

    def __lt__(self, other):
        if not isinstance(other, _BaseNetwork):
            return NotImplemented
        _check_same_version(self, other)
        return ((self.network_address, self.netmask)
                < (other.network_address, other.netmask))

    def __eq__(self, other):
        try:
            return (self._version == other._version
                    and self.network_address == other.network_address
                    and self.netmask._ip == other.netmask._ip)
        except AttributeError:
            return NotImplemented

    def __hash__(self):
        return hash(self.network_address._ip ^ self.netmask._ip)

    def __contains__(self, other):
        if self._version != other._version or isinstance(other, _BaseNetwork):
            return False
        return other._ip & self.netmask._ip == self.network_address._ip

    def overlaps(self, other):
        return (self.network_address in other or self.broadcast_address in other
                or other.network_address in self or other.broadcast_address in self)

    @functools.cached_property
    def broadcast_address(self):
        return self._address_class(self.network_address._ip | self.hostmask._ip)

    @functools.cached_property
    def hostmask(self):
        return self._address_class(self.netmask._ip ^ self._ALL_ONES)

    @property
    def with_prefixlen(self):
        return f"{self.network_address}/{self._prefixlen}"

    @property
    def with_netmask(self):
        return f"{self.network_address}/{self.netmask}"

    @property
    def with_hostmask(self):
        return f"{self.network_address}/{self.hostmask}"

    @property
    def num_addresses(self):
        return self.broadcast_address._ip - self.network_address._ip + 1

    @property
    def prefixlen(self):
        return self._prefixlen

    def address_exclude(self, other):
        _check_same_version(self, other)
        if not isinstance(other, _BaseNetwork):
            raise TypeError(f"{other} is not a network object")
        if not other.subnet_of(self):
            raise ValueError(f"{other} not contained in {self}")
        if other == self:
            return
        other = other.__class__(f"{other.network_address}/{other.prefixlen}")
        low, high = self.subnets()
        while low != other and high != other:
            if other.subnet_of(low):
                yield high
                low, high = low.subnets()
            else:
                yield low
                low, high = high.subnets()
        yield high if low == other else low

    def compare_networks(self, other):
        if self._version != other._version:
            raise TypeError(f"{self} and {other} are not of the same type")
        mine = self.network_address, self.netmask
        theirs = other.network_address, other.netmask
        return (mine > theirs) - (mine < theirs)

    def _get_networks_key(self):
        return self._version, self.network_address, self.netmask

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        if self._prefixlen == self._max_prefixlen:
            yield self
            return
        if new_prefix is not None:
            if new_prefix < self._prefixlen:
                raise ValueError("new prefix must be longer")
            if prefixlen_diff != 1:
                raise ValueError("cannot set prefixlen_diff and new_prefix")
            prefixlen_diff = new_prefix - self._prefixlen
        if prefixlen_diff < 0:
            raise ValueError("prefix length diff must be > 0")
        prefix = self._prefixlen + prefixlen_diff
        if prefix > self._max_prefixlen:
            raise ValueError(f"prefix length diff {prefix} is invalid for netblock {self}")
        step = self.hostmask._ip + 1 >> prefixlen_diff
        for start in range(self.network_address._ip, self.broadcast_address._ip + 1, step):
            yield self.__class__((start, prefix))

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        if self._prefixlen == 0:
            return self
        if new_prefix is not None:
            if new_prefix > self._prefixlen:
                raise ValueError("new prefix must be shorter")
            if prefixlen_diff != 1:
                raise ValueError("cannot set prefixlen_diff and new_prefix")
            prefixlen_diff = self._prefixlen - new_prefix
        prefix = self.prefixlen - prefixlen_diff
        if prefix < 0:
            raise ValueError(f"current prefixlen is {self.prefixlen}, cannot have a "
                             f"prefixlen_diff of {prefixlen_diff}")
        return self.__class__((self.network_address._ip
                               & self.netmask._ip << prefixlen_diff, prefix))

    @staticmethod
    def _is_subnet_of(a, b):
        try:
            if a._version != b._version:
                raise TypeError(f"{a} and {b} are not of the same version")
            return (b.network_address <= a.network_address
                    and b.broadcast_address >= a.broadcast_address)
        except AttributeError:
            raise TypeError(f"Unable to test subnet containment between {a} and {b}")

    def subnet_of(self, other):
        return self._is_subnet_of(self, other)

    def supernet_of(self, other):
        return self._is_subnet_of(other, self)

    def _both(self, name):
        return getattr(self.network_address, name) and getattr(self.broadcast_address, name)

    @property
    def is_private(self):
        return any(self.network_address in each and self.broadcast_address in each
                   for each in self._private_networks)

    is_multicast = property(lambda self: self._both("is_multicast"))
    is_reserved = property(lambda self: self._both("is_reserved"))
    is_link_local = property(lambda self: self._both("is_link_local"))
    is_unspecified = property(lambda self: self._both("is_unspecified"))
    is_loopback = property(lambda self: self._both("is_loopback"))
    is_global = property(lambda self: not self.is_private)


def _within(address, networks):
    return any(address in each for each in networks)


class _BaseV4:
    __slots__ = ()
    _version, _max_prefixlen, _ALL_ONES = 4, IPV4LENGTH, 2 ** IPV4LENGTH - 1

    def _explode(self):
        return str(self)

    @classmethod
    def _prefix_of_any(cls, arg):
        try:
            return cls._prefix_of_text(arg)
        except NetmaskValueError:
            return cls._prefix_of_dotted(arg)

    @classmethod
    def _ip_int_from_string(cls, ip_str):
        if not ip_str:
            raise AddressValueError("Address cannot be empty")
        octets = ip_str.split(".")
        if len(octets) != 4:
            raise AddressValueError(f"Expected 4 octets in {ip_str!r}")
        try:
            return int.from_bytes(map(cls._parse_octet, octets), "big")
        except ValueError as error:
            raise AddressValueError(f"{error} in {ip_str!r}") from None

    @staticmethod
    def _parse_octet(octet):
        if not octet:
            raise ValueError("Empty octet not permitted")
        if not (octet.isascii() and octet.isdigit()):
            raise ValueError(f"Only decimal digits permitted in {octet!r}")
        if len(octet) > 3:
            raise ValueError(f"At most 3 characters permitted in {octet!r}")
        if octet != "0" and octet[0] == "0":
            raise ValueError(f"Leading zeros are not permitted in {octet!r}")
        value = int(octet, 10)
        if value > 255:
            raise ValueError(f"Octet {value} (> 255) not permitted")
        return value

    @classmethod
    def _string_from_ip_int(cls, ip_int):
        return ".".join(map(str, ip_int.to_bytes(4, "big")))

    def _reverse_pointer(self):
        return ".".join(reversed(str(self).split("."))) + ".in-addr.arpa"


class IPv4Address(_BaseV4, _BaseAddress):
    __slots__ = "_ip", "__weakref__"

    def __init__(self, address):
        if isinstance(address, int):
            self._check_int_address(address)
            self._ip = address
        elif isinstance(address, bytes):
            self._check_packed_address(address, 4)
            self._ip = int.from_bytes(address, "big")
        else:
            text = str(address)
            if "/" in text:
                raise AddressValueError(f"Unexpected '/' in {address!r}")
            self._ip = self._ip_int_from_string(text)

    @property
    def packed(self):
        return v4_int_to_packed(self._ip)

    @property
    def is_reserved(self):
        return self in _v4_reserved

    @property
    def is_private(self):
        return _within(self, IPv4Network._private_networks)

    @property
    def is_global(self):
        return self not in _v4_shared and not self.is_private

    @property
    def is_multicast(self):
        return self in _v4_multicast

    @property
    def is_unspecified(self):
        return self._ip == 0

    @property
    def is_loopback(self):
        return self._ip >> 24 == 127

    @property
    def is_link_local(self):
        return self in _v4_link_local


class _BaseInterface:
    # An address that knows its network.
    __slots__ = ()

    def _take(self, address):
        address, mask = self._split_addr_prefix(address)
        self._address_class.__init__(self, address)
        self.network = self._network_class((address, mask), strict=False)
        self.netmask, self._prefixlen = self.network.netmask, self.network._prefixlen

    @functools.cached_property
    def hostmask(self):
        return self.network.hostmask

    def __str__(self):
        return f"{self._address_text()}/{self._prefixlen}"

    def __eq__(self, other):
        equal = self._address_class.__eq__(self, other)
        if not equal or equal is NotImplemented:
            return equal
        try:
            return self.network == other.network
        except AttributeError:
            return False

    def __lt__(self, other):
        less = self._address_class.__lt__(self, other)
        if less is NotImplemented:
            return less
        try:
            return self.network < other.network or self.network == other.network and less
        except AttributeError:
            return False

    def __hash__(self):
        return hash((self._ip, self._prefixlen, self.network.network_address._ip))

    __reduce__ = _IPAddressBase.__reduce__

    @property
    def ip(self):
        return self._address_class(self._ip)

    @property
    def with_prefixlen(self):
        return f"{self._address_text()}/{self._prefixlen}"

    @property
    def with_netmask(self):
        return f"{self._address_text()}/{self.netmask}"

    @property
    def with_hostmask(self):
        return f"{self._address_text()}/{self.hostmask}"


class IPv4Interface(_BaseInterface, IPv4Address):
    def __init__(self, address):
        self._take(address)

    def _address_text(self):
        return self._string_from_ip_int(self._ip)


class IPv4Network(_BaseV4, _BaseNetwork):
    _address_class = IPv4Address

    def __init__(self, address, strict=True):
        self._take(address, strict)

    @property
    def is_global(self):
        return (not (self.network_address in _v4_shared and self.broadcast_address in _v4_shared)
                and not self.is_private)


IPv4Interface._address_class, IPv4Interface._network_class = IPv4Address, IPv4Network


class _BaseV6:
    __slots__ = ()
    _version, _max_prefixlen, _ALL_ONES = 6, IPV6LENGTH, 2 ** IPV6LENGTH - 1

    @classmethod
    def _prefix_of_any(cls, arg):
        return cls._prefix_of_text(arg)

    @classmethod
    def _ip_int_from_string(cls, ip_str):
        if not ip_str:
            raise AddressValueError("Address cannot be empty")
        parts = ip_str.split(":")
        if len(parts) < 3:
            raise AddressValueError(f"At least 3 parts expected in {ip_str!r}")
        if "." in parts[-1]:
            try:
                low = IPv4Address(parts.pop())._ip
            except AddressValueError as error:
                raise AddressValueError(f"{error} in {ip_str!r}") from None
            parts += [f"{low >> 16:x}", f"{low & 0xffff:x}"]
        if len(parts) > 9:
            raise AddressValueError(f"At most 8 colons permitted in {ip_str!r}")
        skip = None
        for index in range(1, len(parts) - 1):
            if not parts[index]:
                if skip is not None:
                    raise AddressValueError(f"At most one '::' permitted in {ip_str!r}")
                skip = index
        if skip is not None:
            high, low = skip, len(parts) - skip - 1
            if not parts[0]:
                high -= 1
                if high:
                    raise AddressValueError("Leading ':' only permitted as part of '::' in "
                                            f"{ip_str!r}")
            if not parts[-1]:
                low -= 1
                if low:
                    raise AddressValueError("Trailing ':' only permitted as part of '::' in "
                                            f"{ip_str!r}")
            if high + low >= 8:
                raise AddressValueError(f"Expected at most 7 other parts with '::' in {ip_str!r}")
            parts = parts[skip - high:skip] + ["0"] * (8 - high - low) + parts[skip + 1:skip + 1
                                                                               + low]
        else:
            if len(parts) != 8:
                raise AddressValueError(f"Exactly 8 parts expected without '::' in {ip_str!r}")
            if not parts[0]:
                raise AddressValueError("Leading ':' only permitted as part of '::' in "
                                        f"{ip_str!r}")
            if not parts[-1]:
                raise AddressValueError("Trailing ':' only permitted as part of '::' in "
                                        f"{ip_str!r}")
        number = 0
        try:
            for part in parts:
                number = number << 16 | cls._parse_hextet(part)
        except ValueError as error:
            raise AddressValueError(f"{error} in {ip_str!r}") from None
        return number

    @staticmethod
    def _parse_hextet(hextet):
        if not _hex_digits.issuperset(hextet):
            raise ValueError(f"Only hex digits permitted in {hextet!r}")
        if len(hextet) > 4:
            raise ValueError(f"At most 4 characters permitted in {hextet!r}")
        return int(hextet, 16)

    @classmethod
    def _string_from_ip_int(cls, ip_int=None):
        if ip_int > cls._ALL_ONES:
            raise ValueError("IPv6 address is too large")
        hextets = [f"{ip_int >> shift & 0xffff:x}" for shift in range(112, -16, -16)]
        # The first of the longest runs of zeros, if it is longer than one.
        best = best_start = start = 0
        for index in range(9):
            if index == 8 or hextets[index] != "0":
                if index - start > max(best, 1):
                    best, best_start = index - start, start
                start = index + 1
        if not best:
            return ":".join(hextets)
        return f"{':'.join(hextets[:best_start])}::{':'.join(hextets[best_start + best:])}"

    def _explode(self):
        address = self.network_address if isinstance(self, _BaseNetwork) else self
        digits = f"{address._ip:032x}"
        text = ":".join(digits[at:at + 4] for at in range(0, 32, 4))
        if isinstance(self, (_BaseNetwork, IPv6Interface)):
            return f"{text}/{self._prefixlen}"
        return text

    def _reverse_pointer(self):
        return ".".join(self.exploded[::-1].replace(":", "")) + ".ip6.arpa"

    @staticmethod
    def _split_scope_id(ip_str):
        address, percent, scope = ip_str.partition("%")
        if not percent:
            return address, None
        if not scope or "%" in scope:
            raise AddressValueError(f'Invalid IPv6 address: "{ip_str!r}"')
        return address, scope


class IPv6Address(_BaseV6, _BaseAddress):
    __slots__ = "_ip", "_scope_id", "__weakref__"

    def __init__(self, address):
        self._scope_id = None
        if isinstance(address, int):
            self._check_int_address(address)
            self._ip = address
        elif isinstance(address, bytes):
            self._check_packed_address(address, 16)
            self._ip = int.from_bytes(address, "big")
        else:
            text = str(address)
            if "/" in text:
                raise AddressValueError(f"Unexpected '/' in {address!r}")
            text, self._scope_id = self._split_scope_id(text)
            self._ip = self._ip_int_from_string(text)

    def __str__(self):
        text = super().__str__()
        return f"{text}%{self._scope_id}" if self._scope_id else text

    def __hash__(self):
        return hash((self._ip, self._scope_id))

    def __eq__(self, other):
        equal = super().__eq__(other)
        if not equal or equal is NotImplemented:
            return equal
        return self._scope_id == getattr(other, "_scope_id", None)

    __reduce__ = _IPAddressBase.__reduce__

    @property
    def scope_id(self):
        return self._scope_id

    @property
    def packed(self):
        return v6_int_to_packed(self._ip)

    @property
    def is_multicast(self):
        return self in _v6_multicast

    @property
    def is_reserved(self):
        return _within(self, _v6_reserved)

    @property
    def is_link_local(self):
        return self in _v6_link_local

    @property
    def is_site_local(self):
        return self in _v6_site_local

    @property
    def is_private(self):
        mapped = self.ipv4_mapped
        if mapped is not None:
            return mapped.is_private
        return _within(self, IPv6Network._private_networks)

    @property
    def is_global(self):
        return not self.is_private

    @property
    def is_unspecified(self):
        return self._ip == 0

    @property
    def is_loopback(self):
        return self._ip == 1

    @property
    def ipv4_mapped(self):
        return IPv4Address(self._ip & 0xffffffff) if self._ip >> 32 == 0xffff else None

    @property
    def teredo(self):
        if self._ip >> 96 != 0x20010000:
            return None
        return (IPv4Address(self._ip >> 64 & 0xffffffff), IPv4Address(~self._ip & 0xffffffff))

    @property
    def sixtofour(self):
        return IPv4Address(self._ip >> 80 & 0xffffffff) if self._ip >> 112 == 0x2002 else None


class IPv6Interface(_BaseInterface, IPv6Address):
    def __init__(self, address):
        self._take(address)

    def _address_text(self):
        return IPv6Address.__str__(self)

    @property
    def is_unspecified(self):
        return self._ip == 0 and self.network.is_unspecified

    @property
    def is_loopback(self):
        return self._ip == 1 and self.network.is_loopback


class IPv6Network(_BaseV6, _BaseNetwork):
    _address_class = IPv6Address

    def __init__(self, address, strict=True):
        self._take(address, strict)

    @property
    def is_site_local(self):
        return self._both("is_site_local")


IPv6Interface._address_class, IPv6Interface._network_class = IPv6Address, IPv6Network

# The registries of special addresses of IANA.
_v4_link_local = IPv4Network("169.254.0.0/16")
_v4_multicast = IPv4Network("224.0.0.0/4")
_v4_reserved = IPv4Network("240.0.0.0/4")
_v4_shared = IPv4Network("100.64.0.0/10")
IPv4Network._private_networks = IPv4Address._private_networks = [IPv4Network(each) for each in (
    "0.0.0.0/8 10.0.0.0/8 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/29 192.0.0.170/31 "
    "192.0.2.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 240.0.0.0/4 "
    "255.255.255.255/32").split()]
_v6_link_local = IPv6Network("fe80::/10")
_v6_multicast = IPv6Network("ff00::/8")
_v6_site_local = IPv6Network("fec0::/10")
_v6_reserved = [IPv6Network(each) for each in (
    "::/8 100::/8 200::/7 400::/6 800::/5 1000::/4 4000::/3 6000::/3 8000::/3 A000::/3 C000::/3 "
    "E000::/4 F000::/5 F800::/6 FE00::/9").split()]
IPv6Network._private_networks = IPv6Address._private_networks = [IPv6Network(each) for each in (
    "::1/128 ::/128 ::ffff:0:0/96 100::/64 2001::/23 2001:2::/48 2001:db8::/32 2001:10::/28 "
    "fc00::/7 fe80::/10").split()]
