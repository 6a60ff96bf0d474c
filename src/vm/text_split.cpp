// Methods of str, bytes and bytearray that take apart: split, partition, splitlines, strip.
#include <limits>

#include "vm/characters.h"
#include "vm/text_like.h"

namespace meada {
namespace {

struct Span {
    uint32_t start, end;
};

// Spans first, objects after: while they are found the text stays where it is.
Value list_of_spans(Vm& vm, Value self, const std::vector<Span>& spans, bool backwards) {
    std::vector<Value> items(spans.size());
    for (size_t index = 0; index < spans.size(); ++index) {
        const size_t at = backwards ? spans.size() - 1 - index : index;
        items[index] = part_like(vm, self, spans[at].start, spans[at].end);
        if (items[index].is_null()) return {};
    }
    return new_list(vm, items);
}

void split_spaces(const TextView& text, Kind kind, uint64_t most, std::vector<Span>& spans) {
    uint32_t at = 0;
    const auto skip = [&](bool spaces) {
        while (at < text.length && is_space_like(kind, text[at]) == spaces) ++at;
    };
    for (skip(true); at < text.length; skip(true)) {
        if (spans.size() == most) {
            spans.push_back({at, text.length});
            return;
        }
        const uint32_t start = at;
        skip(false);
        spans.push_back({start, at});
    }
}

void split_spaces_from_end(const TextView& text, Kind kind, uint64_t most,
                           std::vector<Span>& spans) {
    uint32_t at = text.length;
    const auto skip = [&](bool spaces) {
        while (at > 0 && is_space_like(kind, text[at - 1]) == spaces) --at;
    };
    for (skip(true); at > 0; skip(true)) {
        if (spans.size() == most) {
            spans.push_back({0, at});
            return;
        }
        const uint32_t end = at;
        skip(false);
        spans.push_back({at, end});
    }
}

// null: raised. Else a separator of the right type or None.
bool take_separator(Vm& vm, Value self, Value separator, bool none_allowed) {
    if (none_allowed && (separator.is_null() || separator == vm.none())) return true;
    const bool str = is_str(vm, self);
    if (str ? !is_str(vm, separator) : !is_bytes_like(vm, separator)) {
        const std::string type = type_name(vm, separator);
        return raise_type(vm, !str           ? "a bytes-like object is required, not '" + type + "'"
                              : none_allowed ? "must be str or None, not " + type
                                             : "must be str, not " + type);
    }
    if (view_of(vm, separator).length > 0) return true;
    vm.raise(Root::ValueError, "empty separator");
    return false;
}

Value split(Vm& vm, const Args& args, bool backwards) {
    const Value self = args[0], separator = args[1];
    int64_t most_given = -1;
    if (!take_separator(vm, self, separator, true) || !take_index_or(vm, args[2], most_given))
        return {};
    const uint64_t most =
        most_given < 0 ? std::numeric_limits<uint64_t>::max() : static_cast<uint64_t>(most_given);
    const TextView text = view_of(vm, self);
    vm.charge(text.length);
    std::vector<Span> spans;
    if (separator.is_null() || separator == vm.none()) {
        const Kind kind = vm.block.kind(self);
        if (backwards)
            split_spaces_from_end(text, kind, most, spans);
        else
            split_spaces(text, kind, most, spans);
        return list_of_spans(vm, self, spans, backwards);
    }
    const TextView cut = view_of(vm, separator);
    uint32_t start = 0, end = text.length;
    while (spans.size() < most) {
        const uint32_t found =
            backwards ? find_text_from_end(text, cut, 0, end) : find_text(text, cut, start, end);
        if (found == not_found) break;
        spans.push_back(backwards ? Span{found + cut.length, end} : Span{start, found});
        if (backwards)
            end = found;
        else
            start = found + cut.length;
    }
    spans.push_back({start, end});
    return list_of_spans(vm, self, spans, backwards);
}

Value partition(Vm& vm, const Args& args, bool backwards) {
    const Value self = args[0], separator = args[1];
    if (!take_separator(vm, self, separator, false)) return {};
    const TextView text = view_of(vm, self);
    const TextView cut = view_of(vm, separator);
    const uint32_t length = text.length, end = cut.length;
    vm.charge(length);
    const uint32_t found =
        backwards ? find_text_from_end(text, cut, 0, length) : find_text(text, cut, 0, length);
    Value parts[3];
    if (found == not_found) {
        const Value whole = whole_like(vm, self);
        const Value none = new_like(vm, vm.block.kind(self), {});
        const Value none_too = new_like(vm, vm.block.kind(self), {});
        parts[0] = backwards ? none : whole;
        parts[1] = backwards ? none_too : none;
        parts[2] = backwards ? whole : none_too;
    } else {
        parts[0] = part_like(vm, self, 0, found);
        parts[1] = is_str(vm, self) || vm.block.kind(self) == vm.block.kind(separator)
                       ? whole_like(vm, separator)
                       : part_like(vm, self, found, found + end);
        parts[2] = part_like(vm, self, found + end, length);
    }
    for (const Value part : parts)
        if (part.is_null()) return {};
    return new_tuple(vm, parts);
}

enum Ends { left_end = 1, right_end = 2 };

Value strip(Vm& vm, const Args& args, int ends, const char* name) {
    const Value self = args[0], characters = args[1];
    const bool spaces = characters.is_null() || characters == vm.none();
    const Kind kind = vm.block.kind(self);
    if (!spaces && kind == Kind::str && !is_str(vm, characters))
        return vm.raise(Root::TypeError, std::string(name) + " arg must be None or str");
    if (!spaces && kind != Kind::str && !is_bytes_like(vm, characters))
        return vm.raise(Root::TypeError,
                        "a bytes-like object is required, not '" + type_name(vm, characters) + "'");
    const TextView text = view_of(vm, self);
    const TextView set = spaces ? TextView{} : view_of(vm, characters);
    const auto goes = [&](char32_t character) {
        return spaces ? is_space_like(kind, character)
                      : find_character(set, character, 0, set.length) != not_found;
    };
    uint32_t start = 0, end = text.length;
    if (ends & left_end)
        while (start < end && goes(text[start])) ++start;
    if (ends & right_end)
        while (end > start && goes(text[end - 1])) --end;
    vm.charge(text.length - (end - start));
    return part_like(vm, self, start, end);
}

}  // namespace

Value native_text_split(Vm& vm, const Args& args) { return split(vm, args, false); }
Value native_text_rsplit(Vm& vm, const Args& args) { return split(vm, args, true); }
Value native_text_partition(Vm& vm, const Args& args) { return partition(vm, args, false); }
Value native_text_rpartition(Vm& vm, const Args& args) { return partition(vm, args, true); }
Value native_text_strip(Vm& vm, const Args& args) {
    return strip(vm, args, left_end | right_end, "strip");
}
Value native_text_lstrip(Vm& vm, const Args& args) { return strip(vm, args, left_end, "lstrip"); }
Value native_text_rstrip(Vm& vm, const Args& args) { return strip(vm, args, right_end, "rstrip"); }

Value native_text_splitlines(Vm& vm, const Args& args) {
    const Value self = args[0];
    int64_t keep = 0;
    if (args.has(1)) {
        const Outcome kept = truth(vm, args[1]);
        if (kept == Outcome::raised) return {};
        keep = kept == Outcome::yes;
    }
    const TextView text = view_of(vm, self);
    const bool str = is_str(vm, self);
    vm.charge(text.length);
    std::vector<Span> spans;
    for (uint32_t start = 0; start < text.length;) {
        uint32_t end = start;
        while (end < text.length &&
               !(str ? is_line_break(text[end]) : text[end] == '\n' || text[end] == '\r'))
            ++end;
        uint32_t next = end;
        if (next < text.length) {
            const bool pair =
                text[next] == '\r' && next + 1 < text.length && text[next + 1] == '\n';
            next += pair ? 2 : 1;
        }
        spans.push_back({start, keep ? next : end});
        start = next;
    }
    return list_of_spans(vm, self, spans, false);
}

}  // namespace meada
