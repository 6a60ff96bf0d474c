// What is told of a script's exceptions: exception_raised and exception_caught. Where they are told
// is vm's to know (unwind.cpp); here are the words for them, without running Python code.
#include "base/utf8.h"
#include "machine/emit.h"
#include "machine/inspect.h"
#include "machine/tell_exceptions.h"

namespace meada {
namespace {

constexpr uint32_t message_length_max = 200;  // code points

std::string shortened(std::string text) {
    if (text.size() <= message_length_max) return text;
    size_t offset = 0;
    for (uint32_t count = 0; offset < text.size(); ++count) {
        if (count == message_length_max) return text.substr(0, offset) + "…";
        if (!decode_utf8(text, offset)) ++offset;
    }
    return text;
}

std::string in_words(const Machine& machine, Value value) {
    const Block& block = machine.vm.block;
    return block.kind(value) == Kind::str ? shortened(text_of(machine, value))
                                          : describe(machine, value, message_length_max);
}

// As str(exception), where no Python code is needed for it; else nothing.
std::string message_of(const Machine& machine, Value value) {
    const Vm& vm = machine.vm;
    const Value method = vm.special(value, Special::str_);
    if (method && vm.block.kind(method) == Kind::function) return {};
    const Exception& exception = vm.block[value.as_ref<Exception>()];
    if (exception.extra[0] && exception.extra[1]) {
        if (vm.is_instance(value, Root::BaseExceptionGroup)) {
            const size_t count = items_of(machine, exception.extra[1]).size();
            return in_words(machine, exception.extra[0]) + " (" + std::to_string(count) +
                   (count == 1 ? " sub-exception)" : " sub-exceptions)");
        }
        if (vm.is_instance(value, Root::OSError))
            return "[Errno " + in_words(machine, exception.extra[0]) + "] " +
                   in_words(machine, exception.extra[1]);
    }
    if (vm.block.kind(exception.args) != Kind::tuple) return {};
    const Ref<Tuple> arguments = exception.args.as_ref<Tuple>();
    const uint32_t count = vm.block[arguments].count;
    if (count == 0) return {};
    if (count > 1) return describe(machine, exception.args, message_length_max);
    const Value only = vm.block.load(arguments.offset + Tuple::items_offset);
    return vm.is_instance(value, Root::KeyError) ? describe(machine, only, message_length_max)
                                                 : in_words(machine, only);
}

}  // namespace

void tell_exception(Vm& vm, Value exception, Vm::ExceptionNews news) {
    Machine& machine = machine_of(vm);
    const std::string type = type_name(vm, exception);
    if (news == Vm::ExceptionNews::caught) return emit(machine, event::exception_caught{type});
    const std::string message = message_of(machine, exception);
    emit(machine, event::exception_raised{type, message});
}

}  // namespace meada
