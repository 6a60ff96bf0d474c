// len() of everything built in.
#include "vm/byte_strings.h"
#include "vm/range.h"
#include "vm/sequences.h"
#include "vm/set.h"
#include "vm/strings.h"
#include "vm/views.h"

namespace meada {
namespace {

// The library's own natives look at their `self` themselves and need no frame. (The argument goes
// where no native has one.)
Length own_length(Vm& vm, Value value) {
    const Value method = vm.special(value, Special::len_);
    if (vm.block.kind(method) != Kind::native) return {Outcome::needs_call};
    const NativeFunction& native = vm.block[method.as_ref<NativeFunction>()];
    if (native.owner != vm.type(Root::type_object)) return {Outcome::needs_call};
    const auto last = static_cast<uint32_t>(offsetof(BlockHeader, scratch) +
                                            sizeof(BlockHeader::scratch) - sizeof(Value));
    const uint32_t index = native.index;
    vm.block.move_in(last, value);
    const Value length = vm.natives[index].code(vm, Args{vm.block, last, 1});
    if (length.is_null()) return {Outcome::raised};
    return {Outcome::yes, length.as_int()};
}

}  // namespace

Length length_of(Vm& vm, Value value) {
    if (!value.is_ref()) return {Outcome::no};
    if (has_own(vm, value, Special::len_)) return own_length(vm, value);
    return plain_length(vm, value);
}

Length plain_length(Vm& vm, Value value) {
    switch (vm.block.kind(value)) {
        case Kind::list:
        case Kind::tuple: return {Outcome::yes, items_of(vm, value).count};
        case Kind::dict: return {Outcome::yes, vm.block[value.as_ref<Dict>()].count};
        case Kind::dict_view:
        case Kind::mapping_proxy: return {Outcome::yes, vm.block[view_dict(vm, value)].count};
        case Kind::set: return {Outcome::yes, vm.block[value.as_ref<Set>()].count};
        case Kind::str: return {Outcome::yes, str_length(vm, value)};
        case Kind::bytes:
        case Kind::bytearray:
            return {Outcome::yes, static_cast<int64_t>(bytes_view(vm, value).size())};
        case Kind::range: {
            const Value length = range_length(vm, vm.block[value.as_ref<Range>()]);
            if (length.is_null()) return {Outcome::raised};
            if (const auto fits = to_int64(vm, length)) return {Outcome::yes, *fits};
            vm.raise(Root::OverflowError, "Python int too large to convert to C ssize_t");
            return {Outcome::raised};
        }
        default: return {Outcome::no};
    }
}

}  // namespace meada
