// bytes() and bytearray(): construction, special methods, hex, translate, decode.
#include <algorithm>

#include "vm/byte_strings.h"
#include "vm/codecs.h"
#include "vm/text_like.h"

namespace meada {
namespace {

Value as_type(Vm& vm, Ref<Type> type, Value made) {  // into a subclass
    if (made.is_null() || vm.type_of(made) == type) return made;
    const TextView text = view_of(vm, made);
    if (vm.block.kind(made) == Kind::bytearray) {
        vm.block.edit(made.as_ref()).shape = vm.block[type].root_shape;  // nobody else has it yet
        return made;
    }
    const uint32_t length = text.length;
    const uint32_t cell =
        vm.allocate_cell(Kind::bytes, vm.block[type].root_shape, ByteString::data_offset + length);
    if (cell == 0) return {};
    vm.block.edit(Ref<ByteString>{cell}).length = length;
    std::memcpy(vm.block.base() + cell + ByteString::data_offset, view_of(vm, made).data, length);
    return vm.block.value_of(Ref<ByteString>{cell});
}

// One item of an iterable as a byte; -1: raised.
int take_byte(Vm& vm, Value item, const char* range_message) {
    int64_t number;
    if (!take_index(vm, item, number)) return -1;
    if (number >= 0 && number <= 255) return static_cast<int>(number);
    vm.raise(Root::ValueError, range_message);
    return -1;
}

// Bytes of a list or tuple of ints; null: raised.
Value from_items(Vm& vm, Kind kind, Value items) {
    const bool list = vm.block.kind(items) == Kind::list;
    const uint32_t count =
        list ? vm.block[items.as_ref<List>()].count : vm.block[items.as_ref<Tuple>()].count;
    const uint32_t first = list ? vm.block[items.as_ref<List>()].items.offset + 8
                                : items.offset() + Tuple::items_offset;
    std::string bytes(count, '\0');
    for (uint32_t index = 0; index < count; ++index) {
        const int byte = take_byte(vm, vm.block.load(first + index * 8),
                                   kind == Kind::bytes ? "bytes must be in range(0, 256)"
                                                       : "byte must be in range(0, 256)");
        if (byte < 0) return {};
        bytes[index] = static_cast<char>(byte);
    }
    vm.charge(count);
    return new_like(vm, kind, ascii_view(bytes));
}

// What bytes(source) is where no Python code is needed; needs_call otherwise.
Computed from_source(Vm& vm, Kind kind, Value source) {
    const auto done = [](Value made) {
        return Computed{made.is_null() ? Outcome::raised : Outcome::yes, made};
    };
    if (is_int_like(vm, source)) {
        const auto count = to_int64(vm, source);
        if (!count) {
            vm.raise(Root::OverflowError, "cannot fit 'int' into an index-sized integer");
            return {Outcome::raised};
        }
        if (*count < 0) {
            vm.raise(Root::ValueError, "negative count");
            return {Outcome::raised};
        }
        return done(allocate_like(vm, kind, static_cast<uint64_t>(*count), 0xff));
    }
    if (is_bytes_like(vm, source)) {
        const std::string copy(bytes_view(vm, source));
        return done(new_like(vm, kind, ascii_view(copy)));
    }
    const Kind source_kind = vm.block.kind(source);
    const bool plain = source.is_ref() && !(vm.block[vm.type_of(source)].flags & type_heap);
    if (plain && (source_kind == Kind::list || source_kind == Kind::tuple))
        return done(from_items(vm, kind, source));
    return {Outcome::needs_call};
}

Value make(Vm& vm, const Args& args, Kind kind) {
    const Ref<Type> type = args[0].as_ref<Type>();
    const Value source = args[1], encoding = args[2], errors = args[3];
    if (source.is_null()) {
        if (!encoding.is_null() || !errors.is_null())
            return vm.raise(Root::TypeError, encoding.is_null()
                                                 ? "errors without a string argument"
                                                 : "encoding without a string argument");
        return as_type(vm, type, allocate_like(vm, kind, 0, 0));
    }
    if (is_str(vm, source)) {
        if (encoding.is_null())
            return vm.raise(Root::TypeError, "string argument without an encoding");
        for (const Value name : {encoding, errors})
            if (!name.is_null() && !is_str(vm, name))
                return vm.raise(
                    Root::TypeError,
                    type_name(vm, args[0]) + "() argument must be str, not " + type_name(vm, name));
        const Value made = encode_str(vm, source, encoding, errors);
        if (made.is_null()) return {};
        const std::string copy(bytes_view(vm, made));
        return as_type(vm, type, kind == Kind::bytes ? made : new_like(vm, kind, ascii_view(copy)));
    }
    if (!encoding.is_null() || !errors.is_null())
        return vm.raise(Root::TypeError, encoding.is_null() ? "errors without a string argument"
                                                            : "encoding without a string argument");
    const Computed made = from_source(vm, kind, source);
    if (made.outcome == Outcome::needs_call)
        return vm.call_prelude(Root::prelude_text_bytes, {args[0], source});
    return as_type(vm, type, made.result);
}

template <typename Test>
Value compare_bytes(Vm& vm, const Args& args, Test test) {
    if (!is_bytes_like(vm, args[1])) return vm.root(Root::not_implemented);
    return vm.boolean(test(compare_text(view_of(vm, args[0]), view_of(vm, args[1]))));
}

Value of_computed(Vm& vm, const Computed& computed, Root prelude, Value self, Value other) {
    if (computed.outcome == Outcome::needs_call) return vm.call_prelude(prelude, {self, other});
    return computed.outcome == Outcome::yes ? computed.result : Value{};
}

}  // namespace

Value native_bytes_new(Vm& vm, const Args& args) { return make(vm, args, Kind::bytes); }
Value native_bytearray_new(Vm& vm, const Args& args) { return make(vm, args, Kind::bytearray); }

Value native_bytes_repr(Vm& vm, const Args& args) {
    std::string out;
    const bool array = vm.block.kind(args[0]) == Kind::bytearray;
    if (array) out = type_name(vm, args[0]) + "(";
    append_bytes_repr(out, bytes_view(vm, args[0]), array);
    if (array) out += ')';
    return new_str(vm, out);
}
Value native_bytes_hash(Vm& vm, const Args& args) {
    return new_int(vm, static_cast<int64_t>(bytes_hash(vm, args[0])));
}
Value native_bytes_eq(Vm& vm, const Args& args) {
    return compare_bytes(vm, args, [](int order) { return order == 0; });
}
Value native_bytes_ne(Vm& vm, const Args& args) {
    return compare_bytes(vm, args, [](int order) { return order != 0; });
}
Value native_bytes_lt(Vm& vm, const Args& args) {
    return compare_bytes(vm, args, [](int order) { return order < 0; });
}
Value native_bytes_le(Vm& vm, const Args& args) {
    return compare_bytes(vm, args, [](int order) { return order <= 0; });
}
Value native_bytes_gt(Vm& vm, const Args& args) {
    return compare_bytes(vm, args, [](int order) { return order > 0; });
}
Value native_bytes_ge(Vm& vm, const Args& args) {
    return compare_bytes(vm, args, [](int order) { return order >= 0; });
}

Value native_bytes_getitem(Vm& vm, const Args& args) {
    return of_computed(vm, bytes_get_item(vm, args[0], args[1]), Root::prelude_text_item, args[0],
                       args[1]);
}
Value native_bytes_contains(Vm& vm, const Args& args) {
    switch (bytes_contains(vm, args[0], args[1])) {
        case Outcome::yes:
            return vm.boolean(true);
        case Outcome::no:
            return vm.boolean(false);
        default:
            return {};
    }
}
Value native_bytes_add(Vm& vm, const Args& args) {
    if (is_bytes_like(vm, args[1])) return bytes_concat(vm, args[0], args[1]);
    if (!vm.special(args[1], Special::radd_).is_null()) return vm.root(Root::not_implemented);
    return vm.raise(Root::TypeError,
                    "can't concat " + type_name(vm, args[1]) + " to " + type_name(vm, args[0]));
}
Value native_bytes_mod(Vm& vm, const Args& args) {
    return of_computed(vm, bytes_percent(vm, args[0], args[1]), Root::prelude_text_percent, args[0],
                       args[1]);
}
Value native_bytes_bytes(Vm& vm, const Args& args) { return whole_like(vm, args[0]); }

Value native_bytes_decode(Vm& vm, const Args& args) {
    for (const Value name : {args[1], args[2]})
        if (!name.is_null() && !is_str(vm, name))
            return vm.raise(Root::TypeError, std::string("decode() argument '") +
                                                 (name == args[1] ? "encoding" : "errors") +
                                                 "' must be str, not " + argument_name(vm, name));
    return decode_bytes(vm, args[0], args[1], args[2]);
}

// --- hex ---

Value native_bytes_hex(Vm& vm, const Args& args) {
    const std::string_view bytes = bytes_view(vm, args[0]);
    int64_t group = 1;
    char separator = 0;
    const bool separated = args.has(1);
    if (separated) {
        if (!is_text_like(vm, args[1]))
            return vm.raise(Root::TypeError, "sep must be str or bytes.");
        const TextView given = view_of(vm, args[1]);
        if (given.length != 1) return vm.raise(Root::ValueError, "sep must be length 1.");
        if (given[0] >= 0x80) return vm.raise(Root::ValueError, "sep must be ASCII.");
        separator = static_cast<char>(given[0]);
        if (!take_index_or(vm, args[2], group)) return {};
    }
    const auto size = static_cast<int64_t>(bytes.size());
    const int64_t step = group < 0 ? -group : group;
    std::string out;
    for (int64_t index = 0; index < size; ++index) {
        // Groups are counted from the end, with a negative number from the start.
        const int64_t place = group < 0 ? index : size - index;
        if (separated && step > 0 && index > 0 && place % step == 0) out += separator;
        const auto byte = static_cast<uint8_t>(bytes[static_cast<size_t>(index)]);
        out += "0123456789abcdef"[byte >> 4];
        out += "0123456789abcdef"[byte & 15];
    }
    vm.charge(out.size());
    return new_str(vm, out);
}

namespace {

int hex_digit(char32_t c) {
    if (c >= '0' && c <= '9') return static_cast<int>(c - '0');
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? static_cast<int>(c - 'a') + 10 : -1;
}

Value from_hex(Vm& vm, const Args& args, Kind kind) {
    if (!is_str(vm, args[1]))
        return vm.raise(Root::TypeError,
                        "fromhex() argument must be str, not " + argument_name(vm, args[1]));
    const TextView text = text_of(vm, args[1]);
    std::string out;
    uint32_t at = 0;
    while (true) {
        while (at < text.length && is_space_like(Kind::bytes, text[at])) ++at;
        if (at >= text.length) break;
        const int high = hex_digit(text[at]);
        const int low = high < 0 || at + 1 >= text.length ? -1 : hex_digit(text[at + 1]);
        if (high < 0 || low < 0)
            return vm.raise(Root::ValueError,
                            "non-hexadecimal number found in fromhex() arg at position " +
                                std::to_string(high < 0 ? at : at + 1));
        out += static_cast<char>(high << 4 | low);
        at += 2;
    }
    return as_type(vm, args[0].as_ref<Type>(), new_like(vm, kind, ascii_view(out)));
}

}  // namespace

Value native_bytes_fromhex(Vm& vm, const Args& args) { return from_hex(vm, args, Kind::bytes); }
Value native_bytearray_fromhex(Vm& vm, const Args& args) {
    return from_hex(vm, args, Kind::bytearray);
}

// --- translate ---

Value native_bytes_maketrans(Vm& vm, const Args& args) {
    for (const Value given : {args[0], args[1]})
        if (!is_bytes_like(vm, given))
            return vm.raise(Root::TypeError,
                            "a bytes-like object is required, not '" + type_name(vm, given) + "'");
    const std::string_view from = bytes_view(vm, args[0]), to = bytes_view(vm, args[1]);
    if (from.size() != to.size())
        return vm.raise(Root::ValueError, "maketrans arguments must have same length");
    std::string table(256, '\0');
    for (size_t byte = 0; byte < 256; ++byte) table[byte] = static_cast<char>(byte);
    for (size_t index = 0; index < from.size(); ++index)
        table[static_cast<uint8_t>(from[index])] = to[index];
    return new_bytes(vm, table);
}

Value native_bytes_translate(Vm& vm, const Args& args) {
    const Value table = args[1], removed = args[2];
    const bool identity = table == vm.none();
    for (const Value given : {identity ? Value{} : table, removed})
        if (!given.is_null() && !is_bytes_like(vm, given))
            return vm.raise(Root::TypeError,
                            "a bytes-like object is required, not '" + type_name(vm, given) + "'");
    const std::string_view map = identity ? std::string_view{} : bytes_view(vm, table);
    if (!identity && map.size() != 256)
        return vm.raise(Root::ValueError, "translation table must be 256 characters long");
    const std::string_view gone = removed.is_null() ? std::string_view{} : bytes_view(vm, removed);
    std::string out;
    for (const char byte : bytes_view(vm, args[0])) {
        if (gone.find(byte) != std::string_view::npos) continue;
        out += identity ? byte : map[static_cast<uint8_t>(byte)];
    }
    vm.charge(out.size());
    return new_like(vm, vm.block.kind(args[0]), ascii_view(out));
}

}  // namespace meada
