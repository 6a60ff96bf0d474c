// Digests of bytes: md5 (RFC 1321), sha1 and the sha2 family (FIPS 180-4); and what is made of them
// many times over. Checksums are zlib's.
#include <bit>
#include <cstring>

#include <zlib.h>

#include "library/natives.h"
#include "vm/byte_strings.h"

namespace meada {
namespace {

// Cube roots of primes; the upper halves of the first 64 are sha256's.
constexpr uint64_t sha512_round[80] = {
    0x428a2f98d728ae22, 0x7137449123ef65cd, 0xb5c0fbcfec4d3b2f, 0xe9b5dba58189dbbc,
    0x3956c25bf348b538, 0x59f111f1b605d019, 0x923f82a4af194f9b, 0xab1c5ed5da6d8118,
    0xd807aa98a3030242, 0x12835b0145706fbe, 0x243185be4ee4b28c, 0x550c7dc3d5ffb4e2,
    0x72be5d74f27b896f, 0x80deb1fe3b1696b1, 0x9bdc06a725c71235, 0xc19bf174cf692694,
    0xe49b69c19ef14ad2, 0xefbe4786384f25e3, 0x0fc19dc68b8cd5b5, 0x240ca1cc77ac9c65,
    0x2de92c6f592b0275, 0x4a7484aa6ea6e483, 0x5cb0a9dcbd41fbd4, 0x76f988da831153b5,
    0x983e5152ee66dfab, 0xa831c66d2db43210, 0xb00327c898fb213f, 0xbf597fc7beef0ee4,
    0xc6e00bf33da88fc2, 0xd5a79147930aa725, 0x06ca6351e003826f, 0x142929670a0e6e70,
    0x27b70a8546d22ffc, 0x2e1b21385c26c926, 0x4d2c6dfc5ac42aed, 0x53380d139d95b3df,
    0x650a73548baf63de, 0x766a0abb3c77b2a8, 0x81c2c92e47edaee6, 0x92722c851482353b,
    0xa2bfe8a14cf10364, 0xa81a664bbc423001, 0xc24b8b70d0f89791, 0xc76c51a30654be30,
    0xd192e819d6ef5218, 0xd69906245565a910, 0xf40e35855771202a, 0x106aa07032bbd1b8,
    0x19a4c116b8d2d0c8, 0x1e376c085141ab53, 0x2748774cdf8eeb99, 0x34b0bcb5e19b48a8,
    0x391c0cb3c5c95a63, 0x4ed8aa4ae3418acb, 0x5b9cca4f7763e373, 0x682e6ff3d6b2b8a3,
    0x748f82ee5defb2fc, 0x78a5636f43172f60, 0x84c87814a1f0ab72, 0x8cc702081a6439ec,
    0x90befffa23631e28, 0xa4506cebde82bde9, 0xbef9a3f7b2c67915, 0xc67178f2e372532b,
    0xca273eceea26619c, 0xd186b8c721c0c207, 0xeada7dd6cde0eb1e, 0xf57d4f7fee6ed178,
    0x06f067aa72176fba, 0x0a637dc5a2c898a6, 0x113f9804bef90dae, 0x1b710b35131c471b,
    0x28db77f523047d84, 0x32caab7b40c72493, 0x3c9ebe0a15c9bebc, 0x431d67c49c100d4c,
    0x4cc5d4becb3e42b6, 0x597f299cfc657e2a, 0x5fcb6fab3ad6faec, 0x6c44198c4a475817};

// 2**32 times the sine of 1, 2, 3 ….
constexpr uint32_t md5_round[64] = {
    0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501,
    0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821,
    0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8,
    0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a,
    0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70,
    0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665,
    0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1,
    0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391};

// All of these take blocks of 16 words, and end with the number of bits.
template <typename Word>
struct State {
    Word words[8];
};

template <typename Word, bool big_end>
void read_words(Word* words, const uint8_t* block) {
    for (uint32_t index = 0; index < 16; ++index) {
        words[index] = 0;
        for (uint32_t byte = 0; byte < sizeof(Word); ++byte) {
            const uint32_t at = big_end ? byte : static_cast<uint32_t>(sizeof(Word)) - 1 - byte;
            words[index] = static_cast<Word>(words[index] << 8 |
                                             block[index * sizeof(Word) + at]);
        }
    }
}

void md5_block(State<uint32_t>& state, const uint8_t* block) {
    static constexpr int shifts[4][4] = {
        {7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};
    static constexpr uint32_t strides[4] = {1, 5, 3, 7}, starts[4] = {0, 1, 5, 0};
    uint32_t words[16];
    read_words<uint32_t, false>(words, block);
    uint32_t a = state.words[0], b = state.words[1], c = state.words[2], d = state.words[3];
    for (uint32_t index = 0; index < 64; ++index) {
        const uint32_t round = index / 16;
        const uint32_t mixed = round == 0   ? (b & c) | (~b & d)
                               : round == 1 ? (d & b) | (~d & c)
                               : round == 2 ? b ^ c ^ d
                                            : c ^ (b | ~d);
        const uint32_t word = words[(starts[round] + strides[round] * index) % 16];
        const uint32_t sum = a + mixed + md5_round[index] + word;
        a = d;
        d = c;
        c = b;
        b += std::rotl(sum, shifts[round][index % 4]);
    }
    state.words[0] += a;
    state.words[1] += b;
    state.words[2] += c;
    state.words[3] += d;
}

void sha1_block(State<uint32_t>& state, const uint8_t* block) {
    static constexpr uint32_t constants[4] = {0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6};
    uint32_t words[80];
    read_words<uint32_t, true>(words, block);
    for (uint32_t at = 16; at < 80; ++at)
        words[at] = std::rotl(words[at - 3] ^ words[at - 8] ^ words[at - 14] ^ words[at - 16], 1);
    uint32_t s[5];
    std::memcpy(s, state.words, sizeof s);
    for (uint32_t index = 0; index < 80; ++index) {
        const uint32_t round = index / 20;
        const uint32_t mixed = round == 0   ? (s[1] & s[2]) | (~s[1] & s[3])
                               : round == 2 ? (s[1] & s[2]) | (s[1] & s[3]) | (s[2] & s[3])
                                            : s[1] ^ s[2] ^ s[3];
        const uint32_t sum = std::rotl(s[0], 5) + mixed + s[4] + constants[round] + words[index];
        s[4] = s[3];
        s[3] = s[2];
        s[2] = std::rotl(s[1], 30);
        s[1] = s[0];
        s[0] = sum;
    }
    for (uint32_t index = 0; index < 5; ++index) state.words[index] += s[index];
}

// How far sha2 turns and shifts: of the message's words, then of the state's.
struct Turns {
    int small[2][3], large[2][3];
};
constexpr Turns turns_256 = {{{7, 18, 3}, {17, 19, 10}}, {{6, 11, 25}, {2, 13, 22}}};
constexpr Turns turns_512 = {{{1, 8, 7}, {19, 61, 6}}, {{14, 18, 41}, {28, 34, 39}}};

template <typename Word>
void sha2_block(State<Word>& state, const uint8_t* block) {
    constexpr bool wide = sizeof(Word) == 8;
    constexpr uint32_t rounds = wide ? 80 : 64;
    constexpr const Turns& turns = wide ? turns_512 : turns_256;
    const auto small = [&](Word word, uint32_t which) {
        const int* by = turns.small[which];
        return static_cast<Word>(std::rotr(word, by[0]) ^ std::rotr(word, by[1]) ^ word >> by[2]);
    };
    const auto large = [&](Word word, uint32_t which) {
        const int* by = turns.large[which];
        return static_cast<Word>(std::rotr(word, by[0]) ^ std::rotr(word, by[1]) ^
                                 std::rotr(word, by[2]));
    };
    Word words[rounds];
    read_words<Word, true>(words, block);
    for (uint32_t at = 16; at < rounds; ++at)
        words[at] = words[at - 16] + words[at - 7] + small(words[at - 15], 0) +
                    small(words[at - 2], 1);
    Word s[8];
    std::memcpy(s, state.words, sizeof s);
    for (uint32_t index = 0; index < rounds; ++index) {
        const auto constant = static_cast<Word>(wide ? sha512_round[index]
                                                     : sha512_round[index] >> 32);
        const Word first = s[7] + large(s[4], 0) + ((s[4] & s[5]) ^ (~s[4] & s[6])) + constant +
                           words[index];
        const Word second = large(s[0], 1) + ((s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]));
        for (uint32_t at = 7; at > 0; --at) s[at] = s[at - 1];
        s[4] += first;
        s[0] = first + second;
    }
    for (uint32_t index = 0; index < 8; ++index) state.words[index] += s[index];
}

template <typename Word, bool big_end>
std::string run_blocks(State<Word> state, void (*step)(State<Word>&, const uint8_t*),
                       std::string_view data, size_t digest_size) {
    constexpr size_t block_size = sizeof(Word) * 16, count_size = sizeof(Word) * 2;
    const auto* bytes = reinterpret_cast<const uint8_t*>(data.data());
    const size_t whole = data.size() / block_size * block_size;
    for (size_t at = 0; at < whole; at += block_size) step(state, bytes + at);
    std::string rest(data.substr(whole));
    rest += '\x80';
    while (rest.size() % block_size != block_size - count_size) rest += '\0';
    const uint64_t bits = uint64_t{data.size()} * 8;
    for (size_t byte = 0; byte < count_size; ++byte) {
        const size_t place = big_end ? count_size - 1 - byte : byte;
        rest += static_cast<char>(place < 8 ? bits >> place * 8 & 0xff : 0);
    }
    for (size_t at = 0; at < rest.size(); at += block_size)
        step(state, reinterpret_cast<const uint8_t*>(rest.data()) + at);
    std::string digest;
    for (size_t byte = 0; byte < digest_size; ++byte) {
        const size_t within = byte % sizeof(Word);
        const size_t shift = (big_end ? sizeof(Word) - 1 - within : within) * 8;
        digest += static_cast<char>(state.words[byte / sizeof(Word)] >> shift & 0xff);
    }
    return digest;
}

constexpr State<uint32_t> start_sha1 = {
    {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0}};  // md5's too, but the last
constexpr State<uint32_t> start_sha224 = {{0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939,
                                           0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4}};
constexpr State<uint32_t> start_sha256 = {{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                           0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}};
constexpr State<uint64_t> start_sha384 = {
    {0xcbbb9d5dc1059ed8, 0x629a292a367cd507, 0x9159015a3070dd17, 0x152fecd8f70e5939,
     0x67332667ffc00b31, 0x8eb44a8768581511, 0xdb0c2e0d64f98fa7, 0x47b5481dbefa4fa4}};
constexpr State<uint64_t> start_sha512 = {
    {0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
     0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179}};

std::string digest_of(std::string_view name, std::string_view data) {
    if (name == "md5") return run_blocks<uint32_t, false>(start_sha1, md5_block, data, 16);
    if (name == "sha1") return run_blocks<uint32_t, true>(start_sha1, sha1_block, data, 20);
    if (name == "sha224")
        return run_blocks<uint32_t, true>(start_sha224, sha2_block<uint32_t>, data, 28);
    if (name == "sha256")
        return run_blocks<uint32_t, true>(start_sha256, sha2_block<uint32_t>, data, 32);
    if (name == "sha384")
        return run_blocks<uint64_t, true>(start_sha384, sha2_block<uint64_t>, data, 48);
    ASSERT(name == "sha512");
    return run_blocks<uint64_t, true>(start_sha512, sha2_block<uint64_t>, data, 64);
}

size_t block_size_of(std::string_view name) {
    return name == "sha384" || name == "sha512" ? 128 : 64;
}

}  // namespace

Value library_digest(Vm& vm, const Args& args) {
    const std::string_view data = bytes_view(vm, args[1]);
    vm.charge(50 + data.size());
    return new_bytes(vm, digest_of(to_utf8(vm, args[0]), data));
}

// `rounds` times the HMAC (RFC 2104) of what the last one gave: all results, one after the other
// combined by exclusive or, and the last (PBKDF2, RFC 8018). The key is no longer than a block.
Value library_hmac_rounds(Vm& vm, const Args& args) {
    const std::string name = to_utf8(vm, args[0]);
    std::string inner(bytes_view(vm, args[1]));
    inner.resize(block_size_of(name));
    std::string outer = inner;
    for (char& byte : inner) byte ^= 0x36;
    for (char& byte : outer) byte ^= 0x5c;
    std::string last(bytes_view(vm, args[2])), combined;
    const int64_t rounds = integer_of(args[3]);
    vm.charge(static_cast<uint64_t>(rounds) * 100);
    for (int64_t round = 0; round < rounds; ++round) {
        last = digest_of(name, outer + digest_of(name, inner + last));
        combined.resize(last.size());
        for (size_t at = 0; at < last.size(); ++at) combined[at] ^= last[at];
    }
    return new_bytes(vm, combined + last);
}

namespace {
using Checksum = uLong (*)(uLong, const Bytef*, uInt);
Value checksum(Vm& vm, const Args& args, Checksum function) {
    const std::string_view data = bytes_view(vm, args[0]);
    vm.charge(20 + data.size());
    const uLong value = function(static_cast<uLong>(integer_of(args[1])),
                                 reinterpret_cast<const Bytef*>(data.data()),
                                 static_cast<uInt>(data.size()));
    return Value::from_int(static_cast<int64_t>(value));
}
}  // namespace

Value library_crc32(Vm& vm, const Args& args) { return checksum(vm, args, crc32); }
Value library_adler32(Vm& vm, const Args& args) { return checksum(vm, args, adler32); }

}  // namespace meada
