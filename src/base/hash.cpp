#include "base/hash.h"

#include <bit>
#include <cstring>

namespace meada {
namespace {

struct SipState {
    uint64_t v0 = 0x736f6d6570736575u, v1 = 0x646f72616e646f6du;
    uint64_t v2 = 0x6c7967656e657261u, v3 = 0x7465646279746573u;

    void round() {
        v0 += v1, v2 += v3;
        v1 = std::rotl(v1, 13) ^ v0, v3 = std::rotl(v3, 16) ^ v2;
        v0 = std::rotl(v0, 32);
        v2 += v1, v0 += v3;
        v1 = std::rotl(v1, 17) ^ v2, v3 = std::rotl(v3, 21) ^ v0;
        v2 = std::rotl(v2, 32);
    }
};

// Every platform of ours is little-endian.
uint64_t load_word(const uint8_t* bytes) {
    uint64_t word;
    std::memcpy(&word, bytes, sizeof word);
    return word;
}
// The last ones, fewer than eight, by loads that may overlap: most texts are short, and a copy of a
// size not known beforehand is a call.
uint64_t load_rest(const uint8_t* bytes, size_t size) {
    if (size >= 4) {
        uint32_t low, high;
        std::memcpy(&low, bytes, sizeof low);
        std::memcpy(&high, bytes + size - sizeof high, sizeof high);
        return low | uint64_t{high} << (size * 8 - 32);
    }
    if (size == 0) return 0;
    return bytes[0] | uint64_t{bytes[size / 2]} << (size / 2 * 8) |
           uint64_t{bytes[size - 1]} << (size * 8 - 8);
}

}  // namespace

uint64_t siphash13(std::span<const uint8_t> bytes) {
    SipState state;
    const uint8_t* at = bytes.data();
    size_t left = bytes.size();
    for (; left >= 8; at += 8, left -= 8) {
        const uint64_t word = load_word(at);
        state.v3 ^= word;
        state.round();
        state.v0 ^= word;
    }
    const uint64_t last = (static_cast<uint64_t>(bytes.size()) << 56) | load_rest(at, left);
    state.v3 ^= last;
    state.round();
    state.v0 ^= last;
    state.v2 ^= 0xff;
    state.round();
    state.round();
    state.round();
    return state.v0 ^ state.v1 ^ state.v2 ^ state.v3;
}

uint64_t hash_bytes(uint64_t hash, std::span<const uint8_t> bytes) {
    const uint8_t* at = bytes.data();
    size_t left = bytes.size();
    hash = hash_mix(hash, left);
    for (; left >= 8; at += 8, left -= 8) hash = hash_mix(hash, load_word(at));
    if (left > 0) hash = hash_mix(hash, load_rest(at, left));
    return hash;
}

}  // namespace meada
