// The compact dict: a table of indices into entries in order of insertion, as CPython's since 3.6
// (Raymond Hettinger, "More compact dictionaries with faster iteration").
#include "vm/dict.h"

#include "vm/containers.h"
#include "vm/operations.h"
#include "vm/strings.h"

namespace meada {
namespace {

constexpr uint32_t log2_size_least = 3;
constexpr uint32_t index_empty = ~uint32_t{0};
constexpr uint32_t index_deleted = ~uint32_t{0} - 1;

uint32_t usable_of(uint32_t log2_size) { return (2u << log2_size) / 3; }

struct Table {  // of one DictKeys; dead after the next allocation
    const uint8_t* indices;
    const DictEntry* entries;
    uint32_t log2_size, mask;

    uint32_t index(uint32_t slot) const {
        if (log2_size <= 7) {
            const uint8_t found = indices[slot];
            return found >= 0xfe ? ~uint32_t{0} - (0xffu - found) : found;
        }
        if (log2_size <= 15) {
            const uint16_t found = reinterpret_cast<const uint16_t*>(indices)[slot];
            return found >= 0xfffe ? ~uint32_t{0} - (0xffffu - found) : found;
        }
        return reinterpret_cast<const uint32_t*>(indices)[slot];
    }
};

Table table_of(const Vm& vm, Ref<DictKeys> keys) {
    const uint32_t log2_size = vm.block[keys].detail;
    const uint8_t* base = vm.block.at<uint8_t>(keys.offset);
    return {base + DictKeys::indices_offset,
            reinterpret_cast<const DictEntry*>(base + dict_entries_offset(log2_size)), log2_size,
            (1u << log2_size) - 1};
}

void set_index(Vm& vm, Ref<DictKeys> keys, uint32_t slot, uint32_t index) {
    const uint32_t log2_size = vm.block[keys].detail;
    const uint32_t first = keys.offset + DictKeys::indices_offset;
    if (log2_size <= 7)
        *vm.block.edit_bytes(first + slot, 1) = static_cast<uint8_t>(index);
    else if (log2_size <= 15)
        *reinterpret_cast<uint16_t*>(vm.block.edit_bytes(first + slot * 2, 2)) =
            static_cast<uint16_t>(index);
    else
        *reinterpret_cast<uint32_t*>(vm.block.edit_bytes(first + slot * 4, 4)) = index;
}

uint32_t entry_offset(const Vm& vm, Ref<DictKeys> keys, uint32_t index) {
    return keys.offset + dict_entries_offset(vm.block[keys].detail) +
           index * static_cast<uint32_t>(sizeof(DictEntry));
}

Ref<DictKeys> new_keys(Vm& vm, uint32_t log2_size) {
    const uint32_t usable = usable_of(log2_size);
    const uint64_t size =
        dict_entries_offset(log2_size) + uint64_t{usable} * sizeof(DictEntry);
    if (size > block_size_bytes_max) {
        vm.raise_value(vm.root(Root::memory_error));
        return {};
    }
    const auto keys =
        Ref<DictKeys>{vm.allocate_cell(Kind::dict_keys, {}, static_cast<uint32_t>(size))};
    if (!keys) return {};
    const uint32_t index_bytes = dict_entries_offset(log2_size) - DictKeys::indices_offset;
    std::memset(vm.block.edit_bytes(keys.offset + DictKeys::indices_offset, index_bytes), 0xff,
                index_bytes);
    DictKeys& made = vm.block.edit(keys);
    made.detail = static_cast<uint16_t>(log2_size);
    made.usable = usable;
    return keys;
}

struct Probe {
    Outcome outcome;        // yes: found; no: not there; raised; needs_call
    uint32_t slot = 0;      // in the index table
    uint32_t index = 0;     // of the entry
};

// CPython's probing: a linear congruence perturbed by the hash's upper bits.
template <typename Same>
Probe find(Vm& vm, Ref<DictKeys> keys, uint64_t hash, Same&& same) {
    if (!keys) return {Outcome::no};
    const Table table = table_of(vm, keys);
    uint64_t perturb = hash;
    uint32_t slot = static_cast<uint32_t>(hash) & table.mask;
    for (;;) {
        const uint32_t index = table.index(slot);
        if (index == index_empty) return {Outcome::no, slot, 0};
        if (index != index_deleted) {
            const Outcome outcome = same(table.entries[index]);
            if (outcome != Outcome::no) return {outcome, slot, index};
        }
        perturb >>= 5;
        slot = static_cast<uint32_t>(slot * 5 + perturb + 1) & table.mask;
    }
}

Probe find_str(Vm& vm, Ref<DictKeys> keys, Value name, uint64_t hash) {
    const uint8_t interned = vm.block.object(name).flags & cell_interned;
    return find(vm, keys, hash, [&](const DictEntry& entry) {
        if (entry.key == name) return Outcome::yes;
        if (entry.hash != hash || !entry.key.is_ref() || entry.key.is_mortal()) return Outcome::no;
        const Object& object = vm.block.object(entry.key);
        // Two interned strs are equal only if they are one.
        if (object.kind != Kind::str || object.flags & interned) return Outcome::no;
        return str_equals(vm, entry.key, name) ? Outcome::yes : Outcome::no;
    });
}

Probe find_key(Vm& vm, Ref<DictKeys> keys, Value key, uint64_t hash) {
    return find(vm, keys, hash, [&](const DictEntry& entry) {
        if (entry.key == key) return Outcome::yes;
        if (entry.hash != hash) return Outcome::no;
        return equal(vm, entry.key, key);
    });
}

uint32_t empty_slot(const Table& table, uint64_t hash) {
    uint64_t perturb = hash;
    uint32_t slot = static_cast<uint32_t>(hash) & table.mask;
    while (table.index(slot) != index_empty) {
        perturb >>= 5;
        slot = static_cast<uint32_t>(slot * 5 + perturb + 1) & table.mask;
    }
    return slot;
}

// A larger (or, after many deletions, an equal) table with the live entries close together.
bool resize(Vm& vm, Ref<Dict> dict, uint32_t at_least) {
    uint32_t log2_size = log2_size_least;
    while ((1u << log2_size) < at_least) ++log2_size;
    const Ref<DictKeys> made = new_keys(vm, log2_size);
    if (!made) return false;
    const Ref<DictKeys> old = vm.block[dict].keys;
    uint32_t count = 0;
    if (old) {
        const uint32_t entry_count = vm.block[old].entry_count;
        for (uint32_t index = 0; index < entry_count; ++index) {
            const DictEntry entry = *vm.block.at<DictEntry>(entry_offset(vm, old, index));
            if (entry.key.is_null()) continue;
            set_index(vm, made, empty_slot(table_of(vm, made), entry.hash), count);
            const uint32_t at = entry_offset(vm, made, count);
            *reinterpret_cast<DictEntry*>(vm.block.edit_bytes(at, sizeof(DictEntry))) = entry;
            ++count;
        }
        vm.block.free_now(old.offset);
    }
    DictKeys& keys = vm.block.edit(made);
    keys.entry_count = count;
    keys.usable -= count;
    vm.block.edit(dict).keys = made;
    return true;
}

bool insert(Vm& vm, Ref<Dict> dict, Value key, uint64_t hash, Value value) {
    const Ref<DictKeys> before = vm.block[dict].keys;
    if (!before || vm.block[before].usable == 0) {
        if (!resize(vm, dict, vm.block[dict].count * 3 + 1)) return false;
    }
    const Ref<DictKeys> keys = vm.block[dict].keys;
    const uint32_t index = vm.block[keys].entry_count;
    set_index(vm, keys, empty_slot(table_of(vm, keys), hash), index);
    const uint32_t at = entry_offset(vm, keys, index);
    vm.block.edit(Ref<DictEntry>{at}).hash = hash;
    vm.block.store(at + 8, key);
    vm.block.store(at + 16, value);
    DictKeys& table = vm.block.edit(keys);
    ++table.entry_count;
    --table.usable;
    Dict& changed = vm.block.edit(dict);
    ++changed.count;
    changed.version = 0;
    return true;
}

Outcome set_hashed(Vm& vm, Ref<Dict> dict, const Probe& probe, Value key, uint64_t hash,
                   Value value) {
    if (probe.outcome == Outcome::yes) {
        vm.block.store(entry_offset(vm, vm.block[dict].keys, probe.index) + 16, value);
        return Outcome::yes;
    }
    if (probe.outcome != Outcome::no) return probe.outcome;
    return insert(vm, dict, key, hash, value) ? Outcome::yes : Outcome::raised;
}

Outcome delete_found(Vm& vm, Ref<Dict> dict, const Probe& probe) {
    if (probe.outcome != Outcome::yes) return probe.outcome;
    const Ref<DictKeys> keys = vm.block[dict].keys;
    set_index(vm, keys, probe.slot, index_deleted);
    const uint32_t at = entry_offset(vm, keys, probe.index);
    Dict& changed = vm.block.edit(dict);
    --changed.count;
    changed.version = 0;
    vm.block.edit(Ref<DictEntry>{at}).hash = 0;
    vm.block.clear(at + 8);
    vm.block.clear(at + 16);
    return Outcome::yes;
}

Found found_at(const Vm& vm, Ref<Dict> dict, const Probe& probe) {
    if (probe.outcome != Outcome::yes) return {probe.outcome};
    const uint32_t slot = entry_offset(vm, vm.block[dict].keys, probe.index) + 16;
    return {Outcome::yes, vm.block.load(slot), slot};
}

bool is_plain_str(const Vm& vm, Value key) {
    return vm.block.kind(key) == Kind::str &&
           vm.type_of(key) == vm.type(Root::type_str);
}

Probe find_any(Vm& vm, Ref<Dict> dict, Value key, uint64_t hash) {
    const Ref<DictKeys> keys = vm.block[dict].keys;
    if (is_plain_str(vm, key)) {
        const Probe probe = find_str(vm, keys, key, hash);
        // Keys of other kinds may equal a str only by a Python __eq__.
        return probe;
    }
    return find_key(vm, keys, key, hash);
}

}  // namespace

Value new_dict(Vm& vm) {
    const auto dict = vm.allocate<Dict>(Kind::dict, Root::type_dict);
    return dict ? Value::from_ref(dict) : Value{};
}

Found dict_get_hashed(Vm& vm, Ref<Dict> dict, Value key, uint64_t hash) {
    return found_at(vm, dict, find_any(vm, dict, key, hash));
}

Found dict_get(Vm& vm, Ref<Dict> dict, Value key) {
    const Hashed hashed = hash_of(vm, key);
    if (hashed.outcome != Outcome::yes) return {hashed.outcome};
    return dict_get_hashed(vm, dict, key, hashed.hash);
}

Outcome dict_set(Vm& vm, Ref<Dict> dict, Value key, Value value) {
    const Hashed hashed = hash_of(vm, key);
    if (hashed.outcome != Outcome::yes) return hashed.outcome;
    return set_hashed(vm, dict, find_any(vm, dict, key, hashed.hash), key, hashed.hash, value);
}

Outcome dict_delete(Vm& vm, Ref<Dict> dict, Value key) {
    const Hashed hashed = hash_of(vm, key);
    if (hashed.outcome != Outcome::yes) return hashed.outcome;
    return delete_found(vm, dict, find_any(vm, dict, key, hashed.hash));
}

Found dict_find_str(Vm& vm, Ref<Dict> dict, Value name) {
    return found_at(vm, dict, find_str(vm, vm.block[dict].keys, name, str_hash(vm, name)));
}

Value dict_get_str(Vm& vm, Ref<Dict> dict, Value name) {
    const Found found = dict_find_str(vm, dict, name);
    return found.outcome == Outcome::yes ? found.value : Value{};
}

bool dict_set_str(Vm& vm, Ref<Dict> dict, Value name, Value value) {
    const uint64_t hash = str_hash(vm, name);
    const Probe probe = find_str(vm, vm.block[dict].keys, name, hash);
    return set_hashed(vm, dict, probe, name, hash, value) == Outcome::yes;
}

bool dict_next(const Vm& vm, Ref<Dict> dict, uint32_t& position, Value& key, Value& value) {
    const Ref<DictKeys> keys = vm.block[dict].keys;
    if (!keys) return false;
    for (; position < vm.block[keys].entry_count; ++position) {
        const DictEntry& entry = *vm.block.at<DictEntry>(entry_offset(vm, keys, position));
        if (entry.key.is_null()) continue;
        key = entry.key;
        value = entry.value;
        ++position;
        return true;
    }
    return false;
}

bool dict_previous(const Vm& vm, Ref<Dict> dict, uint32_t& position, Value& key, Value& value) {
    const Ref<DictKeys> keys = vm.block[dict].keys;
    if (!keys) return false;
    while (position > 0) {
        const DictEntry& entry = *vm.block.at<DictEntry>(entry_offset(vm, keys, --position));
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

Ref<Dict> dict_copy(Vm& vm, Ref<Dict> dict) {
    const Value made = new_dict(vm);
    if (made.is_null()) return {};
    uint32_t position = 0;
    Value key, value;
    const Ref<DictKeys> keys = vm.block[dict].keys;
    while (dict_next(vm, dict, position, key, value)) {
        const uint64_t hash = vm.block.at<DictEntry>(entry_offset(vm, keys, position - 1))->hash;
        if (!insert(vm, made.as_ref<Dict>(), key, hash, value)) return {};
    }
    return made.as_ref<Dict>();
}

void dict_clear(Vm& vm, Ref<Dict> dict) {
    const Ref<DictKeys> keys = vm.block[dict].keys;
    if (!keys) return;
    const uint32_t count = vm.block[keys].entry_count;
    Dict& changed = vm.block.edit(dict);
    changed.keys = {};
    changed.count = 0;
    changed.version = 0;
    for (uint32_t index = 0; index < count; ++index) {
        const uint32_t at = entry_offset(vm, keys, index);
        vm.block.clear(at + 8);
        vm.block.clear(at + 16);
    }
    vm.block.free_now(keys.offset);
}

bool dict_insert_hashed(Vm& vm, Ref<Dict> dict, Value key, uint64_t hash, Value value) {
    return insert(vm, dict, key, hash, value);
}

DictCandidate dict_candidate(Vm& vm, Ref<Dict> dict, uint64_t hash, uint32_t number) {
    DictCandidate candidate;
    find(vm, vm.block[dict].keys, hash, [&](const DictEntry& entry) {
        if (entry.hash != hash) return Outcome::no;
        if (number-- > 0) return Outcome::no;
        candidate.key = entry.key;
        candidate.slot = static_cast<uint32_t>(reinterpret_cast<const uint8_t*>(&entry) -
                                               vm.block.at<uint8_t>(0)) + 16;
        return Outcome::yes;
    });
    return candidate;
}

uint32_t dict_value_slot(const Vm& vm, Ref<Dict> dict, uint32_t index) {
    return entry_offset(vm, vm.block[dict].keys, index) + 16;
}

void dict_delete_slot(Vm& vm, Ref<Dict> dict, uint32_t value_slot) {
    const Ref<DictKeys> keys = vm.block[dict].keys;
    const uint32_t index = (value_slot - 16 - entry_offset(vm, keys, 0)) /
                           static_cast<uint32_t>(sizeof(DictEntry));
    const uint64_t hash = vm.block.at<DictEntry>(value_slot - 16)->hash;
    const Value key = vm.block.at<DictEntry>(value_slot - 16)->key;
    Probe probe = find(vm, keys, hash, [&](const DictEntry& entry) {
        return entry.key == key ? Outcome::yes : Outcome::no;
    });
    ASSERT(probe.outcome == Outcome::yes && probe.index == index);
    delete_found(vm, dict, probe);
}

}  // namespace meada
