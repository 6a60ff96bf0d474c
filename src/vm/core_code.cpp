// Natives of code objects.
#include "vm/containers.h"
#include "vm/interpreter.h"
#include "vm/operations.h"
#include "vm/quick.h"
#include "vm/strings.h"

namespace meada {
namespace {

Ref<CodeObject> code_arg(const Args& args) { return args[0].as_ref<CodeObject>(); }

// Names of the slots from `first` on.
Value slot_names(Vm& vm, const Args& args, uint32_t first, uint32_t count) {
    std::vector<Value> names;
    const uint32_t items = vm.block[code_arg(args)].slot_names.offset + Tuple::items_offset;
    for (uint32_t index = first; index < first + count; ++index)
        names.push_back(vm.block.load(items + index * 8));
    return new_tuple(vm, names);
}

constexpr int64_t bytes_per_instruction = 2;

// MAKE_CELL at the start makes a cell of a parameter's slot.
bool is_cell_parameter(const Vm& vm, Ref<CodeObject> code, uint32_t slot) {
    const uint32_t first = vm.block[code].instructions.offset + Instructions::first_offset;
    for (uint32_t index = 0; index < vm.block[code].instruction_count; ++index) {
        const uint32_t word =
            vm.block.at<CodeWord>(first + index * static_cast<uint32_t>(sizeof(CodeWord)))->word;
        const Opcode opcode = base_opcode(static_cast<uint8_t>(word & 0xff));
        if (opcode == Opcode::MAKE_CELL && word >> 8 == slot) return true;
        if (opcode == Opcode::RESUME) return false;
    }
    return false;
}

}  // namespace

Value code_get_name(Vm& vm, const Args& args) {
    return Value::from_ref(vm.block[code_arg(args)].name);
}
Value code_get_qualname(Vm& vm, const Args& args) {
    return Value::from_ref(vm.block[code_arg(args)].qualified_name);
}
Value code_get_filename(Vm& vm, const Args& args) {
    return Value::from_ref(vm.block[code_arg(args)].file_name);
}
Value code_get_argcount(Vm& vm, const Args& args) {
    return Value::from_int(vm.block[code_arg(args)].positional_count);
}
Value code_get_posonlyargcount(Vm& vm, const Args& args) {
    return Value::from_int(vm.block[code_arg(args)].positional_only_count);
}
Value code_get_kwonlyargcount(Vm& vm, const Args& args) {
    return Value::from_int(vm.block[code_arg(args)].keyword_only_count);
}
Value code_get_varnames(Vm& vm, const Args& args) {
    const CodeObject& code = vm.block[code_arg(args)];
    return slot_names(vm, args, 0, code.local_count);
}
Value code_get_flags(Vm& vm, const Args& args) {
    return Value::from_int(vm.block[code_arg(args)].flags & 0xffff);
}
Value code_get_firstlineno(Vm& vm, const Args& args) {
    return Value::from_int(vm.block[code_arg(args)].first_line);
}
Value code_get_names(Vm& vm, const Args& args) {
    return Value::from_ref(vm.block[code_arg(args)].names);
}
Value code_get_consts(Vm& vm, const Args& args) {
    return Value::from_ref(vm.block[code_arg(args)].constants);
}

// Cells that are parameters have their slot there.
Value code_get_cellvars(Vm& vm, const Args& args) {
    const CodeObject code = vm.block[code_arg(args)];
    std::vector<Value> names;
    const auto name_at = [&](uint32_t index) {
        return vm.block.load(code.slot_names.offset + Tuple::items_offset + index * 8);
    };
    for (uint32_t index = 0; index < code.local_count; ++index)
        if (is_cell_parameter(vm, code_arg(args), index)) names.push_back(name_at(index));
    for (uint32_t index = code.local_count; index < code.slot_count - code.free_count; ++index)
        names.push_back(name_at(index));
    return new_tuple(vm, names);
}
Value code_get_freevars(Vm& vm, const Args& args) {
    const CodeObject& code = vm.block[code_arg(args)];
    return slot_names(vm, args, code.slot_count - code.free_count, code.free_count);
}
Value code_get_nlocals(Vm& vm, const Args& args) {
    return Value::from_int(vm.block[code_arg(args)].local_count);
}
Value code_get_stacksize(Vm& vm, const Args& args) {
    return Value::from_int(vm.block[code_arg(args)].stack_size - 2);  // what load_code added
}

// (start, end, line or None) of each run of instructions on one line.
Value code_lines(Vm& vm, const Args& args) {
    const Ref<CodeObject> code = code_arg(args);
    const uint32_t count = vm.block[code].instruction_count;
    const Value list = new_list(vm, {});
    for (uint32_t start = 0; list && start < count;) {
        const uint32_t line = range_of(vm, code, start).line;
        uint32_t end = start + 1;
        while (end < count && range_of(vm, code, end).line == line) ++end;
        const Value parts[] = {Value::from_int(start * bytes_per_instruction),
                               Value::from_int(end * bytes_per_instruction),
                               line != 0 ? Value::from_int(line) : vm.none()};
        const Value entry = new_tuple(vm, parts);
        if (entry.is_null() || !list_append(vm, list.as_ref<List>(), entry)) return {};
        start = end;
    }
    return list.is_null() ? list : vm.call_prelude(Root::prelude_iterate, {list});
}

// (line, end line, column, end column) of each instruction.
Value code_positions(Vm& vm, const Args& args) {
    const Ref<CodeObject> code = code_arg(args);
    const Value list = new_list(vm, {});
    for (uint32_t index = 0; list && index < vm.block[code].instruction_count; ++index) {
        const SourceRange range = range_of(vm, code, index);
        const auto number = [&](uint32_t value) {
            return range.line != 0 ? Value::from_int(value) : vm.none();
        };
        const Value parts[] = {number(range.line), number(range.end_line), number(range.column),
                               number(range.end_column)};
        const Value entry = new_tuple(vm, parts);
        if (entry.is_null() || !list_append(vm, list.as_ref<List>(), entry)) return {};
    }
    return list.is_null() ? list : vm.call_prelude(Root::prelude_iterate, {list});
}

// A copy with other names, numbers or constants: what does not change the instructions.
Value code_replace(Vm& vm, const Args& args) {
    const auto made = vm.allocate<CodeObject>(Kind::code, Root::type_code);
    if (!made) return {};
    const CodeObject from = vm.block[code_arg(args)];
    CodeObject& copy = vm.block.edit(made);
    const Object header = copy;
    copy = from;
    static_cast<Object&>(copy) = header;
    if (!args.has(1)) return Value::from_ref(made);
    uint32_t position = 0;
    Value key, value;
    while (dict_next(vm, args[1].as_ref<Dict>(), position, key, value)) {
        const std::string name = to_utf8(vm, key);
        CodeObject& changed = vm.block.edit(made);
        if (name == "co_name" && is_str(vm, value)) changed.name = value.as_ref<Str>();
        else if (name == "co_qualname" && is_str(vm, value))
            changed.qualified_name = value.as_ref<Str>();
        else if (name == "co_filename" && is_str(vm, value))
            changed.file_name = value.as_ref<Str>();
        else if (name == "co_firstlineno" && value.is_int())
            changed.first_line = static_cast<uint32_t>(value.as_int());
        else if (name == "co_flags" && value.is_int())
            changed.flags = (from.flags & 0xffff0000u) | static_cast<uint32_t>(value.as_int());
        else if (name == "co_argcount" && value.is_int())
            changed.positional_count = static_cast<decltype(from.positional_count)>(value.as_int());
        else if (name == "co_posonlyargcount" && value.is_int())
            changed.positional_only_count =
                static_cast<decltype(from.positional_only_count)>(value.as_int());
        else if (name == "co_kwonlyargcount" && value.is_int())
            changed.keyword_only_count =
                static_cast<decltype(from.keyword_only_count)>(value.as_int());
        else if (!name.starts_with("co_"))
            return vm.raise(Root::TypeError,
                            "'" + name + "' is an invalid keyword argument for replace()");
        else
            return vm.raise(Root::NotImplementedError,
                            "code.replace(" + name + "=...) is not supported here");
    }
    return Value::from_ref(made);
}

}  // namespace meada
