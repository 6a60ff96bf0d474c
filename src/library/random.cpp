// Native half of random: the Mersenne Twister (Matsumoto and Nishimura, "Mersenne Twister: a
// 623-dimensionally equidistributed uniform pseudo-random number generator", MT19937, with
// init_by_array of their reference code of 2002), and SHA-512 (FIPS 180-4) for seeds that are
// texts.
#include <bit>
#include <cstring>

#include "library/natives.h"

namespace meada {
namespace {

constexpr uint32_t word_count = 624, shift = 397;

struct Twister : NativeObject {
    uint32_t next;  // index of the next word to hand out
    uint32_t words[word_count];
    uint32_t unused;
};
static_assert(sizeof(Twister) % 8 == 0);

Ref<Twister> twister_of(const Args& args) { return args[0].as_ref<Twister>(); }

void start(Twister& twister, uint32_t seed) {
    uint32_t* words = twister.words;
    words[0] = seed;
    for (uint32_t index = 1; index < word_count; ++index)
        words[index] = 1812433253u * (words[index - 1] ^ words[index - 1] >> 30) + index;
    twister.next = word_count;
}

void start_by_array(Twister& twister, std::span<const uint32_t> key) {
    start(twister, 19650218u);
    uint32_t* words = twister.words;
    uint32_t at = 1, from = 0;
    const auto length = static_cast<uint32_t>(key.size());
    const auto wrap = [&] {
        if (at < word_count) return;
        words[0] = words[word_count - 1];
        at = 1;
    };
    for (uint32_t left = std::max(word_count, length); left > 0; --left) {
        words[at] = (words[at] ^ (words[at - 1] ^ words[at - 1] >> 30) * 1664525u) + key[from] +
                    from;
        ++at;
        from = from + 1 == length ? 0 : from + 1;
        wrap();
    }
    for (uint32_t left = word_count - 1; left > 0; --left) {
        words[at] = (words[at] ^ (words[at - 1] ^ words[at - 1] >> 30) * 1566083941u) - at;
        ++at;
        wrap();
    }
    words[0] = 0x80000000u;
}

uint32_t next_word(Twister& twister) {
    uint32_t* words = twister.words;
    if (twister.next >= word_count) {
        for (uint32_t index = 0; index < word_count; ++index) {
            const uint32_t mixed = (words[index] & 0x80000000u) |
                                   (words[(index + 1) % word_count] & 0x7fffffffu);
            words[index] = words[(index + shift) % word_count] ^ mixed >> 1 ^
                           (mixed & 1 ? 0x9908b0dfu : 0);
        }
        twister.next = 0;
    }
    uint32_t word = words[twister.next++];
    word ^= word >> 11;
    word ^= word << 7 & 0x9d2c5680u;
    word ^= word << 15 & 0xefc60000u;
    return word ^ word >> 18;
}

// Cube and square roots of primes, as FIPS 180-4 lists them.
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

void sha512_block(uint64_t state[8], const uint8_t* block) {
    uint64_t words[80];
    for (int index = 0; index < 16; ++index) {
        words[index] = 0;
        for (int byte = 0; byte < 8; ++byte)
            words[index] = words[index] << 8 | block[index * 8 + byte];
    }
    for (int index = 16; index < 80; ++index) {
        const uint64_t a = words[index - 15], b = words[index - 2];
        words[index] = words[index - 16] + words[index - 7] +
                       (std::rotr(a, 1) ^ std::rotr(a, 8) ^ a >> 7) +
                       (std::rotr(b, 19) ^ std::rotr(b, 61) ^ b >> 6);
    }
    uint64_t s[8];
    std::memcpy(s, state, sizeof s);
    for (int index = 0; index < 80; ++index) {
        const uint64_t first = s[7] + (std::rotr(s[4], 14) ^ std::rotr(s[4], 18) ^
                                       std::rotr(s[4], 41)) +
                               ((s[4] & s[5]) ^ (~s[4] & s[6])) + sha512_round[index] +
                               words[index];
        const uint64_t second = (std::rotr(s[0], 28) ^ std::rotr(s[0], 34) ^ std::rotr(s[0], 39)) +
                                ((s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]));
        for (int at = 7; at > 0; --at) s[at] = s[at - 1];
        s[4] += first;
        s[0] = first + second;
    }
    for (int index = 0; index < 8; ++index) state[index] += s[index];
}

void sha512(std::span<const uint8_t> data, uint8_t digest[64]) {
    uint64_t state[8] = {0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b,
                         0xa54ff53a5f1d36f1, 0x510e527fade682d1, 0x9b05688c2b3e6c1f,
                         0x1f83d9abfb41bd6b, 0x5be0cd19137e2179};
    std::vector<uint8_t> padded(data.begin(), data.end());
    padded.push_back(0x80);
    while (padded.size() % 128 != 112) padded.push_back(0);
    for (int byte = 0; byte < 8; ++byte) padded.push_back(0);
    const uint64_t bits = data.size() * 8;
    for (int byte = 7; byte >= 0; --byte)
        padded.push_back(static_cast<uint8_t>(bits >> byte * 8));
    for (size_t at = 0; at < padded.size(); at += 128) sha512_block(state, &padded[at]);
    for (int index = 0; index < 64; ++index)
        digest[index] = static_cast<uint8_t>(state[index / 8] >> (7 - index % 8) * 8);
}

}  // namespace

