// Native half of sys: standard streams, limits, the process's end.
#include <algorithm>
#include <cstdio>

#include "base/utf8.h"
#include "library/natives.h"

namespace meada {

namespace {

bool is_surrogate(char32_t character) { return character >= 0xd800 && character <= 0xdfff; }

// Standard output takes no lone surrogate: an exception, as its codec raises it.
Value raise_surrogates(Vm& vm, Value str) {
    uint32_t start = 0;
    while (!is_surrogate(str_at(vm, str, start))) ++start;
    uint32_t end = start;
    while (end < str_length(vm, str) && is_surrogate(str_at(vm, str, end))) ++end;
    const Value codec = new_str(vm, "utf-8"), why = new_str(vm, "surrogates not allowed");
    if (codec.is_null() || why.is_null()) return {};
    return vm.raise(Root::UnicodeEncodeError,
                    {codec, str, Value::from_int(start), Value::from_int(end), why});
}

// Standard error shows it as an escape.
std::string escape_surrogates(Vm& vm, Value str) {
    std::string text;
    for (uint32_t index = 0; index < str_length(vm, str); ++index) {
        const char32_t character = str_at(vm, str, index);
        char escape[16];
        std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(character));
        if (is_surrogate(character)) text += escape;
        else append_utf8(text, character);
    }
    return text;
}

}  // namespace

// One call is one event, whatever it holds.
Value library_write(Vm& vm, const Args& args) {
    Machine& machine = machine_of(vm);
    const auto stream = static_cast<Stream>(integer_of(args[0]));
    std::string text = to_utf8(vm, args[1]);
    if (find_invalid_utf8(text)) {
        if (stream == Stream::out) return raise_surrogates(vm, args[1]);
        text = escape_surrogates(vm, args[1]);
    }
    vm.charge(300 + text.size());
    machine.edit_root().output_bytes += text.size();
    if (stream == Stream::out && running_process(machine) == first_process(machine))
        machine.edit_root().held_bytes += text.size();
    if (stream == Stream::out && !text.empty()) machine.edit_root().unflushed = 1;
    if (!text.empty()) emit(machine, event::printed{stream, text});
    return vm.none();
}

// Told where there are several processes: each has a buffer of its own.
Value library_stream_flush(Vm& vm, const Args& args) {
    Machine& machine = machine_of(vm);
    const auto stream = static_cast<Stream>(integer_of(args[0]));
    if (stream == Stream::out) {
        machine.edit_root().unflushed = 0;
        if (running_process(machine) == first_process(machine)) machine.edit_root().held_bytes = 0;
    }
    if (next_process(machine, first_process(machine)))
        emit(machine, event::flushed{stream});
    return vm.none();
}

// The next line of the input text with its line feed, or all of it (limit < 0 means one line;
// None: all); empty at its end.
Value library_read_line(Vm& vm, const Args& args) {
    const InputWait wanted = args[0] == vm.none() ? InputWait::all : InputWait::line;
    const auto text = read_input(machine_of(vm), wanted);
    return text ? new_str(vm, *text) : vm.suspend();
}

Value library_exit_now(Vm& vm, const Args& args) {
    Machine& machine = machine_of(vm);
    const auto status = static_cast<int32_t>(integer_of(args[0])) & 0xff;
    const Ref<Process> process = running_process(machine);
    if (process == first_process(machine)) machine.edit_root().output_lost = 1;
    end_process(machine, process, status);
    return vm.suspend();
}

Value library_recursion_limit(Vm& vm, const Args& args) {
    const uint32_t limit = vm.block.header().recursion_limit;
    if (args.has(0) && args[0].is_int())
        vm.block.header().recursion_limit = static_cast<uint32_t>(args[0].as_int());
    return Value::from_int(limit);
}

Value library_recursion_depth(Vm& vm, const Args&) {
    return Value::from_int(vm.block[vm.context].depth);
}

Value library_digits_limit(Vm& vm, const Args& args) {
    const uint32_t limit = vm.block.header().digits_limit;
    if (args.has(0) && args[0].is_int())
        vm.block.header().digits_limit = static_cast<uint32_t>(args[0].as_int());
    return Value::from_int(limit);
}

Value library_switch_interval(Vm& vm, const Args& args) {
    Machine& machine = machine_of(vm);
    const Ref<Process> process = running_process(machine);
    const uint64_t interval_ns = vm.block[process].switch_interval_ns;
    double nanoseconds = 0;
    if (args.has(0) && args[0] != vm.none()) {
        if (!nanoseconds_of(vm, args[0], nanoseconds)) return {};
        vm.block.edit(process).switch_interval_ns =
            static_cast<uint64_t>(std::clamp(nanoseconds, 1000.0, 1e18));
        return reschedule(machine);
    }
    return Value::from_float(static_cast<double>(interval_ns) / 1e9);
}

Value library_has_gil(Vm& vm, const Args&) { return vm.boolean(has_gil(machine_of(vm))); }

Value library_size_of(Vm& vm, const Args& args) {
    if (!args[0].is_ref()) return Value::from_int(args[0].is_float() ? 24 : 28);
    return Value::from_int(vm.block.cell_size(args[0].offset()));
}

// The collector runs between instructions only: ask for it, and for all of it.
Value library_collect(Vm& vm, const Args&) {
    vm.block.header().allocated_bytes = collect_all_bytes;
    vm.block.refresh_attention();
    return Value::from_int(0);
}

}  // namespace meada
