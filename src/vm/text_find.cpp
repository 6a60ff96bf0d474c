// Methods of str, bytes and bytearray that look for something: find, count, startswith, …
#include "vm/text_like.h"

namespace meada {
namespace {

// What find and its like look for; for bytes also an int.
struct Wanted {
    uint8_t byte = 0;
    Value value;
    TextView view(const Vm& vm) const {
        return value.is_null() ? TextView{&byte, 1, 1, false} : view_of(vm, value);
    }
};

bool take_wanted(Vm& vm, Value self, Value value, Wanted& out) {
    if (is_str(vm, self)) {
        if (!is_str(vm, value)) return raise_type(vm, "must be str, not " + type_name(vm, value));
        out.value = value;
        return true;
    }
    if (is_bytes_like(vm, value)) {
        out.value = value;
        return true;
    }
    if (!is_int_like(vm, value))
        return raise_type(vm, "argument should be integer or bytes-like object, not '" +
                                  type_name(vm, value) + "'");
    const auto number = to_int64(vm, value);
    if (!number || *number < 0 || *number > 255) {
        vm.raise(Root::ValueError, "byte must be in range(0, 256)");
        return false;
    }
    out.byte = static_cast<uint8_t>(*number);
    return true;
}

enum class Search { find, find_from_end, count };

struct Hit {
    bool raised = false;
    uint32_t at = not_found;
};

Hit search(Vm& vm, const Args& args, Search how) {
    const Value self = args[0];
    Wanted wanted;
    Bounds bounds;
    if (!take_wanted(vm, self, args[1], wanted)) return {true};
    const TextView text = view_of(vm, self);
    if (!take_bounds(vm, args[2], args[3], text.length, bounds)) return {true};
    const bool outside = bounds.start > text.length || bounds.start > bounds.end;
    if (outside) return {false, how == Search::count ? 0 : not_found};
    const auto start = static_cast<uint32_t>(bounds.start);
    const auto end = static_cast<uint32_t>(bounds.end);
    vm.charge(end - start);
    const TextView needle = wanted.view(vm);
    switch (how) {
        case Search::find:
            return {false, find_text(text, needle, start, end)};
        case Search::find_from_end:
            return {false, find_text_from_end(text, needle, start, end)};
        default:
            return {false, count_text(text, needle, start, end)};
    }
}

Value find_result(const Hit& hit) {
    if (hit.raised) return {};
    return Value::from_int(hit.at == not_found ? -1 : int64_t{hit.at});
}

Value index_result(Vm& vm, const Args& args, const Hit& hit) {
    if (hit.raised || hit.at != not_found) return find_result(hit);
    return vm.raise(Root::ValueError,
                    is_str(vm, args[0]) ? "substring not found" : "subsection not found");
}

enum class End { start, end };

bool has_affix(const TextView& text, const TextView& affix, const Bounds& bounds, End end) {
    if (bounds.start > text.length || bounds.end - bounds.start < int64_t{affix.length})
        return false;
    const int64_t at = end == End::start ? bounds.start : bounds.end - int64_t{affix.length};
    return text_matches_at(text, affix, static_cast<uint32_t>(at));
}

bool same_family(const Vm& vm, Value self, Value value) {
    return is_str(vm, self) ? is_str(vm, value) : is_bytes_like(vm, value);
}

Value affix_method(Vm& vm, const Args& args, End end, const char* name) {
    const Value self = args[0], wanted = args[1];
    const TextView text = view_of(vm, self);
    Bounds bounds;
    if (!take_bounds(vm, args[2], args[3], text.length, bounds)) return {};
    if (same_family(vm, self, wanted))
        return vm.boolean(has_affix(text, view_of(vm, wanted), bounds, end));
    const std::string type = is_str(vm, self) ? "str" : "bytes";
    if (vm.block.kind(wanted) != Kind::tuple)
        return vm.raise(Root::TypeError, std::string(name) + " first arg must be " + type +
                                             " or a tuple of " + type + ", not " +
                                             type_name(vm, wanted));
    const uint32_t count = vm.block[wanted.as_ref<Tuple>()].count;
    for (uint32_t index = 0; index < count; ++index) {
        const Value item = vm.block.load(wanted.offset() + Tuple::items_offset + index * 8);
        if (!same_family(vm, self, item))
            return vm.raise(
                Root::TypeError,
                is_str(vm, self)
                    ? std::string("tuple for ") + name + " must only contain str, not " +
                          type_name(vm, item)
                    : "a bytes-like object is required, not '" + type_name(vm, item) + "'");
        if (has_affix(text, view_of(vm, item), bounds, end)) return vm.boolean(true);
    }
    return vm.boolean(false);
}

Value remove_affix(Vm& vm, const Args& args, End end, const char* name) {
    const Value self = args[0], affix = args[1];
    if (!same_family(vm, self, affix)) {
        return vm.raise(
            Root::TypeError,
            is_str(vm, self)
                ? std::string(name) + "() argument must be str, not " + argument_name(vm, affix)
                : "a bytes-like object is required, not '" + type_name(vm, affix) + "'");
    }
    const TextView text = view_of(vm, self), cut = view_of(vm, affix);
    if (!has_affix(text, cut, {0, text.length}, end)) return whole_like(vm, self);
    return end == End::start ? part_like(vm, self, cut.length, text.length)
                             : part_like(vm, self, 0, text.length - cut.length);
}

}  // namespace

Value native_text_find(Vm& vm, const Args& args) {
    return find_result(search(vm, args, Search::find));
}
Value native_text_rfind(Vm& vm, const Args& args) {
    return find_result(search(vm, args, Search::find_from_end));
}
Value native_text_index(Vm& vm, const Args& args) {
    return index_result(vm, args, search(vm, args, Search::find));
}
Value native_text_rindex(Vm& vm, const Args& args) {
    return index_result(vm, args, search(vm, args, Search::find_from_end));
}
Value native_text_count(Vm& vm, const Args& args) {
    return find_result(search(vm, args, Search::count));
}
Value native_text_startswith(Vm& vm, const Args& args) {
    return affix_method(vm, args, End::start, "startswith");
}
Value native_text_endswith(Vm& vm, const Args& args) {
    return affix_method(vm, args, End::end, "endswith");
}
Value native_text_removeprefix(Vm& vm, const Args& args) {
    return remove_affix(vm, args, End::start, "removeprefix");
}
Value native_text_removesuffix(Vm& vm, const Args& args) {
    return remove_affix(vm, args, End::end, "removesuffix");
}

}  // namespace meada
