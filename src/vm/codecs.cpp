#include "vm/codecs.h"

#include <algorithm>

#include "base/character_names.h"
#include "base/utf8.h"
#include "vm/byte_strings.h"
#include "vm/codec_escapes.h"
#include "vm/text_like.h"

namespace meada {
namespace {

enum class Codec {
    utf8,
    ascii,
    latin1,
    utf16,
    utf16_le,
    utf16_be,
    utf32,
    utf32_le,
    utf32_be,
    escape,
    raw_escape
};
enum class OnError {
    strict,
    ignore,
    replace,
    backslash,
    xml,
    surrogate_escape,
    surrogate_pass,
    name,
    unknown
};

struct CodecName {
    const char* name;
    Codec codec;
};
// Normalised: small letters, '-' for '_' and blanks.
constexpr CodecName codec_names[] = {
    {"utf-8", Codec::utf8},
    {"utf8", Codec::utf8},
    {"u8", Codec::utf8},
    {"utf-8-sig", Codec::utf8},
    {"ascii", Codec::ascii},
    {"us-ascii", Codec::ascii},
    {"646", Codec::ascii},
    {"latin-1", Codec::latin1},
    {"latin1", Codec::latin1},
    {"iso-8859-1", Codec::latin1},
    {"iso8859-1", Codec::latin1},
    {"latin", Codec::latin1},
    {"l1", Codec::latin1},
    {"8859", Codec::latin1},
    {"cp819", Codec::latin1},
    {"utf-16", Codec::utf16},
    {"utf16", Codec::utf16},
    {"u16", Codec::utf16},
    {"utf-16-le", Codec::utf16_le},
    {"utf-16le", Codec::utf16_le},
    {"utf-16-be", Codec::utf16_be},
    {"utf-16be", Codec::utf16_be},
    {"utf-32", Codec::utf32},
    {"utf32", Codec::utf32},
    {"u32", Codec::utf32},
    {"utf-32-le", Codec::utf32_le},
    {"utf-32le", Codec::utf32_le},
    {"utf-32-be", Codec::utf32_be},
    {"utf-32be", Codec::utf32_be},
    {"unicode-escape", Codec::escape},
    {"unicodeescape", Codec::escape},
    {"raw-unicode-escape", Codec::raw_escape},
    {"rawunicodeescape", Codec::raw_escape},
};

const char* error_name(Codec codec) {
    constexpr const char* names[] = {"utf-8",     "ascii",         "latin-1",         "utf-16",
                                     "utf-16-le", "utf-16-be",     "utf-32",          "utf-32-le",
                                     "utf-32-be", "unicodeescape", "rawunicodeescape"};
    return names[static_cast<size_t>(codec)];
}

struct Choice {
    Codec codec = Codec::utf8;
    OnError on_error = OnError::strict;
    std::string errors = "strict";
    bool is_marked = false;  // utf-8-sig: with a byte order mark in front
};
constexpr std::string_view utf8_mark = "\xef\xbb\xbf";

bool choose(Vm& vm, Value encoding, Value errors, const char* verb, Choice& out) {
    if (!errors.is_null()) {
        constexpr const char* names[] = {"strict",
                                         "ignore",
                                         "replace",
                                         "backslashreplace",
                                         "xmlcharrefreplace",
                                         "surrogateescape",
                                         "surrogatepass",
                                         "namereplace"};
        out.errors = to_utf8(vm, errors);
        out.on_error = static_cast<OnError>(
            std::find(std::begin(names), std::end(names), out.errors) - std::begin(names));
    }
    if (encoding.is_null()) return true;
    std::string name = to_utf8(vm, encoding);
    for (char& letter : name) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter ^ 0x20);
        if (letter == '_' || letter == ' ') letter = '-';
    }
    for (const CodecName& known : codec_names) {
        if (name != known.name) continue;
        out.codec = known.codec;
        out.is_marked = name == "utf-8-sig";
        return true;
    }
    // CPython's codecs between other types.
    static constexpr const char* others[] = {"base64",
                                             "base-64",
                                             "base64-codec",
                                             "bz2",
                                             "bz2-codec",
                                             "hex",
                                             "hex-codec",
                                             "quopri",
                                             "quopri-codec",
                                             "quoted-printable",
                                             "quotedprintable",
                                             "rot13",
                                             "rot-13",
                                             "uu",
                                             "uu-codec",
                                             "zip",
                                             "zlib",
                                             "zlib-codec"};
    const std::string given = to_utf8(vm, encoding);
    if (std::ranges::find(others, std::string_view(name)) != std::end(others))
        vm.raise(Root::LookupError,
                 "'" + given +
                     "' is not a text encoding; use codecs." + verb +
                     "() to handle arbitrary codecs");
    else
        vm.raise(Root::LookupError, "unknown encoding: " + given);
    return false;
}

