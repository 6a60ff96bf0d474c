#include "base/utf8.h"

namespace meada {

std::optional<char32_t> decode_utf8(std::string_view text, size_t& offset) {
    const auto byte_at = [&](size_t at) {
        return at < text.size() ? static_cast<uint8_t>(text[at]) : uint8_t{0};
    };
    const uint8_t first = byte_at(offset);
    if (offset >= text.size()) return std::nullopt;
    if (first < 0x80) {
        ++offset;
        return first;
    }
    const int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
    if (length == 0 || first > 0xf4) return std::nullopt;
    char32_t code_point = first & (0x7f >> length);
    for (int index = 1; index < length; ++index) {
        const uint8_t byte = byte_at(offset + static_cast<size_t>(index));
        if ((byte & 0xc0) != 0x80) return std::nullopt;
        code_point = (code_point << 6) | (byte & 0x3f);
    }
    static constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = code_point >= 0xd800 && code_point <= 0xdfff;
    if (code_point < least[length] || code_point > 0x10ffff || surrogate) return std::nullopt;
    offset += static_cast<size_t>(length);
    return code_point;
}

std::optional<size_t> find_invalid_utf8(std::string_view text) {
    size_t offset = 0;
    while (offset < text.size())
        if (!decode_utf8(text, offset)) return offset;
    return std::nullopt;
}

void append_utf8(std::string& out, char32_t code_point) {
    const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (code_point < 0x80) {
        put(code_point);
    } else if (code_point < 0x800) {
        put(0xc0 | (code_point >> 6));
        put(0x80 | (code_point & 0x3f));
    } else if (code_point < 0x10000) {
        put(0xe0 | (code_point >> 12));
        put(0x80 | ((code_point >> 6) & 0x3f));
        put(0x80 | (code_point & 0x3f));
    } else {
        put(0xf0 | (code_point >> 18));
        put(0x80 | ((code_point >> 12) & 0x3f));
        put(0x80 | ((code_point >> 6) & 0x3f));
        put(0x80 | (code_point & 0x3f));
    }
}

size_t count_code_points(std::string_view text) {
    size_t count = 0;
    for (const char byte : text) count += (static_cast<uint8_t>(byte) & 0xc0) != 0x80;
    return count;
}

}  // namespace meada
