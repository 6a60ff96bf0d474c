// The compact dict: a table of indices into entries in order of insertion, as CPython's since 3.6
// (Raymond Hettinger, "More compact dictionaries with faster iteration"). Probing, the share of
// the table that is used and growth are CPython's.
#include "vm/dict.h"

#include "vm/exceptions.h"
#include "vm/sequences.h"
#include "vm/strings.h"

namespace meada {
namespace {

constexpr uint32_t log2_size_least = 3;
constexpr uint32_t perturb_shift = 5;

uint32_t usable_of(uint32_t log2_size) { return (2u << log2_size) / 3; }

// All ones: empty; all ones but the last bit: deleted; whatever the width.
template <typename Index>
constexpr Index empty_index = static_cast<Index>(~Index{0});
template <typename Index>
constexpr Index deleted_index = static_cast<Index>(~Index{0} - 1);

struct Table {  // of one DictKeys; dead after the next allocation
    const uint8_t* indices;
    const DictEntry* entries;
    uint32_t log2_size, mask;
};

Table table_of(const Vm& vm, Ref<DictKeys> keys) {
    const uint32_t log2_size = vm.block[keys].detail;
    const uint8_t* base = vm.block.at<uint8_t>(keys.offset);
    return {base + DictKeys::indices_offset,
            reinterpret_cast<const DictEntry*>(base + dict_entries_offset(log2_size)), log2_size,
            (1u << log2_size) - 1};
}

// Calls function(pointer to the first index) with the table's width.
template <typename Function>
decltype(auto) with_indices(const Table& table, Function&& function) {
    if (table.log2_size <= 7) return function(table.indices);
    if (table.log2_size <= 15)
        return function(reinterpret_cast<const uint16_t*>(table.indices));
    return function(reinterpret_cast<const uint32_t*>(table.indices));
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

uint64_t keys_size(uint32_t log2_size) {
    return dict_entries_offset(log2_size) + uint64_t{usable_of(log2_size)} * sizeof(DictEntry);
}

Ref<DictKeys> new_keys(Vm& vm, uint32_t log2_size) {
    const uint64_t size = keys_size(log2_size);
    if (size > block_size_bytes_max) {
        raise_memory_error(vm);
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
    made.usable = usable_of(log2_size);
    return keys;
}

struct Probe {
    Outcome outcome;        // yes: found; no: not there; raised; needs_call
    uint32_t slot = 0;      // in the index table; no: an empty one for this hash
    uint32_t index = 0;     // of the entry
};

// CPython's probing: a linear congruence perturbed by the hash's upper bits. `same` may not
// allocate.
template <typename Same>
Probe find(const Table& table, uint64_t hash, Same&& same) {
    return with_indices(table, [&]<typename Index>(const Index* indices) -> Probe {
        uint64_t perturb = hash;
        uint32_t slot = static_cast<uint32_t>(hash) & table.mask;
        for (;;) {
            const Index index = indices[slot];
            if (index == empty_index<Index>) return {Outcome::no, slot, 0};
            if (index != deleted_index<Index>) [[likely]] {
                const Outcome outcome = same(table.entries[index]);
                if (outcome != Outcome::no) return {outcome, slot, index};
            }
            perturb >>= perturb_shift;
            slot = static_cast<uint32_t>(slot * 5 + perturb + 1) & table.mask;
        }
    });
}

// `name` is an exact str.
Probe find_str(Vm& vm, Ref<DictKeys> keys, Value name, uint64_t hash) {
    if (!keys) return {Outcome::no};
    const bool interned = vm.block.object(name).flags & cell_interned;
    return find(table_of(vm, keys), hash, [&](const DictEntry& entry) {
        if (entry.key == name) return Outcome::yes;
        if (entry.hash != hash || !entry.key.is_ref()) return Outcome::no;
        const Object& object = vm.block.object(entry.key);
        if (object.kind == Kind::str && !is_heap_type(vm, entry.key)) {
            if (interned && object.flags & cell_interned) return Outcome::no;
            return str_equals(vm, entry.key, name) ? Outcome::yes : Outcome::no;
        }
        return equal(vm, entry.key, name);
    });
}

Probe find_int(Vm& vm, Ref<DictKeys> keys, Value key, uint64_t hash) {
    if (!keys) return {Outcome::no};
    return find(table_of(vm, keys), hash, [&](const DictEntry& entry) {
        if (entry.key == key) return Outcome::yes;
        if (entry.hash != hash || entry.key.is_int()) return Outcome::no;
        return equal(vm, entry.key, key);
    });
}

// Comparing keys may allocate, so nothing is kept from one round to the next.
Probe find_key(Vm& vm, Ref<DictKeys> keys, Value key, uint64_t hash) {
    if (!keys) return {Outcome::no};
    uint64_t perturb = hash;
    uint32_t slot = static_cast<uint32_t>(hash) & table_of(vm, keys).mask;
    for (;;) {
        const Table table = table_of(vm, keys);
        const uint32_t index =
            with_indices(table, [&]<typename Index>(const Index* indices) -> uint32_t {
                const Index found = indices[slot];
                return found >= deleted_index<Index> ? found | ~uint32_t{empty_index<Index>}
                                                     : found;
            });
        if (index == empty_index<uint32_t>) return {Outcome::no, slot, 0};
        if (index != deleted_index<uint32_t>) {
            const DictEntry entry = table.entries[index];
            if (entry.key == key) return {Outcome::yes, slot, index};
            if (entry.hash == hash) {
                const Outcome outcome = equal(vm, entry.key, key);
                if (outcome != Outcome::no) return {outcome, slot, index};
            }
        }
        perturb >>= perturb_shift;
        slot = static_cast<uint32_t>(slot * 5 + perturb + 1) & table.mask;
    }
}

Probe find_any(Vm& vm, Ref<Dict> dict, Value key, uint64_t hash) {
    const Ref<DictKeys> keys = vm.block[dict].keys;
    if (key.is_int()) return find_int(vm, keys, key, hash);
    if (vm.block.kind(key) == Kind::str && !is_heap_type(vm, key))
        return find_str(vm, keys, key, hash);
    return find_key(vm, keys, key, hash);
}

template <typename Index>
void fill_indices(uint8_t* table, const DictEntry* entries, uint32_t count, uint32_t mask) {
    Index* indices = reinterpret_cast<Index*>(table);
    for (uint32_t index = 0; index < count; ++index) {
        const uint64_t hash = entries[index].hash;
        uint64_t perturb = hash;
        uint32_t slot = static_cast<uint32_t>(hash) & mask;
        while (indices[slot] != empty_index<Index>) {
            perturb >>= perturb_shift;
            slot = static_cast<uint32_t>(slot * 5 + perturb + 1) & mask;
        }
        indices[slot] = static_cast<Index>(index);
    }
}

// A larger (or, after many deletions, an equal) table with the live entries close together.
bool resize(Vm& vm, Ref<Dict> dict, uint32_t at_least) {
    uint32_t log2_size = log2_size_least;
    while ((1u << log2_size) < at_least) ++log2_size;
    const Ref<DictKeys> made = new_keys(vm, log2_size);
    if (!made) return false;
    const Ref<DictKeys> old = vm.block[dict].keys;
    const uint32_t count = vm.block[dict].count;
    if (old) {
        // Values are moved: their counts stay as they are.
        uint8_t* bytes =
            vm.block.edit_bytes(made.offset, static_cast<uint32_t>(keys_size(log2_size)));
        auto* entries = reinterpret_cast<DictEntry*>(bytes + dict_entries_offset(log2_size));
        const DictEntry* from = table_of(vm, old).entries;
        const uint32_t entry_count = vm.block[old].entry_count;
        uint32_t kept = 0;
        for (uint32_t index = 0; index < entry_count; ++index)
            if (!from[index].key.is_null()) entries[kept++] = from[index];
        ASSERT(kept == count);
        uint8_t* indices = bytes + DictKeys::indices_offset;
        const uint32_t mask = (1u << log2_size) - 1;
        if (log2_size <= 7) fill_indices<uint8_t>(indices, entries, count, mask);
        else if (log2_size <= 15) fill_indices<uint16_t>(indices, entries, count, mask);
        else fill_indices<uint32_t>(indices, entries, count, mask);
        vm.block.free_now(old.offset);
        vm.charge(count);
    }
    DictKeys& keys = vm.block.edit(made);
    keys.entry_count = count;
    keys.usable -= count;
    Dict& changed = vm.block.edit(dict);
    changed.keys = made;
    changed.slot_version = 0;
    return true;
}

uint32_t empty_slot(const Table& table, uint64_t hash) {
    return find(table, hash, [](const DictEntry&) { return Outcome::no; }).slot;
}

// The last entry, deleted, remembers a name by its place in `hash`, for which it has no other use:
// where a namespace's youngest name comes and goes (`except … as error`), it comes back to its
// entry, and no cached slot moves. Who caches a name keeps it alive; of another one that was made
// in its place nobody has cached anything yet.
bool is_name(const Vm& vm, Value key) {
    return vm.block.kind(key) == Kind::str && vm.block.object(key).flags & cell_interned;
}
bool comes_back(const Vm& vm, Ref<DictKeys> keys, Value key) {
    if (!keys || vm.block[keys].entry_count == 0 || !is_name(vm, key)) return false;
    const auto& last = *vm.block.at<DictEntry>(
        entry_offset(vm, keys, vm.block[keys].entry_count - 1));
    return last.key.is_null() && last.hash == key.bits;
}

// The first slot of the index table for this hash whose key was deleted.
uint32_t deleted_slot(const Table& table, uint64_t hash) {
    return with_indices(table, [&]<typename Index>(const Index* indices) {
        uint64_t perturb = hash;
        uint32_t slot = static_cast<uint32_t>(hash) & table.mask;
        while (indices[slot] != deleted_index<Index>) {
            perturb >>= perturb_shift;
            slot = static_cast<uint32_t>(slot * 5 + perturb + 1) & table.mask;
        }
        return slot;
    });
}

// Whether a look-up of this name that went on to the built-ins found something there.
bool may_be_builtin(Vm& vm, Value key) {
    if (vm.block.kind(key) != Kind::str || is_heap_type(vm, key)) return true;
    const Ref<Dict> builtins = vm.block[vm.root(Root::builtins).as_ref<Module>()].attributes;
    return find_str(vm, vm.block[builtins].keys, key, str_hash(vm, key)).outcome == Outcome::yes;
}

// `slot`: an empty one of the index table as it is.
bool insert(Vm& vm, Ref<Dict> dict, const DictItem& item, uint32_t slot) {
    const Ref<DictKeys> before = vm.block[dict].keys;
    if (comes_back(vm, before, item.key)) {
        slot = deleted_slot(table_of(vm, before), item.hash);
        --vm.block.edit(before).entry_count;
        ++vm.block.edit(before).usable;
    } else if (!before || vm.block[before].usable == 0) {
        if (!resize(vm, dict, vm.block[dict].count * 3)) return false;
        slot = empty_slot(table_of(vm, vm.block[dict].keys), item.hash);
    }
    const Ref<DictKeys> keys = vm.block[dict].keys;
    const uint32_t index = vm.block[keys].entry_count;
    set_index(vm, keys, slot, index);
    const uint32_t at = entry_offset(vm, keys, index);
    vm.block.increment_if_mortal(item.key);
    vm.block.increment_if_mortal(item.value);
    if (item.key.is_mortal() || item.value.is_mortal()) vm.block.note_holder(dict.offset);
    vm.block.edit(Ref<DictEntry>{at}) = {item.hash, item.key, item.value};
    DictKeys& table = vm.block.edit(keys);
    ++table.entry_count;
    --table.usable;
    Dict& changed = vm.block.edit(dict);
    ++changed.count;
    if (changed.absence_version != 0 && may_be_builtin(vm, item.key))
        vm.block.edit(dict).absence_version = 0;
    return true;
}

Outcome set_found(Vm& vm, Ref<Dict> dict, const Probe& probe, const DictItem& item) {
    if (probe.outcome == Outcome::yes) {
        vm.block.store(entry_offset(vm, vm.block[dict].keys, probe.index) + 16, item.value);
        if (item.value.is_mortal()) vm.block.note_holder(dict.offset);
        return Outcome::yes;
    }
    if (probe.outcome != Outcome::no) return probe.outcome;
    return insert(vm, dict, item, probe.slot) ? Outcome::yes : Outcome::raised;
}

void clear_entry(Vm& vm, uint32_t at) {
    vm.block.edit(Ref<DictEntry>{at}).hash = 0;
    vm.block.clear(at + 8);
    vm.block.clear(at + 16);
}

Outcome delete_found(Vm& vm, Ref<Dict> dict, const Probe& probe) {
    if (probe.outcome != Outcome::yes) return probe.outcome;
    const Ref<DictKeys> keys = vm.block[dict].keys;
    set_index(vm, keys, probe.slot, deleted_index<uint32_t>);
    const uint32_t at = entry_offset(vm, keys, probe.index);
    --vm.block.edit(dict).count;
    const Value key = vm.block.load(at + 8);
    clear_entry(vm, at);
    if (probe.index + 1 == vm.block[keys].entry_count && is_name(vm, key))
        vm.block.edit(Ref<DictEntry>{at}).hash = key.bits;
    return Outcome::yes;
}

Found found_at(const Vm& vm, Ref<Dict> dict, const Probe& probe) {
    if (probe.outcome != Outcome::yes) return {probe.outcome};
    const uint32_t slot = entry_offset(vm, vm.block[dict].keys, probe.index) + 16;
    return {Outcome::yes, vm.block.load(slot), slot};
}

}  // namespace

Value new_dict(Vm& vm) {
    const auto dict = vm.allocate<Dict>(Kind::dict, Root::type_dict);
    return dict ? Value::from_ref(dict) : Value{};
}

Value new_dict_of_type(Vm& vm, Ref<Type> type) {
    const uint32_t cell = vm.allocate_cell(Kind::dict, vm.block[type].root_shape, sizeof(Dict));
    return cell != 0 ? Value{cell} : Value{};
}

Found dict_get_hashed(Vm& vm, Ref<Dict> dict, Value key, uint64_t hash) {
    return found_at(vm, dict, find_any(vm, dict, key, hash));
}

Found dict_get(Vm& vm, Ref<Dict> dict, Value key) {
    const Hashed hashed = hash_of(vm, key);
    if (hashed.outcome != Outcome::yes) return {hashed.outcome};
    return dict_get_hashed(vm, dict, key, hashed.hash);
}

Outcome dict_set_hashed(Vm& vm, Ref<Dict> dict, Value key, uint64_t hash, Value value) {
    return set_found(vm, dict, find_any(vm, dict, key, hash), {key, value, hash});
}

Outcome dict_set(Vm& vm, Ref<Dict> dict, Value key, Value value) {
    const Hashed hashed = hash_of(vm, key);
    if (hashed.outcome != Outcome::yes) return hashed.outcome;
    return dict_set_hashed(vm, dict, key, hashed.hash, value);
}

Outcome dict_delete_hashed(Vm& vm, Ref<Dict> dict, Value key, uint64_t hash) {
    return delete_found(vm, dict, find_any(vm, dict, key, hash));
}

Outcome dict_delete(Vm& vm, Ref<Dict> dict, Value key) {
    const Hashed hashed = hash_of(vm, key);
    if (hashed.outcome != Outcome::yes) return hashed.outcome;
    return dict_delete_hashed(vm, dict, key, hashed.hash);
}

Found dict_find_str(Vm& vm, Ref<Dict> dict, Value name) {
    const Probe probe = find_str(vm, vm.block[dict].keys, name, str_hash(vm, name));
    if (probe.outcome != Outcome::yes) return {Outcome::no};  // a name equals no Python object
    return found_at(vm, dict, probe);
}

Value dict_get_str(Vm& vm, Ref<Dict> dict, Value name) {
    return dict_find_str(vm, dict, name).value;
}

bool dict_set_str(Vm& vm, Ref<Dict> dict, Value name, Value value) {
    const uint64_t hash = str_hash(vm, name);
    Probe probe = find_str(vm, vm.block[dict].keys, name, hash);
    if (probe.outcome == Outcome::needs_call)
        probe = {Outcome::no, empty_slot(table_of(vm, vm.block[dict].keys), hash)};
    return set_found(vm, dict, probe, {name, value, hash}) == Outcome::yes;
}

Outcome dict_merge_from(Vm& vm, Ref<Dict> dict, Ref<Dict> other) {
    if (dict == other) return Outcome::yes;
    uint32_t position = 0;
    DictItem item;
    // As CPython: one resize for all, if they would not fit otherwise.
    const uint32_t total = vm.block[dict].count + vm.block[other].count;
    const Ref<DictKeys> keys = vm.block[dict].keys;
    const uint32_t usable = keys ? vm.block[keys].usable : 0;
    if (usable * 3 < vm.block[other].count * 2 &&
        !resize(vm, dict, static_cast<uint32_t>((uint64_t{total} * 3 + 1) / 2)))
        return Outcome::raised;
    while (dict_next_hashed(vm, other, position, item)) {
        const Outcome outcome = dict_set_hashed(vm, dict, item.key, item.hash, item.value);
        if (outcome != Outcome::yes) return outcome;
    }
    vm.charge(position);
    return Outcome::yes;
}

Ref<Dict> dict_copy(Vm& vm, Ref<Dict> dict) {
    const Value value = new_dict(vm);
    if (value.is_null()) return {};
    const auto made = value.as_ref<Dict>();
    const uint32_t count = vm.block[dict].count;
    if (count == 0) return made;
    vm.charge(count);
    if (!resize(vm, made, (count * 3 + 1) / 2)) return {};
    uint32_t position = 0;
    DictItem item;
    while (dict_next_hashed(vm, dict, position, item)) {
        const uint32_t slot = empty_slot(table_of(vm, vm.block[made].keys), item.hash);
        if (!insert(vm, made, item, slot)) return {};
    }
    return made;
}

void dict_clear(Vm& vm, Ref<Dict> dict) {
    const Ref<DictKeys> keys = vm.block[dict].keys;
    if (!keys) return;
    const uint32_t count = vm.block[keys].entry_count;
    Dict& changed = vm.block.edit(dict);
    changed.keys = {};
    changed.count = 0;
    changed.slot_version = 0;
    for (uint32_t index = 0; index < count; ++index) clear_entry(vm, entry_offset(vm, keys, index));
    vm.block.free_now(keys.offset);
}

bool dict_insert_hashed(Vm& vm, Ref<Dict> dict, Value key, uint64_t hash, Value value) {
    const Ref<DictKeys> keys = vm.block[dict].keys;
    const uint32_t slot = keys ? empty_slot(table_of(vm, keys), hash) : 0;
    return insert(vm, dict, {key, value, hash}, slot);
}

DictCandidate dict_candidate(Vm& vm, Ref<Dict> dict, uint64_t hash, uint32_t number) {
    const Ref<DictKeys> keys = vm.block[dict].keys;
    if (!keys) return {};
    const Probe probe = find(table_of(vm, keys), hash, [&](const DictEntry& entry) {
        if (entry.hash != hash || number-- > 0) return Outcome::no;
        return Outcome::yes;
    });
    if (probe.outcome != Outcome::yes) return {};
    const uint32_t slot = entry_offset(vm, keys, probe.index) + 16;
    return {vm.block.load(slot - 8), slot};
}

void dict_delete_slot(Vm& vm, Ref<Dict> dict, uint32_t value_slot) {
    const Ref<DictKeys> keys = vm.block[dict].keys;
    const DictEntry deleted = *vm.block.at<DictEntry>(value_slot - 16);
    const Probe probe = find(table_of(vm, keys), deleted.hash, [&](const DictEntry& entry) {
        return entry.key == deleted.key ? Outcome::yes : Outcome::no;
    });
    ASSERT(probe.outcome == Outcome::yes);
    delete_found(vm, dict, probe);
}

bool dict_pop_last(Vm& vm, Ref<Dict> dict, DictItem& out) {
    uint32_t position = dict_entry_count(vm, dict);
    if (vm.block[dict].count == 0 || !dict_previous(vm, dict, position, out.key, out.value))
        return false;
    const Ref<DictKeys> keys = vm.block[dict].keys;
    const uint32_t at = entry_offset(vm, keys, position);
    out.hash = vm.block.at<DictEntry>(at)->hash;
    dict_delete_slot(vm, dict, at + 16);
    vm.block.edit(dict).slot_version = 0;        // the entry's place is given to another key
    vm.block.edit(keys).entry_count = position;  // no more `usable`: its index slot is spent
    return true;
}

}  // namespace meada
