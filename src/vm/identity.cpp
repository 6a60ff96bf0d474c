#include "vm/identity.h"

#include "vm/containers.h"

namespace meada {
namespace {
constexpr uint64_t first_address = 0x7f00'0000'0000;
constexpr uint64_t first_number_address = 0x7e00'0000'0000;
}  // namespace

// The map is from offsets to serials: it keeps nothing alive, and as in CPython an object may get
// the id of a dead one.
uint64_t identity_of(Vm& vm, Value value) {
    if (!value.is_ref()) {  // equal numbers are one object
        const uint64_t mixed = (value.bits ^ value.bits >> 29) * 0x9e3779b97f4a7c15u;
        return first_number_address + (mixed >> 32 << 4);
    }
    if (vm.root(Root::serials).is_null()) {
        const Value made = new_dict(vm);
        if (made.is_null()) return 0;
        vm.set_root(Root::serials, made);
    }
    const Ref<Dict> serials = vm.root(Root::serials).as_ref<Dict>();
    const Value key = Value::from_int(value.offset());
    const Found found = dict_get(vm, serials, key);
    uint64_t serial;
    if (found.outcome == Outcome::yes) {
        serial = static_cast<uint64_t>(found.value.as_int());
    } else {
        serial = ++vm.block.header().next_serial;
        if (dict_set(vm, serials, key, Value::from_int(static_cast<int64_t>(serial))) !=
            Outcome::yes)
            return 0;
    }
    return first_address + serial * 16;
}

bool append_address(Vm& vm, std::string& out, Value value) {
    const uint64_t identity = identity_of(vm, value);
    if (identity == 0) return false;
    char digits[16];
    uint32_t count = 0;
    for (uint64_t rest = identity; rest > 0; rest >>= 4) digits[count++] = "0123456789abcdef"[rest & 15];
    out += " at 0x";
    while (count > 0) out += digits[--count];
    return true;
}

}  // namespace meada
