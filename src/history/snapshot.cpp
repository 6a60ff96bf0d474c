#include "history/snapshot.h"

#include <lz4.h>
#include <xxhash.h>

#include <algorithm>
#include <cstring>
#include <iterator>
#include <string_view>

#include "library/library.h"

namespace meada {
namespace {

constexpr std::string_view format = "meada run\x01";

void write_number(Bytes& out, uint64_t number) {
    for (int shift = 0; shift < 64; shift += 8)
        out.push_back(static_cast<uint8_t>(number >> shift));
}

std::optional<uint64_t> read_number(ByteReader& reader) {
    const auto bytes = reader.bytes(8);
    if (!bytes) return std::nullopt;
    uint64_t number = 0;
    for (int index = 8; index-- > 0;) number = number << 8 | (*bytes)[static_cast<size_t>(index)];
    return number;
}

uint64_t checksum(std::span<const uint8_t> bytes) { return XXH64(bytes.data(), bytes.size(), 0); }

template <typename Text>
void append(Bytes& out, const Text& text) {
    out.insert(out.end(), std::begin(text), std::end(text));
}

// What a card is as long as nothing has been written to it.
void expected_card(std::span<const uint8_t> image, size_t card, uint8_t* out) {
    const size_t start = card * card_size_bytes;
    std::memset(out, 0, card_size_bytes);
    if (start < image.size())
        std::memcpy(out, image.data() + start,
                    std::min<size_t>(card_size_bytes, image.size() - start));
}

Bytes changes_of(std::span<const uint8_t> block, std::span<const uint8_t> image) {
    Bytes changes;
    uint64_t equal = 0;
    for (size_t card = 0; card < block.size() / card_size_bytes; ++card) {
        uint8_t content[card_size_bytes];
        expected_card(image, card, content);
        const uint8_t* found = block.data() + card * card_size_bytes;
        if (std::memcmp(found, content, card_size_bytes) == 0) {
            ++equal;
            continue;
        }
        for (uint32_t index = 0; index < card_size_bytes; ++index) content[index] ^= found[index];
        write_varint(changes, equal);
        append(changes, content);
        equal = 0;
    }
    return changes;
}

// False: the changes do not fit the block.
bool apply_changes(std::span<const uint8_t> changes, Bytes& block) {
    ByteReader reader(changes);
    size_t card = 0;
    while (!reader.at_end()) {
        const auto equal = reader.varint();
        const auto content = reader.bytes(card_size_bytes);
        if (!equal || !content || *equal > block.size() / card_size_bytes) return false;
        card += *equal;
        if (card >= block.size() / card_size_bytes) return false;
        uint8_t* target = block.data() + card * card_size_bytes;
        for (uint32_t index = 0; index < card_size_bytes; ++index)
            target[index] ^= (*content)[index];
        ++card;
    }
    return true;
}

Error damaged(Reason reason) {
    return Error{ErrorCode::snapshot_damaged, {reason_argument(reason)}, {}, {}};
}

struct Packed {
    std::span<const uint8_t> scenario, compressed;
    uint64_t block_sum = 0, block_size = 0, changes_size = 0;
};

Result<Packed> read_parts(std::span<const uint8_t> packed, std::span<const uint8_t> image) {
    ByteReader reader(packed);
    const auto start = reader.bytes(format.size());
    if (!start || !std::equal(start->begin(), start->end(), format.begin()))
        return damaged(Reason::wrong_layout);
    const auto image_sum = read_number(reader);
    if (!image_sum) return damaged(Reason::cut_short);
    if (*image_sum != checksum(image)) return damaged(Reason::other_boot_image);
    Packed parts;
    parts.block_sum = read_number(reader).value_or(0);
    const auto sized = [&](std::span<const uint8_t>& out) {
        const auto size = reader.varint();
        const auto bytes = size ? reader.bytes(*size) : std::nullopt;
        if (bytes) out = *bytes;
    };
    sized(parts.scenario);
    parts.block_size = reader.varint().value_or(0);
    parts.changes_size = reader.varint().value_or(0);
    sized(parts.compressed);
    const uint64_t end = reader.offset();
    const auto sum = read_number(reader);
    if (!sum) return damaged(Reason::cut_short);
    if (!reader.at_end()) return damaged(Reason::something_follows);
    if (*sum != checksum(packed.first(end))) return damaged(Reason::checksum_differs);
    // A card of the block takes at most its bytes and a varint; LZ4 takes sizes as int.
    const bool possible = parts.block_size <= block_size_bytes_max &&
                          parts.changes_size <= parts.block_size / card_size_bytes *
                                                    (card_size_bytes + 4);
    if (!possible) return damaged(Reason::wrong_size);
    return parts;
}

}  // namespace

Bytes pack_run(Machine& machine, const Scenario& scenario, std::span<const uint8_t> image) {
    settle(machine);
    const auto block = machine.vm.block.bytes();
    const Bytes changes = changes_of(block, image);
    const int bound = LZ4_compressBound(static_cast<int>(changes.size()));
    Bytes compressed(static_cast<size_t>(bound));
    const int size = LZ4_compress_default(reinterpret_cast<const char*>(changes.data()),
                                          reinterpret_cast<char*>(compressed.data()),
                                          static_cast<int>(changes.size()), bound);
    ASSERT(size > 0);
    compressed.resize(static_cast<size_t>(size));
    const std::string json = to_json(scenario);
    Bytes out;
    append(out, format);
    write_number(out, checksum(image));
    write_number(out, checksum(block));
    write_varint(out, json.size());
    append(out, json);
    write_varint(out, block.size());
    write_varint(out, changes.size());
    write_varint(out, compressed.size());
    append(out, compressed);
    write_number(out, checksum(out));
    return out;
}

Result<std::unique_ptr<Machine>> unpack_run(std::span<const uint8_t> packed,
                                            std::span<const uint8_t> image) {
    const auto parts = read_parts(packed, image);
    if (!parts) return parts.error();
    const auto scenario = scenario_from_json(
        {reinterpret_cast<const char*>(parts->scenario.data()), parts->scenario.size()});
    if (!scenario) return scenario.error();
    Bytes changes(parts->changes_size);
    const int size = LZ4_decompress_safe(
        reinterpret_cast<const char*>(parts->compressed.data()),
        reinterpret_cast<char*>(changes.data()), static_cast<int>(parts->compressed.size()),
        static_cast<int>(changes.size()));
    if (size != static_cast<int>(changes.size())) return damaged(Reason::was_changed);
    Bytes block(parts->block_size);
    std::memcpy(block.data(), image.data(), std::min(block.size(), image.size()));
    if (!apply_changes(changes, block)) return damaged(Reason::wrong_size);
    if (checksum(block) != parts->block_sum) return damaged(Reason::checksum_differs);
    auto machine = std::make_unique<Machine>(all_natives(), scenario->spec);
    machine->boot_image = image;
    if (const auto restored = restore(*machine, block); !restored) return restored.error();
    machine->input = scenario->input;
    for (const Decision& decision : scenario->decisions) machine->decisions.set(decision);
    return machine;
}

}  // namespace meada
