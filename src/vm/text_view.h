// Looking at the characters of a str where they lie in the block, whatever their width; and a
// growing text outside it. Inside vm.
#pragma once

#include <cstdlib>
#include <cstring>
#include <string_view>
#include <type_traits>
#include <vector>

#include "vm/vm.h"

namespace meada {

// Borrowed: dead after the next call that may allocate.
struct TextView {
    const uint8_t* data = nullptr;
    uint32_t length = 0;  // code points
    uint32_t width = 1;   // bytes of each: 1, 2 or 4; not always the least (views of a part)
    bool ascii = true;    // known to be ASCII

    char32_t operator[](uint32_t index) const {
        switch (width) {
            case 1:
                return data[index];
            case 2:
                return reinterpret_cast<const uint16_t*>(data)[index];
            default:
                return reinterpret_cast<const char32_t*>(data)[index];
        }
    }
    TextView part(uint32_t start, uint32_t end) const {
        return {data + static_cast<size_t>(start) * width, end - start, width, ascii};
    }
    uint32_t size_bytes() const { return length * width; }
    std::string_view bytes() const {
        return {reinterpret_cast<const char*>(data), static_cast<size_t>(length) * width};
    }
};

inline TextView text_of(const Vm& vm, Value str) {
    const Str& object = vm.block[str.as_ref<Str>()];
    ASSERT(object.kind == Kind::str);
    return {vm.block.at<uint8_t>(str.offset() + Str::data_offset), object.length,
            static_cast<uint32_t>(object.detail & Str::width_mask),
            (object.detail & Str::ascii_bit) != 0};
}
inline TextView ascii_view(std::string_view text) {
    return {reinterpret_cast<const uint8_t*>(text.data()), static_cast<uint32_t>(text.size()), 1,
            true};
}

// Calls f with a pointer to uint8_t, uint16_t or char32_t.
template <typename F>
decltype(auto) with_characters(const TextView& text, F f) {
    switch (text.width) {
        case 1:
            return f(text.data);
        case 2:
            return f(reinterpret_cast<const uint16_t*>(text.data));
        default:
            return f(reinterpret_cast<const char32_t*>(text.data));
    }
}

// All code points or-ed together: its size is that of the largest.
inline char32_t bits_of(const TextView& text) {
    if (text.ascii) return 0;
    return with_characters(text, [&](const auto* characters) {
        char32_t bits = 0;
        for (uint32_t index = 0; index < text.length; ++index) bits |= characters[index];
        return bits;
    });
}
inline uint32_t width_for(char32_t bits) { return bits < 0x100 ? 1 : bits < 0x10000 ? 2 : 4; }

// Copies characters, widening or narrowing; they must fit the target.
inline void copy_characters(uint8_t* to, uint32_t to_width, const TextView& from) {
    if (to_width == from.width) {
        std::memcpy(to, from.data, from.size_bytes());
        return;
    }
    with_characters(from, [&](const auto* characters) {
        const auto copy = [&](auto* target) {
            for (uint32_t index = 0; index < from.length; ++index)
                target[index] =
                    static_cast<std::remove_pointer_t<decltype(target)>>(characters[index]);
        };
        switch (to_width) {
            case 1:
                return copy(to);
            case 2:
                return copy(reinterpret_cast<uint16_t*>(to));
            default:
                return copy(reinterpret_cast<char32_t*>(to));
        }
    });
}
inline void put_character(uint8_t* to, uint32_t width, uint32_t index, char32_t character) {
    switch (width) {
        case 1:
            to[index] = static_cast<uint8_t>(character);
            break;
        case 2:
            reinterpret_cast<uint16_t*>(to)[index] = static_cast<uint16_t>(character);
            break;
        default:
            reinterpret_cast<char32_t*>(to)[index] = character;
    }
}

// A growing text; the str is made at the end with the least width.
class TextBuilder {
  public:
    TextBuilder() = default;
    ~TextBuilder() {
        if (data_ != few_) std::free(data_);
    }
    TextBuilder(const TextBuilder&) = delete;
    TextBuilder& operator=(const TextBuilder&) = delete;

