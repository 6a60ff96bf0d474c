// Reading pickles: everything that needs no Python code. Stack, marks and memo are in the block, so
// that any opcode can be handed over to Python code, which goes on with them.
#include <cstring>

#include "library/natives.h"
#include "library/pickle_codes.h"
#include "vm/byte_strings.h"

namespace meada {
namespace {

// What is missing when `line` is: a whole line.
constexpr int64_t needs_line = -(int64_t{1} << 40);

struct PickleReader {
    // Slots of _pickle.py's _Reader.
    enum Slot : uint32_t { slot_data, slot_at, slot_stack, slot_marks, slot_memo, slot_count };

    Vm& vm;
    Value self;
    Value source;
    uint32_t at, start;      // where it reads, where the opcode begins
    Ref<List> stack, marks;
    Ref<Dict> memo;
    // How it ends: an opcode that Python code has to run; negative: so many bytes are missing;
    // a text of what is wrong; null with none of these: raised.
    int64_t result = 0;
    std::string wrong = {};
    uint64_t units = 0;

    uint32_t slot(Slot which) const {
        return self.offset() + Instance::slots_offset + which * 8;
    }
    uint32_t height() const { return vm.block[stack].count; }
    uint32_t place(uint32_t index) const {
        return vm.block[stack].items.offset + Values::first_offset + index * 8;
    }
    Value item(uint32_t index) const { return vm.block.load(place(index)); }

    // Of use until something is allocated.
    std::string_view data() const { return bytes_view(vm, source); }

    // Each false: it ends here.
    bool fail(std::string text) {
        wrong = std::move(text);
        return false;
    }
    bool hand_over(uint8_t opcode) {
        result = opcode;
        return false;
    }
    bool needs(uint64_t count) {
        if (data().size() - at >= count) return true;
        result = -static_cast<int64_t>(count - (data().size() - at));
        return false;
    }
    bool number(uint32_t bytes, uint64_t& out) {
        if (!needs(bytes)) return false;
        out = 0;
        for (uint32_t index = 0; index < bytes; ++index)
            out |= uint64_t{static_cast<uint8_t>(data()[at + index])} << index * 8;
        at += bytes;
        return true;
    }
    bool payload(uint32_t length_bytes, std::string& out) {
        uint64_t length = 0;
        if (!number(length_bytes, length) || !needs(length)) return false;
        out = data().substr(at, length);
        at += static_cast<uint32_t>(length);
        units += length / 16;
        return true;
    }
    bool push(Value value) { return value && list_append(vm, stack, value); }
    bool pushed_line() {
        const size_t end = data().find('\n', at);
        if (end == std::string_view::npos) {
            result = needs_line;
            return false;
        }
        const Value line = new_bytes(vm, std::string(data().substr(at, end - at)));
        at = static_cast<uint32_t>(end + 1);
        return push(line);
    }
    uint32_t floor() const {
        const List& all = vm.block[marks];
        if (all.count == 0) return 0;
        return static_cast<uint32_t>(
            vm.block.load(all.items.offset + Values::first_offset + (all.count - 1) * 8)
                .as_int());
    }
    bool has(uint32_t count) {
        if (height() >= floor() + count) return true;
        return fail(vm.block[marks].count > 0 ? "unexpected MARK found"
                                              : "unpickling stack underflow");
    }
    // Items behind the last mark are those from `from` on.
    bool marked(uint32_t& from) {
        if (vm.block[marks].count == 0) return fail("could not find MARK");
        from = floor();
        return true;
    }
    bool drop_mark(uint32_t from) {
        return list_pop(vm, marks, vm.block[marks].count - 1) && cut(from);
    }
    bool cut(uint32_t height_) {
        while (height() > height_)
            if (list_pop(vm, stack, height() - 1).is_null()) return false;
        return true;
    }
    std::vector<Value> items_from(uint32_t from) const {
        std::vector<Value> items;
        for (uint32_t index = from; index < height(); ++index) items.push_back(item(index));
        return items;
    }