bool raise_handler(Vm& vm, const Choice& choice) {
    vm.raise(Root::LookupError, "unknown error handler name '" + choice.errors + "'");
    return false;
}

// --- encoding ---

void put_unit(std::string& out, uint32_t unit, uint32_t size, bool big) {
    for (uint32_t index = 0; index < size; ++index)
        out.push_back(static_cast<char>(unit >> 8 * (big ? size - 1 - index : index)));
}

bool is_surrogate(char32_t character) { return character >= 0xd800 && character <= 0xdfff; }

bool can_encode(Codec codec, char32_t character) {
    if (codec == Codec::ascii) return character < 0x80;
    if (codec == Codec::latin1) return character < 0x100;
    if (codec >= Codec::escape) return true;
    return !is_surrogate(character);
}

void put_encoded(std::string& out, Codec codec, char32_t character) {
    switch (codec) {
        case Codec::utf8:
            return append_utf8(out, character);
        case Codec::ascii:
        case Codec::latin1:
            return put_unit(out, character, 1, false);
        case Codec::utf16:
        case Codec::utf16_le:
        case Codec::utf16_be: {
            const bool big = codec == Codec::utf16_be;
            if (character < 0x10000) return put_unit(out, character, 2, big);
            put_unit(out, 0xd800 + ((character - 0x10000) >> 10), 2, big);
            return put_unit(out, 0xdc00 + ((character - 0x10000) & 0x3ff), 2, big);
        }
        case Codec::escape:
            return put_escaped(out, character);
        case Codec::raw_escape:
            if (character < 0x100) return put_unit(out, character, 1, false);
            out += escaped(character);
            return;
        default:
            return put_unit(out, character, 4, codec == Codec::utf32_be);
    }
}

bool raise_encode(Vm& vm, const Choice& choice, Value str, uint32_t start, uint32_t end) {
    const char* reason = choice.codec == Codec::ascii    ? "ordinal not in range(128)"
                         : choice.codec == Codec::latin1 ? "ordinal not in range(256)"
                                                         : "surrogates not allowed";
    const Value name = new_str(vm, error_name(choice.codec));
    const Value why = new_str(vm, reason);
    if (name.is_null() || why.is_null()) return false;
    vm.raise(Root::UnicodeEncodeError,
             {name, str, Value::from_int(start), Value::from_int(end), why});
    return false;
}

// What stands for characters [start, end), which the codec cannot encode.
bool put_substitute(Vm& vm, std::string& out, const Choice& choice, Value str, uint32_t start,
                    uint32_t end) {
    const TextView text = text_of(vm, str);
    const auto put_ascii = [&](const std::string& ascii) {
        for (const char letter : ascii)
            put_encoded(out, choice.codec, static_cast<uint8_t>(letter));
    };
    if (choice.on_error == OnError::unknown) return raise_handler(vm, choice);
    for (uint32_t index = start; index < end; ++index) {
        const char32_t character = text[index];
        switch (choice.on_error) {
            case OnError::ignore:
                break;
            case OnError::replace:
                put_ascii("?");
                break;
            case OnError::backslash:
                put_ascii(escaped(character));
                break;
            case OnError::name: {
                const std::string name = character_name(character);
                put_ascii(name.empty() ? escaped(character) : "\\N{" + name + "}");
                break;
            }
            case OnError::xml:
                put_ascii("&#" + std::to_string(uint32_t{character}) + ";");
                break;
            case OnError::surrogate_escape:
                if (character < 0xdc80 || character > 0xdcff)
                    return raise_encode(vm, choice, str, index, end);
                out.push_back(static_cast<char>(character & 0xff));
                break;
            case OnError::surrogate_pass:
                if (!is_surrogate(character) || choice.codec == Codec::ascii ||
                    choice.codec == Codec::latin1)
                    return raise_encode(vm, choice, str, index, end);
                put_encoded(out, choice.codec, character);
                break;
            default:
                return raise_encode(vm, choice, str, start, end);
        }
    }
    return true;
}

}  // namespace

