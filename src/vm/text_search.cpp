// Searching and comparing texts of any two widths.
#include <cstring>

#include "vm/text_view.h"

namespace meada {
namespace {

// From the first character by memchr, then the last one as a cheap filter.
uint32_t find_bytes(const uint8_t* text, uint32_t start, uint32_t end, const uint8_t* wanted,
                    uint32_t length) {
    const uint8_t first = wanted[0];
    const uint8_t last = wanted[length - 1];
    const uint8_t* at = text + start;
    const uint8_t* stop = text + end - length + 1;
    uint32_t misses = 0;
    while (at < stop) {
        at = static_cast<const uint8_t*>(std::memchr(at, first, static_cast<size_t>(stop - at)));
        if (at == nullptr) return not_found;
        if (at[length - 1] == last && std::memcmp(at + 1, wanted + 1, length - 1) == 0)
            return static_cast<uint32_t>(at - text);
        ++at;
        if (++misses == 64 && at < stop) {  // many false starts: linear-time search instead
            const auto left = static_cast<size_t>(text + end - at);
            const void* found = memmem(at, left, wanted, length);
            return found ? static_cast<uint32_t>(static_cast<const uint8_t*>(found) - text)
                         : not_found;
        }
    }
    return not_found;
}

template <typename Text, typename Wanted>
bool equal_run(const Text* text, const Wanted* wanted, uint32_t length) {
    if constexpr (sizeof(Text) == sizeof(Wanted)) {
        return std::memcmp(text, wanted, length * sizeof(Text)) == 0;
    } else {
        for (uint32_t index = 0; index < length; ++index)
            if (char32_t{text[index]} != char32_t{wanted[index]}) return false;
        return true;
    }
}

}  // namespace

uint32_t find_character(const TextView& text, char32_t wanted, uint32_t start, uint32_t end) {
    if (start >= end) return not_found;
    if (text.width == 1) {
        if (wanted > 0xff) return not_found;
        const void* found = std::memchr(text.data + start, static_cast<int>(wanted), end - start);
        return found ? static_cast<uint32_t>(static_cast<const uint8_t*>(found) - text.data)
                     : not_found;
    }
    return with_characters(text, [&](const auto* characters) {
        for (uint32_t index = start; index < end; ++index)
            if (char32_t{characters[index]} == wanted) return index;
        return not_found;
    });
}

uint32_t find_text(const TextView& text, const TextView& wanted, uint32_t start, uint32_t end) {
    if (start > end || wanted.length > end - start) return not_found;
    if (wanted.length == 0) return start;
    if (wanted.length == 1) return find_character(text, wanted[0], start, end);
    if (text.width == 1 && wanted.width == 1)
        return find_bytes(text.data, start, end, wanted.data, wanted.length);
    return with_characters(text, [&](const auto* characters) {
        return with_characters(wanted, [&](const auto* pattern) {
            const char32_t first = pattern[0];
            const uint32_t last = end - wanted.length;
            for (uint32_t index = start; index <= last; ++index)
                if (char32_t{characters[index]} == first &&
                    equal_run(characters + index, pattern, wanted.length))
                    return index;
            return not_found;
        });
    });
}

uint32_t find_text_from_end(const TextView& text, const TextView& wanted, uint32_t start,
                            uint32_t end) {
    if (start > end || wanted.length > end - start) return not_found;
    if (wanted.length == 0) return end;
    return with_characters(text, [&](const auto* characters) {
        return with_characters(wanted, [&](const auto* pattern) {
            const char32_t first = pattern[0];
            for (uint32_t index = end - wanted.length + 1; index-- > start;)
                if (char32_t{characters[index]} == first &&
                    equal_run(characters + index, pattern, wanted.length))
                    return index;
            return not_found;
        });
    });
}

uint32_t count_text(const TextView& text, const TextView& wanted, uint32_t start, uint32_t end,
                    uint32_t limit) {
    if (start > end) return 0;
    if (wanted.length == 0) {
        const uint64_t places = uint64_t{end} - start + 1;
        return places < limit ? static_cast<uint32_t>(places) : limit;
    }
    uint32_t count = 0;
    while (count < limit) {
        const uint32_t found = find_text(text, wanted, start, end);
        if (found == not_found) break;
        ++count;
        start = found + wanted.length;
    }
    return count;
}

bool same_text(const TextView& left, const TextView& right) {
    if (left.length != right.length) return false;
    return with_characters(left, [&](const auto* one) {
        return with_characters(right,
                               [&](const auto* two) { return equal_run(one, two, left.length); });
    });
}

int compare_text(const TextView& left, const TextView& right) {
    const uint32_t common = left.length < right.length ? left.length : right.length;
    const int order = left.length < right.length ? -1 : left.length > right.length ? 1 : 0;
    if (left.width == 1 && right.width == 1) {
        if (common == 0) return order;
        // Mostly the first character tells.
        if (const int first = left.data[0] - right.data[0]; first != 0 || common == 1)
            return first != 0 ? first : order;
        const int found = std::memcmp(left.data, right.data, common);
        return found != 0 ? found : order;
    }
    return with_characters(left, [&](const auto* one) {
        return with_characters(right, [&](const auto* two) {
            for (uint32_t index = 0; index < common; ++index) {
                const char32_t first = one[index], second = two[index];
                if (first != second) return first < second ? -1 : 1;
            }
            return order;
        });
    });
}

}  // namespace meada
