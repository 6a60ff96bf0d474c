#include "base/varint.h"

namespace meada {

void write_varint(Bytes& out, uint64_t value) {
    while (value >= 0x80) {
        out.push_back(static_cast<uint8_t>(value | 0x80));
        value >>= 7;
    }
    out.push_back(static_cast<uint8_t>(value));
}

void write_signed_varint(Bytes& out, int64_t value) {
    write_varint(out, (static_cast<uint64_t>(value) << 1) ^ static_cast<uint64_t>(value >> 63));
}

std::optional<uint64_t> ByteReader::varint() {
    uint64_t value = 0;
    for (int shift = 0; shift < 64 && !failed_ && offset_ < bytes_.size(); shift += 7) {
        const uint8_t byte = bytes_[offset_++];
        if (shift == 63 && byte > 1) break;
        value |= static_cast<uint64_t>(byte & 0x7f) << shift;
        if (byte < 0x80) return value;
    }
    failed_ = true;
    return std::nullopt;
}

std::optional<int64_t> ByteReader::signed_varint() {
    const auto value = varint();
    if (!value) return std::nullopt;
    return static_cast<int64_t>((*value >> 1) ^ (~(*value & 1) + 1));
}

std::optional<std::span<const uint8_t>> ByteReader::bytes(uint64_t size) {
    if (failed_ || size > bytes_.size() - offset_) {
        failed_ = true;
        return std::nullopt;
    }
    const auto found = bytes_.subspan(offset_, size);
    offset_ += size;
    return found;
}

}  // namespace meada
