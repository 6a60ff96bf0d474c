// Writing pickles: everything that needs no Python code. What is still to be written is a stack of
// steps in the block, so that any object can be handed over to Python code in the middle and any
// depth needs no C++ stack.
#include <cstring>

#include "library/natives.h"
#include "library/pickle_codes.h"
#include "vm/byte_strings.h"
#include "vm/text_view.h"

namespace meada {
namespace {

// Python code pushes the first four by number (_pickle.py).
enum class PickleStep : uint8_t {
    save,       // an object
    plain,      // an object whose persistent id has been asked for
    emit,       // bytes, as they are
    memoize,    // an object: what stands on the reader's stack is that
    items,      // a list of items for append() or extend() of any object
    pairs,      // a list of tuples (key, value), likewise
    list, dict, set, frozenset, tuple,
};

struct PickleWork {
    Value object;
    uint32_t at = 0, batched = 0;  // next position; how many are in the batch
    PickleStep step = PickleStep::save;
};

constexpr uint32_t batch_size = 1000;
constexpr uint64_t frame_size_bytes = 64 * 1024, frame_size_bytes_min = 4;
enum WriterFlags : int64_t { asks_ids = 1, no_memo = 2 };

struct PickleWriter {
    // Slots of _pickle.py's _Writer.
    enum Slot : uint32_t {
        slot_work, slot_done, slot_frame_at, slot_frame_size, slot_memo, slot_kept, slot_protocol,
        slot_flags, slot_count
    };

    Vm& vm;
    Value self;
    int64_t protocol, flags;
    std::vector<PickleWork> work = {};
    std::string out = {};
    uint64_t units = 0, frame_size = 0;
    Value asked = {};  // what Python code has to write
    bool asked_plain = false, raised = false;

    uint32_t slot(Slot which) const {
        return self.offset() + Instance::slots_offset + which * 8;
    }
    Value get(Slot which) const { return vm.block.load(slot(which)); }
    void set(Slot which, Value value) { vm.block.store(slot(which), value); }

    bool is(Value object, Root type) const { return vm.type_of(object) == vm.type(type); }
    void code(uint8_t opcode) { out += static_cast<char>(opcode); }
    void number(uint64_t value, uint32_t bytes) {
        for (; bytes > 0; --bytes, value >>= 8) out += static_cast<char>(value & 255);
    }
    void ask(Value object, bool plain) {
        asked = object;
        asked_plain = plain;
    }
    bool fail() {
        raised = true;
        return false;
    }