Value library_twister_new(Vm& vm, const Args&) {
    const auto twister = vm.allocate<Twister>(Kind::native_object, Root::type_native_object);
    if (!twister) return {};
    start(vm.block.edit(twister), 5489u);
    return Value::from_ref(twister);
}

// `key`: a list of 32-bit words, least first.
Value library_twister_seed(Vm& vm, const Args& args) {
    const auto list = args[1].as_ref<List>();
    std::vector<uint32_t> key;
    for (uint32_t index = 0; index < vm.block[list].count; ++index)
        key.push_back(static_cast<uint32_t>(
            vm.block.load(vm.block[list].items.offset + Values::first_offset + index * 8)
                .as_int()));
    start_by_array(vm.block.edit(twister_of(args)), key);
    return vm.none();
}

Value library_twister_random(Vm& vm, const Args& args) {
    vm.charge(8);
    Twister& twister = vm.block.edit(twister_of(args));
    const uint32_t high = next_word(twister) >> 5, low = next_word(twister) >> 6;
    return Value::from_float((high * 67108864.0 + low) * (1.0 / 9007199254740992.0));
}

// Up to 32 random bits, as getrandbits takes them.
Value library_twister_bits(Vm& vm, const Args& args) {
    vm.charge(8);
    const auto count = static_cast<uint32_t>(integer_of(args[1]));
    return Value::from_int(next_word(vm.block.edit(twister_of(args))) >> (32 - count));
}

Value library_twister_state(Vm& vm, const Args& args) {
    std::vector<Value> items;
    const Twister& twister = vm.block[twister_of(args)];
    for (const uint32_t word : twister.words) items.push_back(Value::from_int(word));
    items.push_back(Value::from_int(twister.next));
    return new_tuple(vm, items);
}

Value library_twister_restore(Vm& vm, const Args& args) {
    const auto tuple = args[1].as_ref<Tuple>();
    Twister& twister = vm.block.edit(twister_of(args));
    const auto item = [&](uint32_t index) {
        return static_cast<uint32_t>(
            vm.block.load(tuple.offset + Tuple::items_offset + index * 8).as_int());
    };
    for (uint32_t index = 0; index < word_count; ++index) twister.words[index] = item(index);
    twister.next = item(word_count);
    return vm.none();
}

// What an unseeded generator starts from: the machine's seed, and a decision.
Value library_random_start(Vm& vm, const Args&) {
    Machine& machine = machine_of(vm);
    const uint32_t option = choose(machine, DecisionKind::random_seed, ~0u);
    return new_int(vm, static_cast<int64_t>(machine.spec.seed + option));
}

Value library_sha512(Vm& vm, const Args& args) {
    const ByteString& bytes = vm.block[args[0].as_ref<ByteString>()];
    uint8_t digest[64];
    sha512({vm.block.at<uint8_t>(args[0].offset() + ByteString::data_offset), bytes.length},
           digest);
    std::vector<Value> items;
    for (const uint8_t byte : digest) items.push_back(Value::from_int(byte));
    return new_list(vm, items);
}

}  // namespace meada