    void append(char32_t character) {
        bits_ |= character;
        widen(width_for(character));
        put_character(grow(1), width_, 0, character);
    }
    void append(char32_t character, uint64_t count) {
        if (count == 0) return;
        bits_ |= character;
        widen(width_for(character));
        uint8_t* at = grow(count);
        for (uint32_t index = 0; index < count; ++index)
            put_character(at, width_, index, character);
    }
    void append(const TextView& text) {
        if (text.length == 0) return;
        const char32_t bits = bits_of(text);
        bits_ |= bits;
        widen(width_for(bits));
        copy_characters(grow(text.length), width_, text);
    }
    void append_ascii(std::string_view text) { append(ascii_view(text)); }
    void append_utf8(std::string_view text);
    uint64_t length() const { return size_ >> width_ / 2; }
    TextView view() const {
        return {data_, static_cast<uint32_t>(length()), width_, bits_ < 0x80};
    }
    void clear() {
        size_ = 0;
        width_ = 1;
        bits_ = 0;
    }
    Value finish(Vm&) const;  // null: MemoryError

  private:
    static constexpr uint32_t few = 128;  // bytes: most texts need no memory of their own

    uint8_t* grow(uint64_t count) {
        const uint64_t at = size_, size = at + count * width_;
        if (size > capacity_) [[unlikely]] reserve(size);
        size_ = size;
        return data_ + at;
    }
    void reserve(uint64_t size) {
        const uint64_t capacity = size * 2;
        auto* data = static_cast<uint8_t*>(std::malloc(capacity));
        ASSERT(data != nullptr);
        std::memcpy(data, data_, size_);
        if (data_ != few_) std::free(data_);
        data_ = data;
        capacity_ = capacity;
    }
    void widen(uint32_t width) {
        if (width <= width_) return;
        TextBuilder wide;
        wide.width_ = width;
        const TextView old = view();
        copy_characters(wide.grow(old.length), width, old);
        width_ = width;
        size_ = 0;
        std::memcpy(grow(old.length), wide.data_, wide.size_);
    }

    alignas(4) uint8_t few_[few];
    uint8_t* data_ = few_;
    uint64_t size_ = 0, capacity_ = few;
    uint32_t width_ = 1;
    char32_t bits_ = 0;
};

// --- strings.cpp ---
// A str with room for its characters, which the caller writes at once (text_data). Not for length
// 0 or 1: those are shared (new_str_of). `bits`: of all its characters. Null: MemoryError.
Value allocate_str(Vm&, uint64_t length, char32_t bits);
inline uint8_t* text_data(Vm& vm, Value str) {  // of one just allocated: its cards are marked
    return vm.block.base() + str.offset() + Str::data_offset;
}
// `view` must not lie in the block; parts of a str: new_substring.
Value new_str_of(Vm&, const TextView& view);
Value new_substring(Vm&, Value str, uint32_t start, uint32_t end);
Value new_character(Vm&, char32_t);
Value raise_no_memory(Vm&);

// --- text_search.cpp ---
constexpr uint32_t not_found = ~0u;
uint32_t find_text(const TextView& text, const TextView& wanted, uint32_t start, uint32_t end);
uint32_t find_text_from_end(const TextView& text, const TextView& wanted, uint32_t start,
                            uint32_t end);
uint32_t find_character(const TextView& text, char32_t wanted, uint32_t start, uint32_t end);
uint32_t count_text(const TextView& text, const TextView& wanted, uint32_t start, uint32_t end,
                    uint32_t limit = ~0u);
bool same_text(const TextView& left, const TextView& right);
int compare_text(const TextView& left, const TextView& right);  // <0, 0, >0
inline bool text_matches_at(const TextView& text, const TextView& wanted, uint32_t at) {
    return same_text(text.part(at, at + wanted.length), wanted);
}

}  // namespace meada