    void load();
    bool store();
    bool flush();
    bool commit();
    void run();
    bool step();
    bool save(Value object, bool plain);
    bool save_reference(Value object);
    bool save_container(Value object);
    void save_int(Value);
    void save_float(double);
    bool save_text(Value);
    bool save_payload(Value object, const std::string& payload, std::string_view codes);
    bool memoize(Value object);
    void write_get(int64_t index);
    int64_t memo_index(Value object);
    bool finish_tuple(const PickleWork&);
    bool next_item(PickleWork&);
    bool next_pair(PickleWork&);
    bool next_of_batch(PickleWork&);
    bool next_of_list(PickleWork& task, bool whole);
    void push(Value object, PickleStep step) {
        if (object) work.push_back({object, 0, 0, step});
        else raised = true;
    }
};

void PickleWriter::load() {
    const List& stack = vm.block[get(slot_work).as_ref<List>()];
    for (uint32_t index = 0; index + 3 < stack.count; index += 4) {
        const uint32_t at = stack.items.offset + Values::first_offset + index * 8;
        work.push_back({vm.block.load(at),
                        static_cast<uint32_t>(integer_of(vm.block.load(at + 8))),
                        static_cast<uint32_t>(integer_of(vm.block.load(at + 16))),
                        static_cast<PickleStep>(integer_of(vm.block.load(at + 24)))});
    }
    frame_size = static_cast<uint64_t>(integer_of(get(slot_frame_size)));
}

bool PickleWriter::store() {
    std::vector<Value> values;
    for (const PickleWork& task : work)
        values.insert(values.end(), {task.object, Value::from_int(task.at),
                                     Value::from_int(task.batched),
                                     Value::from_int(static_cast<int64_t>(task.step))});
    const Value stack = new_list(vm, values);
    if (stack.is_null()) return false;
    set(slot_work, stack);
    return flush();
}

// What was written goes into the list of parts; a frame's head has its place there.
bool PickleWriter::flush() {
    set(slot_frame_size, Value::from_int(static_cast<int64_t>(frame_size)));
    if (out.empty()) return true;
    const Ref<List> done = get(slot_done).as_ref<List>();
    if (protocol >= 4 && integer_of(get(slot_frame_at)) < 0) {
        set(slot_frame_at, Value::from_int(vm.block[done].count));
        if (!list_append(vm, done, new_bytes(vm, ""))) return false;
    }
    const Value part = new_bytes(vm, out);
    if (part.is_null() || !list_append(vm, done, part)) return false;
    frame_size += out.size();
    set(slot_frame_size, Value::from_int(static_cast<int64_t>(frame_size)));
    out.clear();
    return true;
}

bool PickleWriter::commit() {
    if (!flush()) return fail();
    const int64_t at = integer_of(get(slot_frame_at));
    if (at >= 0 && frame_size >= frame_size_bytes_min) {
        code(pickle_frame);
        number(frame_size, 8);
        const Value head = new_bytes(vm, out);
        out.clear();
        if (head.is_null()) return fail();
        const List& done = vm.block[get(slot_done).as_ref<List>()];
        vm.block.store(done.items.offset + Values::first_offset + static_cast<uint32_t>(at) * 8,
                       head);
    }
    frame_size = 0;
    set(slot_frame_at, Value::from_int(-1));
    set(slot_frame_size, Value::from_int(0));
    return true;
}

int64_t PickleWriter::memo_index(Value object) {
    const Found found = dict_get(vm, get(slot_memo).as_ref<Dict>(),
                                 Value::from_int(object.offset()));
    return found.outcome == Outcome::yes ? found.value.as_int() : -1;
}

void PickleWriter::write_get(int64_t index) {
    if (protocol == 0) {
        out += 'g' + std::to_string(index) + '\n';
    } else if (index < 256) {
        code('h');
        number(static_cast<uint64_t>(index), 1);
    } else {
        code('j');
        number(static_cast<uint64_t>(index), 4);
    }
}

bool PickleWriter::memoize(Value object) {
    if (flags & no_memo) return true;
    const Ref<List> kept = get(slot_kept).as_ref<List>();
    const uint32_t index = vm.block[kept].count;
    if (!list_append(vm, kept, object) ||
        dict_set(vm, get(slot_memo).as_ref<Dict>(), Value::from_int(object.offset()),
                 Value::from_int(index)) != Outcome::yes)
        return fail();
    if (protocol >= 4) {
        code(pickle_memoize);
    } else if (protocol == 0) {
        out += 'p' + std::to_string(index) + '\n';
    } else if (index < 256) {
        code('q');
        number(index, 1);
    } else {
        code('r');
        number(index, 4);
    }
    return true;
}

void PickleWriter::save_int(Value value) {
    const std::optional<int64_t> whole = to_int64(vm, value);
    if (!whole) return ask(value, true);
    const int64_t number_ = *whole;
    const bool small = number_ >= INT32_MIN && number_ <= INT32_MAX;
    if (protocol == 0 || (protocol == 1 && !small)) {
        out += (small ? "I" : "L") + std::to_string(number_) + (small ? "\n" : "L\n");
    } else if (!small) {
        uint32_t bytes = 5;
        while (bytes < 8 && number_ >> (bytes * 8 - 1) != number_ >> 63) ++bytes;
        code(pickle_long1);
        number(bytes, 1);
        number(static_cast<uint64_t>(number_), bytes);
    } else {
        const uint32_t bytes = number_ < 0 || number_ > 0xffff ? 4 : number_ > 255 ? 2 : 1;
        code(bytes == 4 ? 'J' : bytes == 2 ? 'M' : 'K');
        number(static_cast<uint64_t>(number_), bytes);
    }
}

void PickleWriter::save_float(double value) {
    if (protocol == 0) {
        out += 'F' + float_repr(value) + '\n';
        return;
    }
    uint64_t bits;
    std::memcpy(&bits, &value, 8);
    code('G');
    for (int shift = 56; shift >= 0; shift -= 8) out += static_cast<char>(bits >> shift & 255);
}

// `codes`: for lengths of one, four and eight bytes; a blank: there is none.
bool PickleWriter::save_payload(Value object, const std::string& payload,
                                std::string_view codes) {
    const bool apart = protocol >= 4 && payload.size() >= frame_size_bytes;
    if (apart && !commit()) return false;
    const uint64_t length = payload.size();
    const uint32_t form = length < 256 && codes[0] != ' '             ? 0
                          : length <= UINT32_MAX && codes[1] != ' ' ? 1
                                                                      : 2;
    code(static_cast<uint8_t>(codes[form]));
    number(length, form == 0 ? 1 : form == 1 ? 4 : 8);
    out += payload;
    units += payload.size() / 16;
    if (apart) {  // stands outside of all frames
        const Value part = new_bytes(vm, out);
        out.clear();
        if (part.is_null() || !list_append(vm, get(slot_done).as_ref<List>(), part)) return fail();
    }
    return memoize(object);
}

bool PickleWriter::save_text(Value object) {
    if (protocol == 0) return ask(object, true), true;
    return save_payload(object, to_utf8(vm, object), protocol >= 4 ? "\x8cX\x8d" : " X\x8d");
}

// What is no immediate value, and in no memo.
bool PickleWriter::save_reference(Value object) {
    switch (vm.block.kind(object)) {
        case Kind::str:
            if (is(object, Root::type_str)) return save_text(object);
            break;
        case Kind::bytes:
            if (protocol < 3 || !is(object, Root::type_bytes)) break;
            return save_payload(object, std::string(bytes_view(vm, object)),
                                protocol >= 4 ? "CB\x8e" : "CB ");
        case Kind::bytearray:
            if (protocol < 5 || !is(object, Root::type_bytearray)) break;
            return save_payload(object, std::string(bytes_view(vm, object)), "  \x96");
        case Kind::list:
        case Kind::dict:
        case Kind::set:
        case Kind::tuple: return save_container(object);
        default: break;
    }
    ask(object, true);
    return true;
}

bool PickleWriter::save_container(Value object) {
    if (work.size() + vm.block[vm.context].depth >= vm.block.header().recursion_limit) {
        vm.raise(Root::RecursionError,
                 "maximum recursion depth exceeded while pickling an object");
        return fail();
    }
    if (is(object, Root::type_tuple)) {
        const uint32_t count = vm.block[object.as_ref<Tuple>()].count;
        if (count == 0) {
            out += protocol == 0 ? "(t" : ")";
            return true;
        }
        if (count > 3 || protocol < 2) code('(');
        push(object, PickleStep::tuple);
        return true;
    }
    if (is(object, Root::type_list)) {
        out += protocol == 0 ? "(l" : "]";
        push(object, PickleStep::list);
        return memoize(object);
    }
    if (is(object, Root::type_dict)) {
        out += protocol == 0 ? "(d" : "}";
        push(object, PickleStep::dict);
        return memoize(object);
    }
    if (protocol >= 4 && is(object, Root::type_set)) {
        code(pickle_empty_set);
        push(object, PickleStep::set);
        return memoize(object);
    }
    if (protocol >= 4 && is(object, Root::type_frozenset)) {
        code('(');
        push(object, PickleStep::frozenset);
        return true;
    }
    ask(object, true);
    return true;
}

// False: raised. Containers are pushed onto the stack of work; what only Python code can write is
// in `asked`.
bool PickleWriter::save(Value object, bool plain) {
    ++units;
    if (protocol >= 4 && frame_size + out.size() >= frame_size_bytes && !commit()) return false;
    if (flags & asks_ids && !plain) return ask(object, false), true;
    if (object == vm.none()) return code('N'), true;
    if (object == vm.boolean(true) || object == vm.boolean(false)) {
        const bool yes = object == vm.boolean(true);
        if (protocol >= 2) code(yes ? pickle_true : pickle_false);
        else out += yes ? "I01\n" : "I00\n";
        return true;
    }
    if (object.is_float() || (object.is_ref() && is(object, Root::type_float_)))
        return save_float(float_of(vm, object)), true;
    if (object.is_int() || is(object, Root::type_int_)) return save_int(object), true;
    if (const int64_t index = memo_index(object); index >= 0) return write_get(index), true;
    return save_reference(object);
}

// The items are written; if the tuple holds itself, it has been memoized on the way.
bool PickleWriter::finish_tuple(const PickleWork& task) {
    const uint32_t count = vm.block[task.object.as_ref<Tuple>()].count;
    const bool marked = count > 3 || protocol < 2;
    const int64_t index = memo_index(task.object);
    if (index >= 0) {
        if (marked && protocol > 0) code('1');
        else out.append(count + marked, '0');
        write_get(index);
        return true;
    }
    code(marked ? 't' : static_cast<uint8_t>(pickle_tuple1 + count - 1));
    return memoize(task.object);
}

// Of a list, or of what is appended to another object: `whole` means that a last batch of one is
// a batch too.
bool PickleWriter::next_of_list(PickleWork& task, bool whole) {
    const List& list = vm.block[task.object.as_ref<List>()];
    if (task.batched > 0 && (task.at >= list.count || task.batched == batch_size)) {
        code('e');
        task.batched = 0;
    }
    if (task.at >= list.count) return work.pop_back(), true;
    const Value item = vm.block.load(list.items.offset + Values::first_offset + task.at * 8);
    const bool single = protocol == 0 || (task.batched == 0 && task.at + 1 == list.count &&
                                          (list.count == 1 || !whole));
    ++task.at;
    if (single) {
        push(new_bytes(vm, "a"), PickleStep::emit);
    } else if (++task.batched == 1) {
        code('(');
    }
    return save(item, false);
}

// Keys and values of a dict, items of a set: batches go on while they are full.
bool PickleWriter::next_of_batch(PickleWork& task) {
    const bool is_dict = task.step == PickleStep::dict;
    const uint32_t count = is_dict ? vm.block[task.object.as_ref<Dict>()].count
                                   : vm.block[task.object.as_ref<Set>()].count;
    if (count == 0) return work.pop_back(), true;
    Value key, value;
    const bool single = is_dict && (count == 1 || protocol == 0);
    if (!single && (task.at == 0 || task.batched == batch_size)) {
        if (task.at > 0) code(is_dict ? 'u' : pickle_add_items);
        code('(');
        task.batched = 0;
    }
    const bool more = is_dict ? dict_next(vm, task.object.as_ref<Dict>(), task.at, key, value)
                              : set_next(vm, task.object.as_ref<Set>(), task.at, key);
    if (!more) {
        if (!single) code(is_dict ? 'u' : pickle_add_items);
        return work.pop_back(), true;
    }
    ++task.batched;
    if (single) push(new_bytes(vm, "s"), PickleStep::emit);
    if (is_dict) push(value, PickleStep::save);
    return save(key, false);
}

bool PickleWriter::next_pair(PickleWork& task) {
    const List& list = vm.block[task.object.as_ref<List>()];
    if (task.batched > 0 && (task.at >= list.count || task.batched == batch_size)) {
        code('u');
        task.batched = 0;
    }
    if (task.at >= list.count) return work.pop_back(), true;
    const Value pair = vm.block.load(list.items.offset + Values::first_offset + task.at * 8);
    const bool single = protocol == 0 || (task.batched == 0 && task.at + 1 == list.count);
    ++task.at;
    if (!single && ++task.batched == 1) code('(');
    if (single) push(new_bytes(vm, "s"), PickleStep::emit);
    push(vm.block.load(pair.offset() + Tuple::items_offset + 8), PickleStep::save);
    return save(vm.block.load(pair.offset() + Tuple::items_offset), false);
}

bool PickleWriter::next_item(PickleWork& task) {
    if (task.step == PickleStep::tuple) {
        if (task.at == vm.block[task.object.as_ref<Tuple>()].count) {
            const PickleWork whole = task;
            work.pop_back();
            return finish_tuple(whole);
        }
        return save(vm.block.load(task.object.offset() + Tuple::items_offset + task.at++ * 8),
                    false);
    }
    Value key;
    if (set_next(vm, task.object.as_ref<Set>(), task.at, key)) return save(key, false);
    const Value whole = task.object;
    work.pop_back();
    const int64_t index = memo_index(whole);
    if (index < 0) {
        code(pickle_frozenset);
        return memoize(whole);
    }
    code('1');
    write_get(index);
    return true;
}

// One step of the work on top. False: raised.
bool PickleWriter::step() {
    PickleWork& task = work.back();
    const Value object = task.object;
    switch (task.step) {
        case PickleStep::save:
        case PickleStep::plain: {
            const bool plain = task.step == PickleStep::plain;
            work.pop_back();
            return save(object, plain);
        }
        case PickleStep::emit:
            work.pop_back();
            out += bytes_view(vm, object);
            return true;
        case PickleStep::memoize:
            work.pop_back();
            if (const int64_t index = memo_index(object); index >= 0) {
                code('0');
                write_get(index);
                return true;
            }
            return memoize(object);
        case PickleStep::items: return next_of_list(task, false);
        case PickleStep::list: return next_of_list(task, true);
        case PickleStep::pairs: return next_pair(task);
        case PickleStep::dict:
        case PickleStep::set: return next_of_batch(task);
        case PickleStep::tuple:
        case PickleStep::frozenset: return next_item(task);
    }
    return true;
}

void PickleWriter::run() {
    while (!work.empty() && !asked && units < Vm::slice_units)
        if (!step() || raised) return;
    if (work.empty() && !asked && !commit()) return;
    if (!store()) raised = true;
}

}  // namespace

// None: all is written. True: there is more to do. Else (object, its persistent id was asked for):
// what only Python code can write.
Value library_pickle_write(Vm& vm, const Args& args) {
    if (!has_members(vm, args[0], PickleWriter::slot_count))
        return vm.raise(Root::TypeError, "a writer is required");
    PickleWriter writer{vm, args[0], 0, 0};
    writer.protocol = integer_of(writer.get(PickleWriter::slot_protocol));
    writer.flags = integer_of(writer.get(PickleWriter::slot_flags));
    writer.load();
    writer.run();
    vm.charge(writer.units);
    if (writer.raised) return {};
    if (writer.asked)
        return new_tuple(vm,
                         std::vector<Value>{writer.asked, vm.boolean(writer.asked_plain)});
    return writer.work.empty() ? vm.none() : vm.boolean(true);
}

}  // namespace meada
