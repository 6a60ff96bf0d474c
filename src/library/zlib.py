# zlib: check sums. What compresses is not there, because every library makes other bytes.
import binascii

from _no_files import missing

ZLIB_VERSION = ZLIB_RUNTIME_VERSION = "1.2.13"
MAX_WBITS, DEFLATED, DEF_MEM_LEVEL, DEF_BUF_SIZE = 15, 8, 8, 16384
Z_NO_COMPRESSION, Z_BEST_SPEED, Z_BEST_COMPRESSION, Z_DEFAULT_COMPRESSION = 0, 1, 9, -1
Z_NO_FLUSH, Z_PARTIAL_FLUSH, Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH = 0, 1, 2, 3, 4
Z_DEFAULT_STRATEGY, Z_FILTERED, Z_HUFFMAN_ONLY, Z_RLE, Z_FIXED = 0, 1, 2, 3, 4


class error(Exception):
    pass


def crc32(data, value=0, /):
    return binascii.crc32(data, value)


def adler32(data, value=1, /):
    low, high = value & 0xffff, value >> 16 & 0xffff
    for start in range(0, len(data), 4096):
        piece = bytes(data[start:start + 4096])
        # The sums of the prefixes, each with what stood before.
        high += low * len(piece) + sum(byte * (len(piece) - index)
                                       for index, byte in enumerate(piece))
        low = (low + sum(piece)) % 65521
        high %= 65521
    return high << 16 | low


globals().update(missing("zlib", "compress decompress compressobj decompressobj", "compression"))
