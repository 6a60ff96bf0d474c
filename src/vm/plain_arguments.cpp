#include "vm/plain_arguments.h"

#include <algorithm>

#include "vm/containers.h"

namespace meada {

bool may_have_refused(const Vm& vm) {
    return vm.request.kind == Vm::Request::Kind::none && vm.has_exception() &&
           vm.type_of(vm.block[vm.context].exception) == vm.type(Root::TypeError);
}

void ask_with_plain_arguments(Vm& vm, Value native, std::span<const Value> arguments) {
    if (!may_have_refused(vm)) return;
    const Ref<Type> owner = vm.block[native.as_ref<NativeFunction>()].owner;
    constexpr Root owners[] = {Root::type_str,   Root::type_bytes, Root::type_bytearray,
                               Root::type_tuple, Root::type_int_,  Root::type_float_};
    if (std::ranges::none_of(owners, [&](Root root) { return vm.type(root) == owner; })) return;
    const auto may_stand_for_plain = [&](Value value) {
        if (!value.is_ref()) return false;
        const Kind kind = vm.block.kind(value);
        return kind == Kind::instance || kind == Kind::native_object || kind == Kind::list;
    };
    if (std::ranges::none_of(arguments, may_stand_for_plain)) return;
    const Value error = vm.block[vm.context].exception;
    const Value all = new_tuple(vm, arguments);
    if (all.is_null()) return;
    vm.call_prelude(Root::prelude_call_with_plain, {native, all, error});
    vm.block.clear(vm.context.offset + static_cast<uint32_t>(offsetof(Context, exception)));
}

}  // namespace meada
