// Natives of binascii: base64 (RFC 4648), as forgiving as CPython is.
#include <string>

#include "library/natives.h"
#include "vm/byte_strings.h"

namespace meada {
namespace {

constexpr std::string_view digits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

struct Decoded {
    std::string bytes;
    uint32_t place = 0;  // of the last digit in its group of four: 0 behind a whole group
    std::string error;
};

Decoded decode(std::string_view text, bool strict) {
    Decoded decoded;
    if (strict && text.starts_with('=')) {
        decoded.error = "Leading padding not allowed";
        return decoded;
    }
    uint32_t pads = 0, left = 0;
    bool padding = false;
    for (size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '=') {
            padding = true;
            if (decoded.place < 2 || decoded.place + ++pads < 4) continue;
            if (strict && at + 1 < text.size()) decoded.error = "Excess data after padding";
            decoded.place = 0;
            return decoded;
        }
        const size_t digit = digits.find(text[at]);
        if (digit == std::string_view::npos) {
            if (!strict) continue;
            decoded.error = "Only base64 data is allowed";
            return decoded;
        }
        if (strict && padding) {
            decoded.error = "Discontinuous padding not allowed";
            return decoded;
        }
        pads = 0;
        left = left << 6 | static_cast<uint32_t>(digit);
        if (decoded.place > 0)
            decoded.bytes += static_cast<char>(left >> (6 - 2 * decoded.place) & 0xff);
        decoded.place = (decoded.place + 1) % 4;
    }
    if (decoded.place == 1)
        decoded.error = "Invalid base64-encoded string: number of data characters (" +
                        std::to_string(decoded.bytes.size() / 3 * 4 + 1) +
                        ") cannot be 1 more than a multiple of 4";
    else if (decoded.place != 0)
        decoded.error = "Incorrect padding";
    return decoded;
}

}  // namespace

Value library_base64_encode(Vm& vm, const Args& args) {
    const std::string_view data = bytes_view(vm, args[0]);
    vm.charge(10 + data.size());
    std::string text;
    for (size_t at = 0; at < data.size(); at += 3) {
        uint32_t group = 0;
        for (size_t byte = 0; byte < 3; ++byte)
            group = group << 8 | (at + byte < data.size() ? uint8_t(data[at + byte]) : 0u);
        for (size_t digit = 0; digit < 4; ++digit)
            text += at + digit <= data.size() ? digits[group >> (18 - 6 * digit) & 63] : '=';
    }
    return new_bytes(vm, text);
}

// bytes, or a str: what is wrong.
Value library_base64_decode(Vm& vm, const Args& args) {
    const std::string_view text = bytes_view(vm, args[0]);
    vm.charge(10 + text.size());
    const Decoded decoded = decode(text, args[1] == vm.boolean(true));
    return decoded.error.empty() ? new_bytes(vm, decoded.bytes) : new_str(vm, decoded.error);
}

}  // namespace meada
