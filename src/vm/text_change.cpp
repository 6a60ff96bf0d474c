// Methods of str, bytes and bytearray that build anew: replace, join, padding, expandtabs.
#include <algorithm>

#include "vm/text_like.h"

namespace meada {
namespace {

struct Shared {  // of all pieces of a result
    uint64_t length = 0;
    uint32_t width = 1;
    bool ascii = true;

    void add(const TextView& text, uint64_t times = 1) {
        length += text.length * times;
        if (text.length > 0 && times > 0) {
            width = std::max(width, text.width);
            ascii &= text.ascii;
        }
    }
    char32_t bits() const {
        return width == 1 ? (ascii ? 0x7f : 0xff) : width == 2 ? 0xffffu : 0x10ffffu;
    }
};

struct Writer {
    uint8_t* at;
    uint32_t width;

    void put(const TextView& text) {
        copy_characters(at, width, text);
        at += static_cast<size_t>(text.length) * width;
    }
    void put(char32_t character, uint32_t count) {
        if (width == 1) {
            std::memset(at, static_cast<int>(character), count);
        } else {
            for (uint32_t index = 0; index < count; ++index)
                put_character(at, width, index, character);
        }
        at += static_cast<size_t>(count) * width;
    }
};

Writer writer_of(Vm& vm, Value made) {
    const TextView text = view_of(vm, made);
    return {const_cast<uint8_t*>(text.data), text.width};
}

// --- replace ---

// After replacing, a str may have become narrower than its pieces: it is measured, since equal
// texts have equal widths.
Value finish_replaced(Vm& vm, Value made) {
    if (made.is_null() || !is_str(vm, made)) return made;
    const TextView text = view_of(vm, made);
    const char32_t bits = text.ascii ? 0 : bits_of(text);
    const bool narrower = width_for(bits) < text.width;
    if (!narrower && text.ascii == (bits < 0x80)) return made;
    if (!narrower) {
        vm.block.edit(made.as_ref()).detail |= Str::ascii_bit;
        return made;
    }
    const Value exact = allocate_str(vm, text.length, bits);
    if (!exact.is_null())
        copy_characters(characters_of(vm, exact), width_for(bits), view_of(vm, made));
    return exact;
}

Value replace_everywhere(Vm& vm, Value self, Value new_text, uint32_t count) {  // old is empty
    const TextView text = view_of(vm, self), put = view_of(vm, new_text);
    Shared all;
    all.add(text);
    all.add(put, count);
    const Value made = allocate_like(vm, vm.block.kind(self), all.length, all.bits());
    if (made.is_null()) return {};
    Writer out = writer_of(vm, made);
    const TextView from = view_of(vm, self), piece = view_of(vm, new_text);
    for (uint32_t index = 0; index < count; ++index) {
        out.put(piece);
        if (index < from.length) out.put(from.part(index, index + 1));
    }
    if (count < from.length) out.put(from.part(count, from.length));
    return made;
}

Value replace_found(Vm& vm, Value self, Value old_text, Value new_text,
                    const std::vector<uint32_t>& places) {
    TextView text = view_of(vm, self), put = view_of(vm, new_text);
    const TextView old = view_of(vm, old_text);
    const uint32_t old_length = old.length;
    const bool may_narrow = old.width > 1 || !old.ascii;
    Shared all;
    all.add(text);
    all.add(put, 1);
    all.length = text.length + places.size() * put.length - places.size() * old_length;
    if (all.length == 0) return new_like(vm, vm.block.kind(self), {});
    const Value made = allocate_like(vm, vm.block.kind(self), all.length, all.bits());
    if (made.is_null()) return {};
    Writer out = writer_of(vm, made);
    text = view_of(vm, self), put = view_of(vm, new_text);
    uint32_t start = 0;
    for (const uint32_t place : places) {
        out.put(text.part(start, place));
        out.put(put);
        start = place + old_length;
    }
    out.put(text.part(start, text.length));
    return may_narrow ? finish_replaced(vm, made) : made;
}

bool take_replace_argument(Vm& vm, Value self, Value value, const char* number) {
    if (is_str(vm, self) ? is_str(vm, value) : is_bytes_like(vm, value)) return true;
    return raise_type(vm, is_str(vm, self) ? std::string("replace() argument ") + number +
                                                 " must be str, not " + argument_name(vm, value)
                                           : "a bytes-like object is required, not '" +
                                                 type_name(vm, value) + "'");
}

}  // namespace

Value native_text_replace(Vm& vm, const Args& args) {
    const Value self = args[0], old_text = args[1], new_text = args[2];
    int64_t most = -1;
    if (!take_replace_argument(vm, self, old_text, "1") ||
        !take_replace_argument(vm, self, new_text, "2") || !take_index_or(vm, args[3], most))
        return {};
    const TextView text = view_of(vm, self), old = view_of(vm, old_text);
    vm.charge(text.length);
    const uint32_t limit = most < 0 || most > 0xffff'fffe ? ~0u : static_cast<uint32_t>(most);
    if (same_text(old, view_of(vm, new_text))) return whole_like(vm, self);
    if (old.length == 0) {
        const uint32_t count = count_text(text, old, 0, text.length, limit);
        return count == 0 ? whole_like(vm, self) : replace_everywhere(vm, self, new_text, count);
    }
    std::vector<uint32_t> places;
    for (uint32_t at = 0; places.size() < limit;) {
        const uint32_t found = find_text(text, old, at, text.length);
        if (found == not_found) break;
        places.push_back(found);
        at = found + old.length;
    }
    return places.empty() ? whole_like(vm, self)
                          : replace_found(vm, self, old_text, new_text, places);
}

// --- join ---
namespace {

bool items_of(Vm& vm, Value iterable, std::vector<Value>& items) {
    const Object& object = vm.block.object(iterable);
    if (object.kind == Kind::list || object.kind == Kind::tuple) {
        const bool list = object.kind == Kind::list;
        const uint32_t count = list ? vm.block[iterable.as_ref<List>()].count
                                    : vm.block[iterable.as_ref<Tuple>()].count;
        const uint32_t first =
            list ? vm.block[iterable.as_ref<List>()].items.offset + Values::first_offset
                 : iterable.offset() + Tuple::items_offset;
        items.resize(count);
        for (uint32_t index = 0; index < count; ++index)
            items[index] = vm.block.load(first + index * 8);
        return true;
    }
    uint32_t position = 0;
    Value key, value;
    if (object.kind == Kind::dict) {
        while (dict_next(vm, iterable.as_ref<Dict>(), position, key, value)) items.push_back(key);
        return true;
    }
    if (object.kind == Kind::set) {
        while (set_next(vm, iterable.as_ref<Set>(), position, key)) items.push_back(key);
        return true;
    }
    return false;
}

bool natively_iterable(const Vm& vm, Value value) {
    if (!value.is_ref()) return false;
    if (!(vm.block[vm.type_of(value)].flags & type_heap)) return true;
    const Value iterate = vm.special(value, Special::iter_);
    return !iterate.is_null() && vm.block.kind(iterate) == Kind::native;
}

}  // namespace

Value native_text_join(Vm& vm, const Args& args) {
    const Value self = args[0], iterable = args[1];
    std::vector<Value> items;
    if (!natively_iterable(vm, iterable) || !items_of(vm, iterable, items))
        return vm.call_prelude(Root::prelude_text_join, {self, iterable});
    const bool str = is_str(vm, self);
    Shared all;
    for (size_t index = 0; index < items.size(); ++index) {
        if (str ? !is_str(vm, items[index]) : !is_bytes_like(vm, items[index]))
            return vm.raise(Root::TypeError,
                            "sequence item " + std::to_string(index) + ": expected " +
                                (str ? "str instance, " : "a bytes-like object, ") +
                                type_name(vm, items[index]) + " found");
        all.add(view_of(vm, items[index]));
    }
    const Kind kind = vm.block.kind(self);
    if (items.empty()) return new_like(vm, kind, {});
    if (items.size() == 1 && kind != Kind::bytearray && vm.block.kind(items[0]) == kind)
        return whole_like(vm, items[0]);
    all.add(view_of(vm, self), items.size() - 1);
    if (all.length == 0) return new_like(vm, kind, {});
    const Value made = allocate_like(vm, kind, all.length, all.bits());
    if (made.is_null()) return {};
    Writer out = writer_of(vm, made);
    const TextView separator = view_of(vm, self);
    for (size_t index = 0; index < items.size(); ++index) {
        if (index > 0) out.put(separator);
        out.put(view_of(vm, items[index]));
    }
    vm.charge(items.size());
    return made;
}

// --- padding ---
namespace {

Value padded(Vm& vm, Value self, uint64_t left, uint64_t right, char32_t fill) {
    const TextView text = view_of(vm, self);
    if (left + right == 0) return whole_like(vm, self);
    if (left + right > block_size_bytes_max) return raise_no_memory(vm);
    Shared all;
    all.add(text);
    all.length += left + right;
    const Value made = allocate_like(vm, vm.block.kind(self), all.length, all.bits() | fill);
    if (made.is_null()) return {};
    Writer out = writer_of(vm, made);
    out.put(fill, static_cast<uint32_t>(left));
    out.put(view_of(vm, self));
    out.put(fill, static_cast<uint32_t>(right));
    return made;
}

bool take_fill(Vm& vm, Value self, Value fill, const char* name, char32_t& out) {
    out = ' ';
    if (fill.is_null()) return true;
    const std::string type = type_name(vm, fill);
    if (is_str(vm, self)) {
        if (!is_str(vm, fill))
            return raise_type(vm, "The fill character must be a unicode character, not " + type);
        if (str_length(vm, fill) != 1)
            return raise_type(vm, "The fill character must be exactly one character long");
    } else if (!is_bytes_like(vm, fill) || view_of(vm, fill).length != 1) {
        return raise_type(
            vm, std::string(name) + "() argument 2 must be a byte string of length 1, not " + type);
    }
    out = view_of(vm, fill)[0];
    return true;
}

enum class Side { left, center, right };

Value pad(Vm& vm, const Args& args, Side place, const char* name) {
    const Value self = args[0];
    int64_t width;
    char32_t fill;
    if (!take_index(vm, args[1], width) || !take_fill(vm, self, args[2], name, fill)) return {};
    const uint32_t length = view_of(vm, self).length;
    if (width <= int64_t{length}) return whole_like(vm, self);
    const uint64_t missing = static_cast<uint64_t>(width) - length;
    if (place == Side::left) return padded(vm, self, 0, missing, fill);
    if (place == Side::right) return padded(vm, self, missing, 0, fill);
    const uint64_t left = missing / 2 + (missing & static_cast<uint64_t>(width) & 1);
    return padded(vm, self, left, missing - left, fill);
}

}  // namespace

Value native_text_ljust(Vm& vm, const Args& args) { return pad(vm, args, Side::left, "ljust"); }
Value native_text_rjust(Vm& vm, const Args& args) { return pad(vm, args, Side::right, "rjust"); }
Value native_text_center(Vm& vm, const Args& args) {
    return pad(vm, args, Side::center, "center");
}

Value native_text_zfill(Vm& vm, const Args& args) {
    const Value self = args[0];
    int64_t width;
    if (!take_index(vm, args[1], width)) return {};
    const TextView text = view_of(vm, self);
    if (width <= int64_t{text.length}) return whole_like(vm, self);
    const uint64_t missing = static_cast<uint64_t>(width) - text.length;
    const Value made = padded(vm, self, missing, 0, '0');
    if (made.is_null()) return {};
    const TextView result = view_of(vm, made);
    const auto at = static_cast<uint32_t>(missing);
    if (at < result.length && (result[at] == '+' || result[at] == '-')) {
        uint8_t* characters = characters_of(vm, made);
        put_character(characters, result.width, 0, result[at]);
        put_character(characters, result.width, at, '0');
    }
    return made;
}

Value native_text_expandtabs(Vm& vm, const Args& args) {
    const Value self = args[0];
    int64_t size = 8;
    if (!take_index_or(vm, args[1], size)) return {};
    const TextView text = view_of(vm, self);
    vm.charge(text.length);
    if (find_character(text, '\t', 0, text.length) == not_found) return whole_like(vm, self);
    if (size > int64_t{block_size_bytes_max}) return raise_no_memory(vm);
    TextBuilder out;
    uint64_t column = 0;
    for (uint32_t index = 0; index < text.length; ++index) {
        const char32_t character = text[index];
        if (character == '\t') {
            if (size <= 0) continue;
            const uint64_t step =
                static_cast<uint64_t>(size) - column % static_cast<uint64_t>(size);
            if (out.length() + step > block_size_bytes_max) return raise_no_memory(vm);
            out.append(U' ', step);
            column += step;
        } else {
            out.append(character);
            column = character == '\n' || character == '\r' ? 0 : column + 1;
        }
    }
    return new_like(vm, vm.block.kind(self), out.view());
}

}  // namespace meada
