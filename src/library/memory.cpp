// Natives of memoryview: views that a bytearray has out, floats as bytes.
#include <bit>
#include <cstring>

#include "library/natives.h"
#include "vm/byte_strings.h"

namespace meada {

// A bytearray with exports cannot change its size.
Value library_export(Vm& vm, const Args& args) {
    ByteArray& array = vm.block.edit(args[0].as_ref<ByteArray>());
    array.export_count = static_cast<uint32_t>(array.export_count + integer_of(args[1]));
    return vm.none();
}

// IEEE 754, little end first, of 4 or 8 bytes.
Value library_float_from_bytes(Vm& vm, const Args& args) {
    const std::string_view bytes = bytes_view(vm, args[0]);
    if (bytes.size() == 4) {
        float number;
        std::memcpy(&number, bytes.data(), 4);
        return Value::from_float(number);
    }
    ASSERT(bytes.size() == 8);
    double number;
    std::memcpy(&number, bytes.data(), 8);
    return Value::from_float(number);
}

Value library_float_to_bytes(Vm& vm, const Args& args) {
    static_assert(std::endian::native == std::endian::little);
    const double number = args[0].as_float();
    char bytes[8];
    const bool narrow = integer_of(args[1]) == 4;
    const float rounded = static_cast<float>(number);
    if (narrow) std::memcpy(bytes, &rounded, 4);
    else std::memcpy(bytes, &number, 8);
    return new_bytes(vm, {bytes, narrow ? 4u : 8u});
}

}  // namespace meada