    void run();
    bool step(uint8_t opcode);
    bool simple(uint8_t opcode);
    bool text(uint8_t opcode);
    bool whole_number(uint8_t opcode);
    bool memo_code(uint8_t opcode);
    bool container(uint8_t opcode);
    bool tuple_of(uint32_t from, bool with_mark);
    bool append(uint8_t opcode);
    bool set_items(uint8_t opcode);
    bool add_items(uint8_t opcode);
    bool mark_code(uint8_t opcode);
};

bool PickleReader::text(uint8_t opcode) {
    std::string bytes;
    const bool is_short = opcode == pickle_short_str || opcode == 'C';
    const bool is_long =
        opcode == pickle_str8 || opcode == pickle_bytes8 || opcode == pickle_bytearray8;
    if (!payload(is_short ? 1 : is_long ? 8 : 4, bytes)) return false;
    if (opcode == 'C' || opcode == 'B' || opcode == pickle_bytes8)
        return push(new_bytes(vm, bytes));
    if (opcode == pickle_bytearray8) {
        if (!push(new_bytes(vm, bytes))) return false;
        return hand_over(opcode);
    }
    if (!find_invalid_utf8(bytes)) return push(new_str(vm, bytes));
    return push(new_bytes(vm, bytes)) && hand_over(opcode);
}

bool PickleReader::whole_number(uint8_t opcode) {
    uint64_t value = 0;
    switch (opcode) {
        case 'K': return number(1, value) && push(new_int_unsigned(vm, value));
        case 'M': return number(2, value) && push(new_int_unsigned(vm, value));
        case 'J':
            return number(4, value) && push(new_int(vm, static_cast<int32_t>(value)));
        default: break;
    }
    std::string bytes;
    if (!payload(opcode == pickle_long1 ? 1 : 4, bytes)) return false;
    if (bytes.size() > 8) return push(new_bytes(vm, bytes)) && hand_over(opcode);
    uint64_t bits = !bytes.empty() && bytes.back() < 0 ? ~uint64_t{0} : 0;
    for (size_t index = bytes.size(); index-- > 0;)
        bits = bits << 8 | static_cast<uint8_t>(bytes[index]);
    return push(new_int(vm, static_cast<int64_t>(bits)));
}

bool PickleReader::memo_code(uint8_t opcode) {
    uint64_t index = vm.block[memo].count;
    if (opcode != pickle_memoize && !number(opcode == 'h' || opcode == 'q' ? 1 : 4, index))
        return false;
    const Value key = Value::from_int(static_cast<int64_t>(index));
    if (opcode == 'h' || opcode == 'j') {
        const Found found = dict_get(vm, memo, key);
        if (found.outcome == Outcome::yes) return push(found.value);
        return fail("Memo value not found at index " + std::to_string(index));
    }
    return has(1) && dict_set(vm, memo, key, item(height() - 1)) == Outcome::yes;
}

bool PickleReader::tuple_of(uint32_t from, bool with_mark) {
    const Value made = new_tuple(vm, items_from(from));
    if (made.is_null()) return false;
    return (with_mark ? drop_mark(from) : cut(from)) && push(made);
}

bool PickleReader::append(uint8_t opcode) {
    uint32_t from = 0;
    if (opcode == 'a' ? !has(2) : !marked(from)) return false;
    if (opcode == 'a') from = height() - 1;
    if (from == 0) return fail("unpickling stack underflow");
    const Value list = item(from - 1);
    if (vm.type_of(list) != vm.type(Root::type_list)) return hand_over(opcode);
    for (uint32_t index = from; index < height(); ++index)
        if (!list_append(vm, list.as_ref<List>(), item(index))) return false;
    units += height() - from;
    return opcode == 'a' ? cut(from) : drop_mark(from);
}

bool PickleReader::set_items(uint8_t opcode) {
    uint32_t from = 0;
    if (opcode == 's' ? !has(3) : !marked(from)) return false;
    if (opcode == 's') from = height() - 2;
    if (from == 0) return fail("unpickling stack underflow");
    if ((height() - from) % 2) return fail("odd number of items for SETITEMS");
    const Value dict = item(from - 1);
    if (vm.type_of(dict) != vm.type(Root::type_dict)) return hand_over(opcode);
    for (uint32_t index = from; index < height(); index += 2) {
        const Outcome outcome =
            dict_set(vm, dict.as_ref<Dict>(), item(index), item(index + 1));
        if (outcome == Outcome::needs_call) {
            vm.request = {};
            return hand_over(opcode);
        }
        if (outcome == Outcome::raised) return false;
    }
    units += height() - from;
    return opcode == 's' ? cut(from) : drop_mark(from);
}

bool PickleReader::add_items(uint8_t opcode) {
    uint32_t from = 0;
    if (!marked(from)) return false;
    const bool frozen = opcode == pickle_frozenset;
    if (!frozen && from == 0) return fail("unpickling stack underflow");
    const Value set = frozen ? new_set(vm, Root::type_frozenset) : item(from - 1);
    if (set.is_null()) return false;
    if (!frozen && vm.type_of(set) != vm.type(Root::type_set)) return hand_over(opcode);
    for (uint32_t index = from; index < height(); ++index) {
        const Outcome outcome = set_add(vm, set.as_ref<Set>(), item(index));
        if (outcome == Outcome::needs_call) {
            vm.request = {};
            return hand_over(opcode);
        }
        if (outcome == Outcome::raised) return false;
    }
    units += height() - from;
    return drop_mark(from) && (!frozen || push(set));
}

bool PickleReader::container(uint8_t opcode) {
    switch (opcode) {
        case ']': return push(new_list(vm, {}));
        case '}': return push(new_dict(vm));
        case pickle_empty_set: return push(new_set(vm));
        case ')': return push(new_tuple(vm, {}));
        default: break;
    }
    if (opcode >= pickle_tuple1 && opcode <= pickle_tuple3) {
        const uint32_t count = opcode - pickle_tuple1 + 1u;
        return has(count) && tuple_of(height() - count, false);
    }
    uint32_t from = 0;
    if (!marked(from)) return false;
    if (opcode == 't') return tuple_of(from, true);
    if (opcode == 'l') {
        const Value made = new_list(vm, items_from(from));
        return made && drop_mark(from) && push(made);
    }
    return hand_over(opcode);  // 'd': a dict of what is behind the mark
}

bool PickleReader::mark_code(uint8_t opcode) {
    if (opcode == '(')
        return list_append(vm, marks, Value::from_int(height()));
    uint32_t from = 0;
    if (opcode == '1') return marked(from) && drop_mark(from);
    if (opcode == '2') return has(1) && push(item(height() - 1));
    if (vm.block[marks].count > 0 && floor() == height())
        return !list_pop(vm, marks, vm.block[marks].count - 1).is_null();
    return has(1) && cut(height() - 1);
}

bool PickleReader::simple(uint8_t opcode) {
    switch (opcode) {
        case 'N': return push(vm.none());
        case pickle_true: return push(vm.boolean(true));
        case pickle_false: return push(vm.boolean(false));
        case 'G': break;
        case pickle_frame: {
            uint64_t length = 0;
            return number(8, length) && needs(length);
        }
        default: {  // pickle_proto
            uint64_t protocol = 0;
            if (!number(1, protocol)) return false;
            if (protocol <= 5) return true;
            vm.raise(Root::ValueError,
                     "unsupported pickle protocol: " + std::to_string(protocol));
            return false;
        }
    }
    if (!needs(8)) return false;
    uint64_t bits = 0;
    for (int index = 0; index < 8; ++index)
        bits = bits << 8 | static_cast<uint8_t>(data()[at++]);
    double value;
    std::memcpy(&value, &bits, 8);
    return push(Value::from_float(value));
}

// False: it ends here, or Python code goes on.
bool PickleReader::step(uint8_t opcode) {
    switch (opcode) {
        case 'N': case 'G': case pickle_true: case pickle_false: case pickle_frame:
        case pickle_proto:
            return simple(opcode);
        case 'K': case 'M': case 'J': case pickle_long1: case pickle_long4:
            return whole_number(opcode);
        case 'X': case 'C': case 'B': case pickle_short_str: case pickle_str8:
        case pickle_bytes8: case pickle_bytearray8:
            return text(opcode);
        case 'h': case 'j': case 'q': case 'r': case pickle_memoize: return memo_code(opcode);
        case ']': case '}': case ')': case 't': case 'l': case 'd': case pickle_empty_set:
        case pickle_tuple1: case pickle_tuple1 + 1: case pickle_tuple3:
            return container(opcode);
        case 'a': case 'e': return append(opcode);
        case 's': case 'u': return set_items(opcode);
        case pickle_add_items: case pickle_frozenset: return add_items(opcode);
        case '(': case '0': case '1': case '2': return mark_code(opcode);
        case 'I': case 'L': case 'F': case 'S': case 'V': case 'P': case 'g': case 'p':
            return pushed_line() && hand_over(opcode);
        case 'c': case 'i': {
            const uint32_t before = height();
            if (!pushed_line()) return false;
            if (pushed_line()) return hand_over(opcode);
            return cut(before) && false;
        }
        case 'T': case 'U': {
            std::string bytes;
            return payload(opcode == 'U' ? 1 : 4, bytes) && push(new_bytes(vm, bytes)) &&
                   hand_over(opcode);
        }
        case pickle_ext1: case pickle_ext1 + 1: case pickle_ext4: {
            uint64_t code = 0;
            return number(1u << (opcode - pickle_ext1), code) &&
                   push(new_int_unsigned(vm, code)) && hand_over(opcode);
        }
        case 'R': case 'b': case pickle_newobj: case pickle_stack_global:
            return has(2) && hand_over(opcode);
        case pickle_newobj_ex: return has(3) && hand_over(opcode);
        case 'Q': return hand_over(opcode);
        case '.': return has(1) && hand_over(opcode);
        case 'o': {
            uint32_t from = 0;
            return marked(from) && hand_over(opcode);
        }
        default: break;
    }
    std::string shown;
    append_bytes_repr(shown, std::string_view(reinterpret_cast<const char*>(&opcode), 1));
    return fail("invalid load key, " + shown.substr(1) + ".");
}

void PickleReader::run() {
    while (units < Vm::slice_units) {
        start = at;
        ++units;
        if (!needs(1)) break;
        if (!step(static_cast<uint8_t>(data()[at++]))) break;
    }
    if (result < 0) at = start;
    vm.block.store(slot(slot_at), Value::from_int(at));
}

}  // namespace

// True: there is more to do. An int: the opcode that Python code has to run, or, negative, how many
// bytes are missing (of a line: very many). A str: what is wrong.
Value library_pickle_read(Vm& vm, const Args& args) {
    if (!has_members(vm, args[0], PickleReader::slot_count))
        return vm.raise(Root::TypeError, "a reader is required");
    const auto slot = [&](PickleReader::Slot which) {
        return vm.block.load(args[0].offset() + Instance::slots_offset + which * 8);
    };
    PickleReader reader{vm,
                        args[0],
                        slot(PickleReader::slot_data),
                        static_cast<uint32_t>(integer_of(slot(PickleReader::slot_at))),
                        0,
                        slot(PickleReader::slot_stack).as_ref<List>(),
                        slot(PickleReader::slot_marks).as_ref<List>(),
                        slot(PickleReader::slot_memo).as_ref<Dict>()};
    reader.run();
    vm.charge(reader.units);
    if (!reader.wrong.empty()) return new_str(vm, reader.wrong);
    if (reader.result != 0) return new_int(vm, reader.result);
    if (vm.has_exception()) return {};
    return vm.boolean(true);
}

// True: done; False: it has to be done another way.
Value library_fill_instance(Vm& vm, const Args& args) {
    const Outcome outcome = fill_instance(vm, args[0], args[1].as_ref<Dict>());
    return outcome == Outcome::raised ? Value{} : vm.boolean(outcome == Outcome::yes);
}

}  // namespace meada
