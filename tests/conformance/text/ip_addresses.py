# tests/conformance/text/ip_addresses.py: addresses, networks and interfaces.
import ipaddress
from ipaddress import collapse_addresses, ip_address, ip_interface, ip_network, summarize_address_range

for text in ("192.168.1.10", "8.8.8.8", "::1", "2001:db8::ff00:42:8329", "fe80::1", "224.0.0.1"):
    address = ip_address(text)
    print(repr(address), int(address), address.is_private, address.is_loopback, address.is_multicast,
          address.exploded, address.reverse_pointer)
net = ip_network("10.0.0.0/29")
print(list(net.hosts()), net.num_addresses, net.netmask, net.broadcast_address, ip_address("10.0.0.3") in net, net[-1])
print(list(net.subnets(new_prefix=31)), net.supernet(), net.overlaps(ip_network("10.0.0.4/30")))
print(list(net.address_exclude(ip_network("10.0.0.4/30"))), ip_interface("10.0.0.5/24").network)
print(list(collapse_addresses([ip_network("10.0.0.0/25"), ip_network("10.0.0.128/25"), ip_network("10.1.0.0/16")])))
print(list(summarize_address_range(ip_address("10.0.0.1"), ip_address("10.0.0.6"))))
print(sorted([ip_address("10.0.0.2"), ip_address("9.9.9.9")]), ip_address("10.0.0.1") + 300, f"{ip_address('10.0.0.1'):#b}")
for attempt in (lambda: ip_address("256.0.0.1"), lambda: ip_network("10.0.0.1/8"), lambda: ipaddress.IPv4Address("1.2.3"),
                lambda: ipaddress.IPv6Address("1::2::3"), lambda: ip_network("10.0.0.0/33"),
                lambda: ip_address("1.1.1.1") < ip_address("::1"), lambda: net[99], lambda: ipaddress.IPv4Network("1.0.0.0/x")):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
