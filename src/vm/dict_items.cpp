// Going through a dict's items, in order of insertion and back.
#include "vm/dict.h"

namespace meada {
namespace {

const DictEntry* entries_of(const Vm& vm, Ref<DictKeys> keys) {
    return vm.block.at<DictEntry>(keys.offset + dict_entries_offset(vm.block[keys].detail));
}

}  // namespace

bool dict_next_hashed(const Vm& vm, Ref<Dict> dict, uint32_t& position, DictItem& out) {
    const Ref<DictKeys> keys = vm.block[dict].keys;
    if (!keys) return false;
    const DictEntry* entries = entries_of(vm, keys);
    const uint32_t count = vm.block[keys].entry_count;
    for (; position < count; ++position) {
        const DictEntry& entry = entries[position];
        if (entry.key.is_null()) continue;
        out = {entry.key, entry.value, entry.hash};
        ++position;
        return true;
    }
    return false;
}

bool dict_next(const Vm& vm, Ref<Dict> dict, uint32_t& position, Value& key, Value& value) {
    DictItem item;
    if (!dict_next_hashed(vm, dict, position, item)) return false;
    key = item.key;
    value = item.value;
    return true;
}

bool dict_previous(const Vm& vm, Ref<Dict> dict, uint32_t& position, Value& key, Value& value) {
    const Ref<DictKeys> keys = vm.block[dict].keys;
    if (!keys) return false;
    const DictEntry* entries = entries_of(vm, keys);
    while (position > 0) {
        const DictEntry& entry = entries[--position];
        if (entry.key.is_null()) continue;
        key = entry.key;
        value = entry.value;
        return true;
    }
    return false;
}

uint32_t dict_entry_count(const Vm& vm, Ref<Dict> dict) {
    const Ref<DictKeys> keys = vm.block[dict].keys;
    return keys ? vm.block[keys].entry_count : 0;
}

}  // namespace meada
