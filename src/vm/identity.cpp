#include "vm/identity.h"

#include "vm/containers.h"
#include "vm/operations.h"

namespace meada {
namespace {
constexpr uint64_t first_address = 0x7f00'0000'0000;
constexpr uint64_t first_number_serial = uint64_t{1} << 32;
}  // namespace

// The map is from offsets to serials: it keeps nothing alive, and as in CPython an object may get
// the id of a dead one.
uint64_t serial_of(Vm& vm, Value value) {
    if (!value.is_ref()) {  // equal numbers are one object
        const uint64_t mixed = (value.bits ^ value.bits >> 29) * 0x9e3779b97f4a7c15u;
        return first_number_serial | mixed >> 32;
    }
    const Value key = Value::from_int(value.offset());
    if (vm.root(Root::serials).is_null()) vm.set_root(Root::serials, new_dict(vm));
    const Ref<Dict> serials = vm.root(Root::serials).as_ref<Dict>();
    if (serials) {
        const Found found = dict_get(vm, serials, key);
        if (found.outcome == Outcome::yes) return static_cast<uint64_t>(found.value.as_int());
    }
    const uint64_t serial = ++vm.block.header().next_serial;
    // In a full block the MemoryError is pending, and this serial is not seen again.
    if (serials) dict_set(vm, serials, key, Value::from_int(static_cast<int64_t>(serial)));
    return serial;
}

uint64_t identity_of(Vm& vm, Value value) { return first_address + serial_of(vm, value) * 16; }

void append_address(Vm& vm, std::string& out, Value value) {
    char digits[16];
    uint32_t count = 0;
    for (uint64_t rest = identity_of(vm, value); rest > 0; rest >>= 4)
        digits[count++] = "0123456789abcdef"[rest & 15];
    out += " at 0x";
    while (count > 0) out += digits[--count];
}

}  // namespace meada
