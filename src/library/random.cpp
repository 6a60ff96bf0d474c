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

}  // namespace meada
