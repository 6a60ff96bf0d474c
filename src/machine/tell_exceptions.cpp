// What is told of a script's exceptions: exception_raised and exception_caught. Where they are told
// is vm's to know (unwind.cpp); here are the words for them, without running Python code.
#include "base/utf8.h"
#include "machine/emit.h"
#include "machine/inspect.h"
#include "machine/tell_exceptions.h"

namespace meada {
namespace {

constexpr uint32_t message_length_max = 200;  // code points

// What they give lies in the block or in `room`: a script may raise millions.
std::string_view shortened(std::string_view text, std::string& room) {
    if (text.size() <= message_length_max) return text;
    size_t offset = 0;
    for (uint32_t count = 0; offset < text.size(); ++count) {
        if (count == message_length_max)
            return room = std::string(text.substr(0, offset)) + "…";
        if (!decode_utf8(text, offset)) ++offset;
    }
    return text;
}

std::string_view described(const Machine& machine, Value value, std::string& room) {
    return room = describe(machine, value, message_length_max);
}

std::string_view in_words(const Machine& machine, Value value, std::string& room) {
    return is_str(machine.vm, value) ? shortened(utf8_of(machine.vm, value, room), room)
                                     : described(machine, value, room);
}

std::string copy_in_words(const Machine& machine, Value value) {
    std::string room;
    return std::string(in_words(machine, value, room));
}

// As str(exception), where no Python code is needed for it; else nothing.
std::string_view message_of(const Machine& machine, Value value, std::string& room) {
    const Vm& vm = machine.vm;
    const Value method = vm.special(value, Special::str_);
    if (method && vm.block.kind(method) == Kind::function) return {};
    const Exception& exception = vm.block[value.as_ref<Exception>()];
    if (exception.extra[0] && exception.extra[1]) {
        if (vm.is_instance(value, Root::BaseExceptionGroup)) {
            const size_t count = items_of(machine, exception.extra[1]).size();
            return room = copy_in_words(machine, exception.extra[0]) + " (" +
                          std::to_string(count) +
                          (count == 1 ? " sub-exception)" : " sub-exceptions)");
        }
        if (vm.is_instance(value, Root::OSError))
            return room = "[Errno " + copy_in_words(machine, exception.extra[0]) + "] " +
                          copy_in_words(machine, exception.extra[1]);
    }
    if (vm.block.kind(exception.args) != Kind::tuple) return {};
    const Ref<Tuple> arguments = exception.args.as_ref<Tuple>();
    const uint32_t count = vm.block[arguments].count;
    if (count == 0) return {};
    if (count > 1) return described(machine, exception.args, room);
    const Value only = vm.block.load(arguments.offset + Tuple::items_offset);
    return vm.is_instance(value, Root::KeyError) ? described(machine, only, room)
                                                 : in_words(machine, only, room);
}

}  // namespace

void tell_exception(Vm& vm, Value exception, Vm::ExceptionNews news) {
    Machine& machine = machine_of(vm);
    std::string type_room, message_room;
    const Text type = type_name(vm, exception, type_room);
    if (news == Vm::ExceptionNews::caught) return emit(machine, event::exception_caught{type});
    const Text message = message_of(machine, exception, message_room);
    emit(machine, event::exception_raised{type, message});
}

}  // namespace meada
