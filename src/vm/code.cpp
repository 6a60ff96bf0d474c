// Code units become code objects: constants, names, instructions with room for their caches.
#include <algorithm>
#include <cstring>
#include <limits>

#include "vm/containers.h"
#include "vm/interpreter.h"
#include "vm/numbers.h"
#include "vm/quick.h"
#include "vm/size_classes.h"
#include "vm/strings.h"
#include "vm/types.h"

namespace meada {
namespace {

constexpr uint32_t quick_count = static_cast<uint32_t>(Quick::count);

struct Loader {
    Vm& vm;
    const CodeUnit& unit;
    CodeOrigin origin;
    std::vector<Ref<CodeObject>> loaded;  // by index in the unit; 0: not yet

    bool of_library() const {
        return origin == CodeOrigin::library || origin == CodeOrigin::hidden;
    }
    Value constant(const Constant& constant);
    Value items(const Constant& constant);
    Value names(const std::vector<std::string>& names);
    Ref<Instructions> instructions(const Code& code, Ref<Tuple> constants);
    Ref<Raw> copy(const void* bytes, size_t size);
    Ref<Raw> copy_ranges(const Code& code);
    Ref<CodeObject> load(uint32_t index);
};

Value Loader::items(const Constant& constant) {
    std::vector<Value> values;
    for (const Constant& item : constant.items) {
        const Value value = this->constant(item);
        if (value.is_null()) return {};
        values.push_back(value);
    }
    return new_tuple(vm, values);
}

Value Loader::constant(const Constant& constant) {
    switch (constant.kind) {
        case Constant::Kind::none: return vm.none();
        case Constant::Kind::true_value: return vm.boolean(true);
        case Constant::Kind::false_value: return vm.boolean(false);
        case Constant::Kind::ellipsis: return vm.root(Root::ellipsis);
        case Constant::Kind::integer: return parse_int(vm, constant.text, 10);
        case Constant::Kind::floating: return Value::from_float(constant.number);
        case Constant::Kind::complex: return new_complex(vm, 0, constant.number);
        case Constant::Kind::text: return intern(vm, constant.text);
        case Constant::Kind::bytes: return new_bytes(vm, constant.text);
        case Constant::Kind::tuple: return items(constant);
        case Constant::Kind::frozen_set: {
            const Value set = new_set(vm, Root::type_frozenset);
            for (const Constant& item : constant.items) {
                const Value value = this->constant(item);
                if (value.is_null() || set.is_null()) return {};
                if (set_add(vm, set.as_ref<Set>(), value) != Outcome::yes) return {};
            }
            // CPython's compiler makes it once more out of its own order when it merges constants,
            // and the order of a set display shows it.
            const Value again = new_set(vm, Root::type_frozenset);
            uint32_t position = 0;
            Value item;
            while (again && set_next(vm, set.as_ref<Set>(), position, item))
                if (set_add(vm, again.as_ref<Set>(), item) != Outcome::yes) return {};
            return again;
        }
        case Constant::Kind::code: {
            const Ref<CodeObject> code = load(constant.code_index);
            return code ? Value::from_ref(code) : Value{};
        }
    }
    return {};
}

Value Loader::names(const std::vector<std::string>& names) {
    std::vector<Value> values;
    for (const std::string& name : names) {
        const Value value = intern(vm, name);
        if (value.is_null()) return {};
        values.push_back(value);
    }
    return new_tuple(vm, values);
}

Ref<Raw> Loader::copy(const void* bytes, size_t size) {
    const auto raw = Ref<Raw>{
        vm.allocate_cell(Kind::raw, {}, 8 + static_cast<uint32_t>(size))};
    if (raw && size > 0)
        std::memcpy(vm.block.edit_bytes(raw.offset + 8, static_cast<uint32_t>(size)), bytes, size);
    return raw;
}

Quick quick_binary(uint32_t operation) {
    switch (static_cast<BinaryOperator>(operation % binary_operator_count)) {
        case BinaryOperator::add: return Quick::BINARY_ADD;
        case BinaryOperator::subtract: return Quick::BINARY_SUBTRACT;
        case BinaryOperator::multiply: return Quick::BINARY_MULTIPLY;
        case BinaryOperator::remainder: return Quick::BINARY_REMAINDER;
        case BinaryOperator::floor_divide: return Quick::BINARY_FLOOR_DIVIDE;
        case BinaryOperator::bit_and: return Quick::BINARY_AND;
        case BinaryOperator::bit_or: return Quick::BINARY_OR;
        case BinaryOperator::bit_xor: return Quick::BINARY_XOR;
        case BinaryOperator::left_shift: return Quick::BINARY_LSHIFT;
        case BinaryOperator::right_shift: return Quick::BINARY_RSHIFT;
        case BinaryOperator::true_divide: return Quick::BINARY_TRUE_DIVIDE;
        default: return Quick::BINARY_OP;
    }
}

// A load of the right operand and the operation in one; the load where there is no such form.
Quick load_and_operate(Opcode load, const Instruction& next) {
    const bool fast = load == Opcode::LOAD_FAST;
    const Quick plain = static_cast<Quick>(load);
    if (next.opcode != Opcode::BINARY_OP) return plain;
    switch (quick_binary(next.argument)) {
        case Quick::BINARY_ADD: return fast ? Quick::LOAD_FAST_ADD : Quick::LOAD_CONST_ADD;
        case Quick::BINARY_SUBTRACT:
            return fast ? Quick::LOAD_FAST_SUBTRACT : Quick::LOAD_CONST_SUBTRACT;
        case Quick::BINARY_MULTIPLY:
            return fast ? Quick::LOAD_FAST_MULTIPLY : Quick::LOAD_CONST_MULTIPLY;
        case Quick::BINARY_REMAINDER: return fast ? plain : Quick::LOAD_CONST_REMAINDER;
        default: return plain;
    }
}

// The fast form that needs no observation: from the instruction and those behind it.
Quick first_form(const Code& code, size_t index) {
    const Instruction& at = code.instructions[index];
    const auto behind = [&](size_t by) {
        return index + by < code.instructions.size() ? code.instructions[index + by]
                                                     : Instruction{Opcode::NOP, 0};
    };
    const Opcode next = behind(1).opcode;
    switch (at.opcode) {
        case Opcode::BINARY_OP: return quick_binary(at.argument);
        case Opcode::COMPARE_OP: {
            const Quick first = next == Opcode::POP_JUMP_FORWARD_IF_FALSE
                                    ? Quick::COMPARE_LESS_JUMP
                                    : Quick::COMPARE_LESS;
            return static_cast<Quick>(static_cast<uint32_t>(first) + at.argument);
        }
        case Opcode::LOAD_FAST:
            // Not the load that goes with the operation behind it.
            if (next != Opcode::LOAD_FAST && next != Opcode::LOAD_CONST)
                return load_and_operate(at.opcode, behind(1));
            if (load_and_operate(next, behind(2)) != static_cast<Quick>(next))
                return Quick::LOAD_FAST;
            return next == Opcode::LOAD_FAST ? Quick::LOAD_FAST_LOAD_FAST
                                             : Quick::LOAD_FAST_LOAD_CONST;
        case Opcode::LOAD_CONST: return load_and_operate(at.opcode, behind(1));
        case Opcode::STORE_FAST:
            return next == Opcode::LOAD_FAST ? Quick::STORE_FAST_LOAD_FAST : Quick::STORE_FAST;
        case Opcode::BINARY_SUBSCR: return Quick::BINARY_SUBSCR_INT;
        case Opcode::JUMP_BACKWARD:
            return code.instructions[at.argument].opcode == Opcode::FOR_ITER
                       ? Quick::JUMP_BACKWARD_FOR
                       : Quick::JUMP_BACKWARD;
        default: return static_cast<Quick>(at.opcode);
    }
}

Ref<Instructions> Loader::instructions(const Code& code, Ref<Tuple> constants) {
    const auto count = static_cast<uint32_t>(code.instructions.size());
    const uint32_t size = count * static_cast<uint32_t>(sizeof(CodeWord));
    const auto made = Ref<Instructions>{vm.allocate_cell(
        Kind::instructions, {}, Instructions::first_offset + size)};
    if (!made) return {};
    vm.block.edit(made).count = count;
    auto* words = reinterpret_cast<CodeWord*>(
        vm.block.edit_bytes(made.offset + Instructions::first_offset, size));
    for (uint32_t index = 0; index < count; ++index) {
        const Instruction& from = code.instructions[index];
        ASSERT(from.argument <= argument_max);
        words[index] = {static_cast<uint32_t>(first_form(code, index)) | from.argument << 8, 0, 0,
                        0};
        if (from.opcode == Opcode::LOAD_CONST) {
            const Value value =
                vm.block.load(constants.offset + Tuple::items_offset + from.argument * 8);
            std::memcpy(&words[index].cache_key, &value, sizeof value);  // kept alive by the tuple
        } else if (argument_kind(from.opcode) == ArgumentKind::target) {
            // How far the jump is from the word behind it, for the loop.
            words[index].cache_target =
                (from.argument - index - 1) * static_cast<uint32_t>(sizeof(CodeWord));
        }
    }
    return made;
}

// Nobody is shown where in its line something of the library stands: the boot image is a quarter
// smaller without.
Ref<Raw> Loader::copy_ranges(const Code& code) {
    if (!of_library()) return copy(code.ranges.data(), code.ranges.size() * sizeof(SourceRange));
    std::vector<LibraryLine> lines;
    for (const SourceRange& range : code.ranges) {
        ASSERT(range.line <= std::numeric_limits<LibraryLine>::max());
        lines.push_back(static_cast<LibraryLine>(range.line));
    }
    return copy(lines.data(), lines.size() * sizeof(LibraryLine));
}

Ref<CodeObject> Loader::load(uint32_t index) {
    if (loaded[index]) return loaded[index];
    const Code& code = unit.codes[index];
    std::vector<Value> constants;
    for (const Constant& constant : code.constants) {
        const Value value = this->constant(constant);
        if (value.is_null()) return {};
        constants.push_back(value);
    }
    std::vector<std::string> slots = code.local_names;
    for (const std::string& name : code.cell_names)
        if (std::find(code.local_names.begin(), code.local_names.end(), name) ==
            code.local_names.end())
            slots.push_back(name);
    for (const std::string& name : code.free_names) slots.push_back(name);

    const Value constant_tuple = new_tuple(vm, constants);
    const Value name_tuple = names(code.names), slot_tuple = names(slots);
    const Value name = intern(vm, code.name), qualified = intern(vm, code.qualified_name);
    const Value file = intern(vm, unit.file_name);
    if (constant_tuple.is_null() || name_tuple.is_null() || slot_tuple.is_null() ||
        name.is_null() || qualified.is_null() || file.is_null())
        return {};
    const Ref<Instructions> words = instructions(code, constant_tuple.as_ref<Tuple>());
    const Ref<Raw> ranges = copy_ranges(code);
    std::vector<PackedExceptionRange> packed;
    for (const ExceptionRange& range : code.exception_ranges)
        packed.push_back({range.start, range.end, range.target,
                          range.depth << 1 | (range.push_last_index ? 1u : 0u)});
    const Ref<Raw> exceptions = copy(packed.data(), packed.size() * sizeof packed[0]);
    const auto made = vm.allocate<CodeObject>(Kind::code, Root::type_code);
    if (!words || !ranges || !exceptions || !made) return {};

    CodeObject& object = vm.block.edit(made);
    object.name = name.as_ref<Str>();
    object.qualified_name = qualified.as_ref<Str>();
    object.file_name = file.as_ref<Str>();
    object.constants = constant_tuple.as_ref<Tuple>();
    object.names = name_tuple.as_ref<Tuple>();
    object.slot_names = slot_tuple.as_ref<Tuple>();
    object.instructions = words;
    object.ranges = ranges;
    object.exceptions = exceptions;
    object.flags = code.flags;
    if (origin == CodeOrigin::elsewhere) object.flags |= code_elsewhere;
    if (of_library()) object.flags |= code_library;
    if (origin == CodeOrigin::hidden) object.flags |= code_hidden;
    object.positional_count = code.positional_count;
    object.positional_only_count = code.positional_only_count;
    object.keyword_only_count = code.keyword_only_count;
    object.slot_count = static_cast<uint32_t>(slots.size());
    object.local_count = static_cast<uint32_t>(code.local_names.size());
    object.cell_count = static_cast<uint32_t>(code.cell_names.size());
    object.free_count = static_cast<uint32_t>(code.free_names.size());
    object.stack_size = code.stack_size + 2;  // room for what the interpreter adds by itself
    object.first_line = code.first_line;
    object.exception_range_count = static_cast<uint32_t>(packed.size());
    object.instruction_count = static_cast<uint32_t>(code.instructions.size());
    BlockHeader& header = vm.block.header();
    header.longest_code = std::max(header.longest_code, object.instruction_count);
    object.unit_index = index;
    loaded[index] = made;
    return made;
}

}  // namespace

Opcode base_opcode(uint8_t internal) {
    static constexpr Opcode bases[quick_count] = {
#define OPCODE(name, argument) Opcode::name,
#include "code/opcodes.def"
#undef OPCODE
#define QUICK(name, stands_for, width) Opcode::stands_for,
#include "vm/quick.def"
#undef QUICK
    };
    ASSERT(internal < quick_count);
    return bases[internal];
}

Ref<CodeObject> load_code(Vm& vm, const CodeUnit& unit, CodeOrigin origin) {
    Loader loader{vm, unit, origin, std::vector<Ref<CodeObject>>(unit.codes.size())};
    return loader.load(0);
}

SourceRange range_of(const Vm& vm, Ref<CodeObject> code, uint32_t instruction) {
    const CodeObject& object = vm.block[code];
    if (instruction >= object.instruction_count) return {};
    if (object.flags & code_library)
        return {vm.block.at<LibraryLine>(object.ranges.offset + 8)[instruction], 0, 0, 0};
    return vm.block.at<SourceRange>(object.ranges.offset + 8)[instruction];
}

bool in_prologue(const Vm& vm, Ref<CodeObject> code, uint32_t instruction) {
    const CodeObject& object = vm.block[code];
    if (instruction >= object.instruction_count) return false;
    const uint32_t at = object.instructions.offset + Instructions::first_offset +
                        instruction * static_cast<uint32_t>(sizeof(CodeWord));
    const uint32_t word = vm.block.at<CodeWord>(at)->word;
    switch (base_opcode(static_cast<uint8_t>(word & 0xff))) {
        case Opcode::COPY_FREE_VARS:
        case Opcode::MAKE_CELL:
        case Opcode::RETURN_GENERATOR: return true;
        case Opcode::RESUME: return word >> 8 == 0;  // else: after an await or a yield
        default: return false;
    }
}

// The caches of attributes: those that compare shapes.
void forget_inline_caches(Vm& vm) {
    vm.forget_shape_lookups();
    each_cell_of_kind(vm.block, Kind::instructions, [&](uint32_t cell) {
        const uint32_t count = vm.block.at<Instructions>(cell)->count;
        for (uint32_t index = 0; index < count; ++index) {
            const uint32_t at = cell + Instructions::first_offset +
                                index * static_cast<uint32_t>(sizeof(CodeWord));
            switch (static_cast<Quick>(vm.block.at<CodeWord>(at)->word & 0xff)) {
                case Quick::LOAD_ATTR_SLOT:
                case Quick::LOAD_ATTR_CLASS:
                case Quick::LOAD_ATTR_PROPERTY:
                case Quick::LOAD_METHOD_SHAPE:
                case Quick::LOAD_METHOD_CLASS:
                case Quick::STORE_ATTR_SLOT:
                case Quick::STORE_ATTR_ADD: {
                    CodeWord& word = vm.block.edit(Ref<CodeWord>{at});
                    const Opcode base = base_opcode(static_cast<uint8_t>(word.word & 0xff));
                    word = {static_cast<uint32_t>(base) | (word.word & ~0xffu), 0, 0, 0};
                    break;
                }
                default: break;
            }
        }
    });
}

}  // namespace meada
