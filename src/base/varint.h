// Variable-length integers (LEB128), the codec of event logs, links and messages.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace meada {

using Bytes = std::vector<uint8_t>;

void write_varint(Bytes& out, uint64_t value);
// Signed values as zigzag: small magnitudes stay small.
void write_signed_varint(Bytes& out, int64_t value);

// Reads forward; every read past the end or of a malformed number gives null and stays failed.
class ByteReader {
  public:
    explicit ByteReader(std::span<const uint8_t> bytes) : bytes_(bytes) {}

    std::optional<uint64_t> varint();
    std::optional<int64_t> signed_varint();
    std::optional<std::span<const uint8_t>> bytes(uint64_t size);

    bool failed() const { return failed_; }
    bool at_end() const { return offset_ == bytes_.size(); }
    uint64_t offset() const { return offset_; }

  private:
    std::span<const uint8_t> bytes_;
    uint64_t offset_ = 0;
    bool failed_ = false;
};

}  // namespace meada