Value encode_str(Vm& vm, Value str, Value encoding, Value errors) {
    Choice choice;
    if (!choose(vm, encoding, errors, "encode", choice)) return {};
    const TextView text = text_of(vm, str);
    const uint32_t length = text.length;
    vm.charge(text.size_bytes());
    const bool bytewise = choice.codec <= Codec::latin1;
    if (bytewise && !choice.is_marked &&
        (text.ascii || (choice.codec == Codec::latin1 && text.width == 1))) {
        const Value made = allocate_bytes(vm, length);
        if (!made.is_null() && length > 0)
            std::memcpy(characters_of(vm, made), text_of(vm, str).data, length);
        return made;
    }
    std::string out(choice.is_marked ? utf8_mark : "");
    if (choice.codec == Codec::utf16) put_unit(out, 0xfeff, 2, false);
    if (choice.codec == Codec::utf32) put_unit(out, 0xfeff, 4, false);
    for (uint32_t index = 0; index < length;) {
        if (can_encode(choice.codec, text[index])) {
            put_encoded(out, choice.codec, text[index++]);
            continue;
        }
        uint32_t end = index + 1;
        while (bytewise && end < length && !can_encode(choice.codec, text[end])) ++end;
        if (!put_substitute(vm, out, choice, str, index, end)) return {};
        index = end;
    }
    return new_bytes(vm, out);
}

