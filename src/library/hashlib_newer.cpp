// Digests of bytes: the sha3 family (FIPS 202) and blake2 (RFC 7693).
#include <algorithm>
#include <bit>
#include <cstring>

#include "library/natives.h"
#include "vm/byte_strings.h"

namespace meada {
namespace {

static_assert(std::endian::native == std::endian::little);

constexpr uint64_t keccak_round[24] = {
    0x0000000000000001, 0x0000000000008082, 0x800000000000808a, 0x8000000080008000,
    0x000000000000808b, 0x0000000080000001, 0x8000000080008081, 0x8000000000008009,
    0x000000000000008a, 0x0000000000000088, 0x0000000080008009, 0x000000008000000a,
    0x000000008000808b, 0x800000000000008b, 0x8000000000008089, 0x8000000000008003,
    0x8000000000008002, 0x8000000000000080, 0x000000000000800a, 0x800000008000000a,
    0x8000000080008081, 0x8000000000008080, 0x0000000080000001, 0x8000000080008008};

void keccak_permute(uint64_t lanes[25]) {
    for (const uint64_t constant : keccak_round) {
        uint64_t parity[5];
        for (uint32_t x = 0; x < 5; ++x)
            parity[x] = lanes[x] ^ lanes[x + 5] ^ lanes[x + 10] ^ lanes[x + 15] ^ lanes[x + 20];
        for (uint32_t at = 0; at < 25; ++at)
            lanes[at] ^= parity[(at + 4) % 5] ^ std::rotl(parity[(at + 1) % 5], 1);
        // Every lane but the first moves to another's place, turned by a triangular number.
        uint64_t moved = lanes[1];
        uint32_t x = 1, y = 0;
        for (uint32_t step = 0; step < 24; ++step) {
            const uint32_t new_y = (2 * x + 3 * y) % 5;
            x = y;
            y = new_y;
            const int turn = static_cast<int>((step + 1) * (step + 2) / 2 % 64);
            const uint64_t turned = std::rotl(moved, turn);
            moved = lanes[x + 5 * y];
            lanes[x + 5 * y] = turned;
        }
        for (uint32_t row = 0; row < 25; row += 5) {
            uint64_t before[5];
            std::memcpy(before, lanes + row, sizeof before);
            for (uint32_t at = 0; at < 5; ++at)
                lanes[row + at] = before[at] ^ (~before[(at + 1) % 5] & before[(at + 2) % 5]);
        }
        lanes[0] ^= constant;
    }
}

constexpr uint8_t blake2_order[10][16] = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
    {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
    {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
    {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
    {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
    {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
    {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
    {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
    {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
    {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0}};

constexpr uint64_t blake2_start[8] = {
    0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
    0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179};

// Of 64-bit words (blake2b) or 32-bit words (blake2s, whose constants are the upper halves).
template <typename Word>
struct Blake2 {
    static constexpr bool wide = sizeof(Word) == 8;
    static constexpr size_t block_size = 16 * sizeof(Word);
    Word state[8];
    uint64_t count = 0;

    static Word start(uint32_t index) {
        return static_cast<Word>(wide ? blake2_start[index] : blake2_start[index] >> 32);
    }
    explicit Blake2(std::string_view parameters) {
        std::memcpy(state, parameters.data(), sizeof state);
        for (uint32_t index = 0; index < 8; ++index) state[index] ^= start(index);
    }
    void compress(const char* block, size_t added, bool last, bool last_node);
};

template <typename Word>
void Blake2<Word>::compress(const char* block, size_t added, bool last, bool last_node) {
    constexpr int turns[4] = {wide ? 32 : 16, wide ? 24 : 12, wide ? 16 : 8, wide ? 63 : 7};
    count += added;
    Word message[16], v[16];
    std::memcpy(message, block, sizeof message);
    for (uint32_t index = 0; index < 8; ++index) {
        v[index] = state[index];
        v[index + 8] = start(index);
    }
    v[12] ^= static_cast<Word>(count);
    if (!wide) v[13] ^= static_cast<Word>(count >> 32);
    if (last) v[14] = ~v[14];
    if (last_node) v[15] = ~v[15];
    const auto mix = [&](uint32_t a, uint32_t b, uint32_t c, uint32_t d, Word x, Word y) {
        v[a] += v[b] + x;
        v[d] = std::rotr(static_cast<Word>(v[d] ^ v[a]), turns[0]);
        v[c] += v[d];
        v[b] = std::rotr(static_cast<Word>(v[b] ^ v[c]), turns[1]);
        v[a] += v[b] + y;
        v[d] = std::rotr(static_cast<Word>(v[d] ^ v[a]), turns[2]);
        v[c] += v[d];
        v[b] = std::rotr(static_cast<Word>(v[b] ^ v[c]), turns[3]);
    };
    for (uint32_t round = 0; round < (wide ? 12u : 10u); ++round) {
        const uint8_t* order = blake2_order[round % 10];
        for (uint32_t step = 0; step < 8; ++step) {
            const uint32_t lean = step / 4;  // columns first, then diagonals
            mix(step % 4, 4 + (step + lean) % 4, 8 + (step + 2 * lean) % 4,
                12 + (step + 3 * lean) % 4, message[order[2 * step]],
                message[order[2 * step + 1]]);
        }
    }
    for (uint32_t index = 0; index < 8; ++index) state[index] ^= v[index] ^ v[index + 8];
}

template <typename Word>
std::string blake2(std::string_view parameters, std::string_view data, bool last_node) {
    Blake2<Word> hash(parameters);
    constexpr size_t block_size = Blake2<Word>::block_size;
    while (data.size() > block_size) {
        hash.compress(data.data(), block_size, false, false);
        data.remove_prefix(block_size);
    }
    std::string rest(data);
    rest.resize(block_size);
    hash.compress(rest.data(), data.size(), true, last_node);
    return {reinterpret_cast<const char*>(hash.state), sizeof hash.state};
}

}  // namespace

// `rate` bytes go in at a time; `suffix` tells sha3 from shake; `size` bytes come out.
Value library_keccak(Vm& vm, const Args& args) {
    const std::string_view data = bytes_view(vm, args[0]);
    const auto rate = static_cast<size_t>(integer_of(args[1]));
    const auto size = static_cast<size_t>(integer_of(args[3]));
    vm.charge(50 + data.size() + size);
    std::string padded(data);
    padded += static_cast<char>(integer_of(args[2]));
    padded.resize((padded.size() + rate - 1) / rate * rate);
    padded.back() = static_cast<char>(padded.back() ^ 0x80);
    uint64_t lanes[25] = {};
    for (size_t at = 0; at < padded.size(); at += rate) {
        uint64_t words[25] = {};
        std::memcpy(words, padded.data() + at, rate);
        for (uint32_t index = 0; index < 25; ++index) lanes[index] ^= words[index];
        keccak_permute(lanes);
    }
    std::string out;
    while (out.size() < size) {
        if (!out.empty()) keccak_permute(lanes);
        out.append(reinterpret_cast<const char*>(lanes), std::min(rate, size - out.size()));
    }
    return new_bytes(vm, out);
}

// `parameters` is the whole parameter block; a key, padded, comes in front of the data.
Value library_blake2(Vm& vm, const Args& args) {
    const bool wide = args[0] == vm.boolean(true), last_node = args[3] == vm.boolean(true);
    const std::string_view parameters = bytes_view(vm, args[1]), data = bytes_view(vm, args[2]);
    vm.charge(50 + data.size());
    return new_bytes(vm, wide ? blake2<uint64_t>(parameters, data, last_node)
                              : blake2<uint32_t>(parameters, data, last_node));
}

}  // namespace meada
