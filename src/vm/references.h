// Where the references of a cell are, whatever its kind. Inside vm.
#pragma once

#include "vm/collector.h"
#include "vm/holders.h"

namespace meada {

// Calls for each reference of the cell: visit.reference(field) for an offset in 32 bits,
// visit.counted(field) for one that counts if it is to a mortal, visit.values(begin, end) for
// slots of Values. All are offsets, and the block may move meanwhile. Not those of contexts.
template <typename Visit>
void each_of_frame(const Block& block, uint32_t at, Visit& visit) {
    const auto field = [&](size_t offset) { return at + static_cast<uint32_t>(offset); };
    visit.reference(field(offsetof(Frame, code)));
    visit.counted(field(offsetof(Frame, function)));
    visit.reference(field(offsetof(Frame, globals)));
    visit.counted(field(offsetof(Frame, locals)));
    visit.reference(field(offsetof(Frame, generator)));
    visit.reference(field(offsetof(Frame, keyword_names)));
    visit.values(field(offsetof(Frame, extra)), field(offsetof(Frame, extra)) + 8);
    visit.values(at + Frame::slots_offset, block.at<Frame>(at)->stack_end);
}

template <typename Visit>
void each_of_custom(const Block& block, uint32_t cell, Visit& visit) {
    const auto field = [&](size_t offset) { return cell + static_cast<uint32_t>(offset); };
    const auto references = [&](uint32_t count) {
        for (uint32_t index = 0; index < count; ++index) visit.reference(cell + 8 + index * 4);
    };
    switch (block.at<Object>(cell)->kind) {
        case Kind::dict_keys: {
            const DictKeys keys = *block.at<DictKeys>(cell);
            const uint32_t entries = cell + dict_entries_offset(keys.detail);
            for (uint32_t index = 0; index < keys.entry_count; ++index)
                visit.values(entries + index * 24 + 8, entries + index * 24 + 24);
            break;
        }
        case Kind::set_table: {
            const uint32_t count = block.at<SetTable>(cell)->mask + 1;
            for (uint32_t index = 0; index < count; ++index) {
                const uint32_t entry = cell + SetTable::entries_offset + index * 16;
                visit.values(entry, entry + 8);
            }
            break;
        }
        case Kind::type:
            references(9);
            visit.values(field(offsetof(Type, specials)),
                         field(offsetof(Type, specials)) + special_count * 8);
            break;
        case Kind::code: references(CodeObject::reference_count); break;
        case Kind::generator:
            visit.reference(field(offsetof(Generator, code)));
            visit.reference(field(offsetof(Generator, name)));
            visit.reference(field(offsetof(Generator, qualified_name)));
            visit.values(field(offsetof(Generator, handled)),
                         field(offsetof(Generator, handled)) + 24);
            if (block.at<Generator>(cell)->state != GeneratorState::finished)
                each_of_frame(block, field(offsetof(Generator, frame)), visit);
            break;
        case Kind::super:
            visit.values(field(offsetof(Super, type)), field(sizeof(Super)));
            break;
        case Kind::native_object:
            visit.values(cell + NativeObject::values_offset,
                         cell + NativeObject::values_offset +
                             value_count(*block.at<Object>(cell)) * 8);
            break;
        default: break;
    }
}

template <typename Visit>
void each_reference(const Block& block, uint32_t cell, Visit& visit) {
    const Object object = *block.at<Object>(cell);
    visit.reference(cell);  // its shape
    const CellLayout layout = cell_layouts[static_cast<uint8_t>(object.kind)];
    const uint32_t counted = counted_references(object.kind);
    // A mortal tuple has its count where its attributes would be.
    const bool skip = object.kind == Kind::tuple && object.flags & cell_mortal;
    for (uint32_t index = skip ? layout.references : 0; index < layout.references; ++index) {
        const uint32_t field = cell + 8 + index * 4;
        if (counted >> index & 1) visit.counted(field);
        else visit.reference(field);
    }
    if (layout.first_value != 0)
        visit.values(cell + layout.first_value, cell + block.cell_size(cell));
    else
        each_of_custom(block, cell, visit);
}

}  // namespace meada
