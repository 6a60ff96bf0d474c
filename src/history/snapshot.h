// A run as bytes: all that another instance of the engine needs to go on with it, on another
// thread, in a worker, in the other build. Inside history.
//
//   "meada run" 0x01   format
//   u64                XXH64 of the boot image that both sides have
//   u64                XXH64 of the block
//   varint + bytes     the scenario's JSON: machine, decisions, input
//   varint             size of the block in bytes
//   varint             size of the changes, and of them compressed (LZ4), then those bytes:
//                      for each card that is not the boot image's (or zero behind its end) a
//                      varint, the number of equal cards before it, and its 512 bytes XOR what
//                      is expected
//   u64                XXH64 of everything before it
//
// The same state gives the same block, and its sum, in every build; not the same compressed bytes,
// as LZ4 finds other matches where words have 32 bits.
#pragma once

#include <memory>
#include <span>

#include "base/varint.h"
#include "scenario/scenario.h"

namespace meada {

// Settles the machine's accounts: its block is then exactly what is packed.
Bytes pack_run(Machine&, const Scenario&, std::span<const uint8_t> image);
// Errors: snapshot_damaged and those of the scenario.
Result<std::unique_ptr<Machine>> unpack_run(std::span<const uint8_t> packed,
                                            std::span<const uint8_t> image);

}  // namespace meada