// --- decoding ---
namespace {

Decoded decode_utf8_at(std::string_view bytes, uint32_t at) {
    const auto size = static_cast<uint32_t>(bytes.size());
    const auto byte = [&](uint32_t index) { return static_cast<uint8_t>(bytes[index]); };
    const uint8_t first = byte(at);
    if (first < 0x80) return {first, at + 1};
    if (first < 0xc2 || first > 0xf4) return {0, at + 1, "invalid start byte"};
    const uint32_t length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    char32_t character = first & (0x7f >> length);
    for (uint32_t index = 1; index < length; ++index) {
        if (at + index >= size) return {0, size, "unexpected end of data"};
        const uint8_t next = byte(at + index);
        bool good = (next & 0xc0) == 0x80;
        if (index == 1) {
            if (first == 0xe0) good &= next >= 0xa0;
            if (first == 0xed) good &= next < 0xa0;
            if (first == 0xf0) good &= next >= 0x90;
            if (first == 0xf4) good &= next < 0x90;
        }
        if (!good) return {0, at + index, "invalid continuation byte"};
        character = character << 6 | (next & 0x3fu);
    }
    return {character, at + length};
}

uint32_t unit_at(std::string_view bytes, uint32_t at, uint32_t size, bool big) {
    uint32_t unit = 0;
    for (uint32_t index = 0; index < size; ++index)
        unit |= static_cast<uint32_t>(static_cast<uint8_t>(bytes[at + index]))
                << 8 * (big ? size - 1 - index : index);
    return unit;
}

Decoded decode_utf16_at(std::string_view bytes, uint32_t at, bool big) {
    const auto size = static_cast<uint32_t>(bytes.size());
    if (at + 2 > size) return {0, size, "truncated data"};
    const uint32_t unit = unit_at(bytes, at, 2, big);
    if (!is_surrogate(unit)) return {unit, at + 2};
    if (unit >= 0xdc00) return {0, at + 2, "illegal encoding"};
    if (at + 4 > size) return {0, size, "unexpected end of data"};
    const uint32_t second = unit_at(bytes, at + 2, 2, big);
    if (second < 0xdc00 || second > 0xdfff) return {0, at + 2, "illegal UTF-16 surrogate"};
    return {0x10000 + ((unit & 0x3ff) << 10 | (second & 0x3ff)), at + 4};
}

Decoded decode_utf32_at(std::string_view bytes, uint32_t at, bool big) {
    const auto size = static_cast<uint32_t>(bytes.size());
    if (at + 4 > size) return {0, size, "truncated data"};
    const uint32_t unit = unit_at(bytes, at, 4, big);
    if (is_surrogate(unit))
        return {0, at + 4, "code point in surrogate code point range(0xd800, 0xe000)"};
    if (unit > 0x10ffff) return {0, at + 4, "code point not in range(0x110000)"};
    return {unit, at + 4};
}

Decoded decode_at(Codec codec, std::string_view bytes, uint32_t at) {
    const auto byte = static_cast<uint8_t>(bytes[at]);
    switch (codec) {
        case Codec::utf8:
            return decode_utf8_at(bytes, at);
        case Codec::ascii:
            if (byte >= 0x80) return {0, at + 1, "ordinal not in range(128)"};
            return {byte, at + 1};
        case Codec::latin1:
            return {byte, at + 1};
        case Codec::utf16:
        case Codec::utf16_le:
        case Codec::utf16_be:
            return decode_utf16_at(bytes, at, codec == Codec::utf16_be);
        case Codec::escape:
            return decode_escape_at(bytes, at);
        case Codec::raw_escape:
            return decode_raw_escape_at(bytes, at);
        default:
            return decode_utf32_at(bytes, at, codec == Codec::utf32_be);
    }
}

bool raise_decode(Vm& vm, const Choice& choice, Value source, uint32_t start,
                  const Decoded& found) {
    const Codec codec = choice.codec == Codec::utf16   ? Codec::utf16_le
                        : choice.codec == Codec::utf32 ? Codec::utf32_le
                                                       : choice.codec;
    const Value name = new_str(vm, error_name(codec));
    const Value why = new_str(vm, found.reason);
    const Value object = new_bytes(vm, std::string(bytes_view(vm, source)));
    if (name.is_null() || why.is_null() || object.is_null()) return false;
    vm.raise(Root::UnicodeDecodeError,
             {name, object, Value::from_int(start), Value::from_int(found.next), why});
    return false;
}

// False: raised. May move `found.next` (surrogatepass takes all three bytes).
bool put_decoded_substitute(Vm& vm, TextBuilder& out, const Choice& choice, Value source,
                            uint32_t start, Decoded& found) {
    const std::string_view bytes = bytes_view(vm, source);
    const auto byte = [&](uint32_t index) { return static_cast<uint8_t>(bytes[index]); };
    switch (choice.on_error) {
        case OnError::ignore:
            return true;
        case OnError::replace:
            out.append(U'\ufffd');
            return true;
        case OnError::backslash:
            for (uint32_t index = start; index < found.next; ++index)
                out.append_ascii("\\x" + hexadecimal(byte(index), 2));
            return true;
        case OnError::surrogate_escape:
            for (uint32_t index = start; index < found.next; ++index) {
                if (byte(index) < 0x80) return raise_decode(vm, choice, source, start, found);
                out.append(0xdc00u + byte(index));
            }
            return true;
        case OnError::surrogate_pass:
            if (choice.codec == Codec::utf8 && start + 2 < bytes.size() && byte(start) == 0xed &&
                (byte(start + 1) & 0xe0) == 0xa0 && (byte(start + 2) & 0xc0) == 0x80) {
                out.append(0xd000u | (byte(start + 1) & 0x3fu) << 6 | (byte(start + 2) & 0x3fu));
                found.next = start + 3;
                return true;
            }
            return raise_decode(vm, choice, source, start, found);
        case OnError::unknown:
            return raise_handler(vm, choice);
        case OnError::xml:
        case OnError::name:
            return raise_type(vm, "don't know how to handle UnicodeDecodeError in error callback");
        default:
            return raise_decode(vm, choice, source, start, found);
    }
}

uint32_t skip_byte_order_mark(Codec& codec, std::string_view bytes) {
    if (codec == Codec::utf16 && bytes.size() >= 2) {
        const uint32_t mark = unit_at(bytes, 0, 2, false);
        codec = mark == 0xfffe ? Codec::utf16_be : Codec::utf16_le;
        return mark == 0xfffe || mark == 0xfeff ? 2 : 0;
    }
    if (codec == Codec::utf32 && bytes.size() >= 4) {
        const uint32_t mark = unit_at(bytes, 0, 4, false);
        codec = mark == 0xfffe'0000 ? Codec::utf32_be : Codec::utf32_le;
        return mark == 0xfffe'0000 || mark == 0xfeff ? 4 : 0;
    }
    return 0;
}

bool all_ascii_bytes(std::string_view bytes) {
    return std::none_of(bytes.begin(), bytes.end(), [](char byte) { return byte < 0; });
}

}  // namespace

Value decode_bytes(Vm& vm, Value bytes_like, Value encoding, Value errors) {
    Choice choice;
    const std::string_view bytes = bytes_view(vm, bytes_like);
    if (bytes.empty()) return vm.root(Root::empty_str);
    if (!choose(vm, encoding, errors, "decode", choice)) return {};
    const auto size = static_cast<uint32_t>(bytes.size());
    vm.charge(size);
    if (choice.codec == Codec::latin1 || (choice.codec <= Codec::ascii && all_ascii_bytes(bytes))) {
        const std::string copy(bytes);  // allocation may move the block
        return new_str_latin1(vm, {reinterpret_cast<const uint8_t*>(copy.data()), copy.size()});
    }
    TextBuilder out;
    uint32_t at = skip_byte_order_mark(choice.codec, bytes);
    if (choice.is_marked && bytes.starts_with(utf8_mark)) at = utf8_mark.size();
    while (at < size) {
        Decoded found = decode_at(choice.codec, bytes, at);
        if (found.reason == nullptr) {
            if (found.character != no_character) out.append(found.character);
        } else if (!put_decoded_substitute(vm, out, choice, bytes_like, at, found)) {
            return {};
        }
        at = found.next;
    }
    return out.finish(vm);
}

}  // namespace meada
