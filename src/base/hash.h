// Hashes that Python programs or traces can see; all give the same on every platform.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace meada {

// SipHash-1-3 with a zero key (Aumasson and Bernstein, "SipHash: a fast short-input PRF"):
// what CPython uses for str and bytes under PYTHONHASHSEED=0. Not yet mapped from -1 to -2.
uint64_t siphash13(std::span<const uint8_t> bytes);

// A rolling hash over 64-bit words: the trace hash. Order matters.
constexpr uint64_t hash_start = 0xcbf29ce484222325u;
constexpr uint64_t hash_mix(uint64_t hash, uint64_t word) {
    // The finaliser of MurmurHash3 over a multiply-add: cheap, and every bit reaches every bit.
    uint64_t mixed = (hash ^ word) * 0x9e3779b97f4a7c15u;
    mixed ^= mixed >> 32;
    mixed *= 0xd6e8feb86659fd93u;
    return mixed ^ (mixed >> 29);
}
uint64_t hash_bytes(uint64_t hash, std::span<const uint8_t> bytes);

}  // namespace meada
