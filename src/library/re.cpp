// Native half of re: patterns and matches on their members (re.py), in the order given here.
#include <algorithm>

#include "library/natives.h"
#include "library/re_matcher.h"
#include "vm/byte_strings.h"

namespace meada {
namespace {

using regex::Matcher;
using regex::Wanted;

enum PatternMember : uint32_t {
    pattern_source, pattern_flags, pattern_groups, pattern_index, pattern_program,
    pattern_match_type, pattern_members,
};
enum MatchMember : uint32_t {
    match_string, match_pattern, match_start, match_end, match_spans, match_last, match_members,
};
enum ScanMember : uint32_t {
    scan_pattern, scan_string, scan_at, scan_end, scan_not_empty, scan_members,
};

Value member(const Vm& vm, Value object, uint32_t index) {
    return vm.block.load(object.offset() + Instance::slots_offset + index * 8);
}
void set_member(Vm& vm, Value object, uint32_t index, Value value) {
    vm.block.store(object.offset() + Instance::slots_offset + index * 8, value);
}

// A script may call a method on anything.
bool is_made_by_us(Vm& vm, Value self, uint32_t members, const char* type) {
    if (vm.block.kind(self) == Kind::instance &&
        vm.block[vm.type_of(self)].member_slots >= members &&
        !member(vm, self, members - 1).is_null())
        return true;
    vm.raise(Root::TypeError, std::string("descriptor requires a '") + type +
                                  "' object but received a '" + type_name(vm, self) + "'");
    return false;
}

bool is_bytes_like(const Vm& vm, Value object) {
    return vm.is_instance(object, Root::type_bytes) ||
           vm.is_instance(object, Root::type_bytearray);
}

// What a search runs over: str or bytes. Its view dies when something is allocated.
struct Subject {
    Value object = {};
    bool is_text = true;

    TextView view(const Vm& vm) const {
        return is_text ? text_of(vm, object) : ascii_view(bytes_view(vm, object));
    }
    Value part(Vm& vm, int32_t start, int32_t end) const {
        if (is_text)
            return new_substring(vm, object, static_cast<uint32_t>(start),
                                 static_cast<uint32_t>(end));
        const std::string copy(bytes_view(vm, object), static_cast<uint32_t>(start),
                               static_cast<uint32_t>(end - start));
        return new_bytes(vm, copy);
    }
};

// The object to search in; false: raised.
bool subject_of(Vm& vm, Value pattern, Value string, Subject& out) {
    out = {string, is_str(vm, string)};
    if (!out.is_text && !is_bytes_like(vm, string)) {
        vm.raise(Root::TypeError, "expected string or bytes-like object, got '" +
                                      type_name(vm, string) + "'");
        return false;
    }
    const Value source = member(vm, pattern, pattern_source);
    if (!source.is_ref() || is_str(vm, source) == out.is_text) return true;
    vm.raise(Root::TypeError, out.is_text
                                  ? "cannot use a bytes pattern on a string-like object"
                                  : "cannot use a string pattern on a bytes-like object");
    return false;
}

// A place given by a script, moved into the text; false: raised.
bool place_of(Vm& vm, const Args& args, uint32_t index, uint32_t length, uint32_t otherwise,
              uint32_t& out) {
    out = otherwise;
    if (!args.has(index)) return true;
    const Computed number = index_of(vm, args[index]);
    if (number.outcome != Outcome::yes) {
        if (number.outcome == Outcome::needs_call)
            vm.raise(Root::TypeError, "re needs plain integers for places");
        return false;
    }
    if (const auto place = to_int64(vm, number.result))
        out = static_cast<uint32_t>(std::clamp<int64_t>(*place, 0, length));
    else out = is_negative(vm, number.result) ? 0 : length;
    return true;
}

// One pattern over one subject, again and again.
struct Search {
    Vm& vm;
    Value pattern;
    Subject subject = {};
    uint32_t start = 0, end = 0;
    bool not_empty = false;
    Matcher matcher = {};

    // From `string, pos, endpos` of a method's arguments.
    bool begin(const Args& args, uint32_t first) {
        if (!subject_of(vm, pattern, args[first], subject)) return false;
        const uint32_t length = subject.view(vm).length;
        if (first + 2 >= args.count) {
            end = length;
            return true;
        }
        return place_of(vm, args, first + 1, length, 0, start) &&
               place_of(vm, args, first + 2, length, length, end);
    }
    Outcome find(Wanted wanted) {
        const Value code = member(vm, pattern, pattern_program);
        const std::string_view bytes = bytes_view(vm, code);
        const std::span<const uint32_t> program(reinterpret_cast<const uint32_t*>(bytes.data()),
                                                bytes.size() / 4);
        const uint64_t before = matcher.steps;
        const bool found =
            matcher.find(program, subject.view(vm), start, end, wanted, not_empty);
        vm.charge(matcher.steps - before + 1);
        if (matcher.too_many) {
            vm.raise(Root::RuntimeError, "a regular expression took more than " +
                                             std::to_string(regex::steps_max) + " steps");
            return Outcome::raised;
        }
        return found ? Outcome::yes : Outcome::no;
    }
    // The next one of all that do not overlap.
    Outcome next() {
        const Outcome outcome = find(Wanted::anywhere);
        if (outcome != Outcome::yes) return outcome;
        start = static_cast<uint32_t>(matcher.spans[1]);
        not_empty = matcher.spans[0] == matcher.spans[1];
        return outcome;
    }
    Value group(uint32_t number, Value otherwise) {
        const int32_t from = matcher.spans[number * 2], to = matcher.spans[number * 2 + 1];
        return from < 0 ? otherwise : subject.part(vm, from, to);
    }
    uint32_t group_count() const {
        return static_cast<uint32_t>(matcher.spans.size() / 2);
    }
    Value match_object(uint32_t from, uint32_t to);
};

Value Search::match_object(uint32_t from, uint32_t to) {
    std::vector<Value> places;
    for (const int32_t place : matcher.spans) places.push_back(Value::from_int(place));
    const Value spans = new_tuple(vm, places);
    const auto type = member(vm, pattern, pattern_match_type).as_ref<Type>();
    const uint32_t cell = vm.allocate_cell(
        Kind::instance, vm.block[type].root_shape,
        Instance::slots_offset + std::max(vm.block[type].instance_slots,
                                          uint32_t{match_members}) * 8);
    if (!cell || spans.is_null()) return {};
    const Value made{cell};
    set_member(vm, made, match_string, subject.object);
    set_member(vm, made, match_pattern, pattern);
    set_member(vm, made, match_start, Value::from_int(from));
    set_member(vm, made, match_end, Value::from_int(to));
    set_member(vm, made, match_spans, spans);
    set_member(vm, made, match_last,
               matcher.last_group < 0 ? vm.none() : Value::from_int(matcher.last_group));
    return made;
}

Value match(Vm& vm, const Args& args, Wanted wanted) {
    if (!is_made_by_us(vm, args[0], pattern_members, "re.Pattern")) return {};
    Search search{vm, args[0]};
    if (!search.begin(args, 1)) return {};
    const Outcome outcome = search.find(wanted);
    if (outcome != Outcome::yes) return outcome == Outcome::no ? vm.none() : Value{};
    return search.match_object(search.start, search.end);
}

Value none_of_such(Vm& vm) { return vm.raise(Root::IndexError, "no such group"); }

// The number of a group that is given by number or name; negative: there is none (raised).
int64_t group_number(Vm& vm, Value self, Value key) {
    const Value pattern = member(vm, self, match_pattern);
    const uint32_t count =
        vm.block[member(vm, self, match_spans).as_ref<Tuple>()].count / 2;
    if (is_int_like(vm, key)) {
        const auto number = to_int64(vm, key);
        if (number && *number >= 0 && *number < count) return *number;
    } else if (vm.block.kind(key) == Kind::str || is_bytes_like(vm, key)) {
        const Found found =
            dict_get(vm, member(vm, pattern, pattern_index).as_ref<Dict>(), key);
        if (found.outcome == Outcome::yes) return found.value.as_int();
    }
    none_of_such(vm);
    return -1;
}

int32_t place_in(const Vm& vm, Value self, uint32_t index) {
    const Value spans = member(vm, self, match_spans);
    return static_cast<int32_t>(
        vm.block.load(spans.offset() + Tuple::items_offset + index * 8).as_int());
}

Value group_of(Vm& vm, Value self, int64_t number, Value otherwise) {
    const auto index = static_cast<uint32_t>(number);
    const int32_t from = place_in(vm, self, index * 2), to = place_in(vm, self, index * 2 + 1);
    if (from < 0) return otherwise;
    const Value string = member(vm, self, match_string);
    return Subject{string, is_str(vm, string)}.part(vm, from, to);
}

// Pieces of text for the result of sub and split.
struct Pieces {
    Vm& vm;
    bool is_text;
    TextBuilder text = {};
    std::string bytes = {};

    void add(Value piece) {
        if (is_text) text.append(text_of(vm, piece));
        else bytes += bytes_view(vm, piece);
    }
    void add(const Subject& subject, int32_t from, int32_t to) {
        const auto start = static_cast<uint32_t>(from), end = static_cast<uint32_t>(to);
        if (is_text) text.append(subject.view(vm).part(start, end));
        else bytes += bytes_view(vm, subject.object).substr(start, end - start);
    }
    Value finish() { return is_text ? text.finish(vm) : new_bytes(vm, bytes); }
};

}  // namespace

Value library_re_match(Vm& vm, const Args& args) { return match(vm, args, Wanted::here); }
Value library_re_fullmatch(Vm& vm, const Args& args) {
    return match(vm, args, Wanted::everything);
}
Value library_re_search(Vm& vm, const Args& args) { return match(vm, args, Wanted::anywhere); }

// The pattern's own text, its flags: (flags, group count, names with numbers, program); or what is
// wrong: (message, place or None).
Value library_re_compile(Vm& vm, const Args& args) {
    const bool of_bytes = !is_str(vm, args[0]);
    std::u32string source;
    if (of_bytes)
        for (const char c : bytes_view(vm, args[0])) source += static_cast<uint8_t>(c);
    else source = to_code_points(vm, args[0]);
    vm.charge(source.size() * 8 + 100);
    using Wrong = regex::Parsed::Wrong;
    regex::Parsed parsed =
        regex::parse(source, static_cast<uint32_t>(integer_of(args[1])), of_bytes);
    std::vector<uint32_t> program;
    if (parsed.wrong == Wrong::nothing) {
        program = regex::compile(parsed);
        if (program.empty()) {
            parsed.wrong = Wrong::pattern;
            parsed.message = U"look-behind requires fixed-width pattern";
        }
    }
    const Value message = new_str(vm, std::u32string_view(parsed.message));
    switch (parsed.wrong) {
        case Wrong::nothing: break;
        case Wrong::value: return vm.raise(Root::ValueError, {message});
        case Wrong::overflow: return vm.raise(Root::OverflowError, {message});
        case Wrong::recursion: return vm.raise(Root::RecursionError, {message});
        case Wrong::missing: return vm.raise(Root::NotImplementedError, {message});
        case Wrong::pattern:
            return new_tuple(vm, std::vector<Value>{message, parsed.error_at < 0
                                                       ? vm.none()
                                                       : Value::from_int(parsed.error_at)});
    }
    const Value index = new_dict(vm);
    for (const auto& [name, number] : parsed.names)
        if (dict_set(vm, index.as_ref<Dict>(), new_str(vm, std::u32string_view(name)),
                     Value::from_int(number)) != Outcome::yes)
            return {};
    const Value code = new_bytes(vm, {reinterpret_cast<const char*>(program.data()),
                                      program.size() * 4});
    if (code.is_null()) return {};
    return new_tuple(vm, std::vector<Value>{Value::from_int(parsed.flags),
                                            Value::from_int(parsed.group_count - 1), index, code});
}

Value library_re_findall(Vm& vm, const Args& args) {
    if (!is_made_by_us(vm, args[0], pattern_members, "re.Pattern")) return {};
    Search search{vm, args[0]};
    if (!search.begin(args, 1)) return {};
    const Value list = new_list(vm, {});
    const Value empty = search.subject.is_text ? new_str(vm, "") : new_bytes(vm, "");
    if (list.is_null() || empty.is_null()) return {};
    for (;;) {
        const Outcome outcome = search.next();
        if (outcome == Outcome::raised) return {};
        if (outcome == Outcome::no) return list;
        const uint32_t groups = search.group_count();
        Value item;
        if (groups <= 2) {
            item = search.group(groups - 1, empty);
        } else {
            std::vector<Value> items;
            for (uint32_t group = 1; group < groups; ++group)
                items.push_back(search.group(group, empty));
            item = new_tuple(vm, items);
        }
        if (item.is_null() || !list_append(vm, list.as_ref<List>(), item)) return {};
    }
}

Value library_re_split(Vm& vm, const Args& args) {
    if (!is_made_by_us(vm, args[0], pattern_members, "re.Pattern")) return {};
    Search search{vm, args[0]};
    if (!subject_of(vm, args[0], args[1], search.subject)) return {};
    search.end = search.subject.view(vm).length;
    const Computed limit =
        args.has(2) ? index_of(vm, args[2]) : Computed{Outcome::yes, Value::from_int(0)};
    if (limit.outcome != Outcome::yes) return {};
    const int64_t most = to_int64(vm, limit.result).value_or(0);
    const Value list = new_list(vm, {});
    const auto add = [&](Value piece) {
        return !piece.is_null() && list_append(vm, list.as_ref<List>(), piece);
    };
    int32_t last = 0;
    for (int64_t count = 0; most == 0 || count < most; ++count) {
        const Outcome outcome = search.next();
        if (outcome == Outcome::raised) return {};
        if (outcome == Outcome::no) break;
        if (!add(search.subject.part(vm, last, search.matcher.spans[0]))) return {};
        for (uint32_t group = 1; group < search.group_count(); ++group)
            if (!add(search.group(group, vm.none()))) return {};
        last = search.matcher.spans[1];
    }
    return add(search.subject.part(vm, last, static_cast<int32_t>(search.end))) ? list : Value{};
}

// sub(pattern, template, string, count): the template a text, or a tuple of texts and group
// numbers. Gives (text, how many).
Value library_re_substitute(Vm& vm, const Args& args) {
    Search search{vm, args[0]};
    if (!subject_of(vm, args[0], args[2], search.subject)) return {};
    search.end = search.subject.view(vm).length;
    const int64_t most = integer_of(args[3]);
    const bool parts = vm.block.kind(args[1]) == Kind::tuple;
    const uint32_t part_count = parts ? vm.block[args[1].as_ref<Tuple>()].count : 1;
    Pieces pieces{vm, search.subject.is_text};
    int32_t last = 0;
    int64_t count = 0;
    for (; most == 0 || count < most; ++count) {
        const Outcome outcome = search.next();
        if (outcome == Outcome::raised) return {};
        if (outcome == Outcome::no) break;
        const std::vector<int32_t>& spans = search.matcher.spans;
        pieces.add(search.subject, last, spans[0]);
        for (uint32_t index = 0; index < part_count; ++index) {
            const Value part = parts ? vm.block.load(args[1].offset() + Tuple::items_offset +
                                                     index * 8)
                                     : args[1];
            if (!part.is_int()) {
                pieces.add(part);
                continue;
            }
            const auto group = static_cast<uint32_t>(part.as_int());
            if (spans[group * 2] >= 0)
                pieces.add(search.subject, spans[group * 2], spans[group * 2 + 1]);
        }
        last = spans[1];
    }
    Value text = search.subject.object;
    if (count > 0) {
        pieces.add(search.subject, last, static_cast<int32_t>(search.end));
        text = pieces.finish();
    } else if (search.subject.is_text) {
        text = exact_str(vm, text);
    }
    if (text.is_null()) return {};
    return new_tuple(vm, std::vector<Value>{text, new_int(vm, count)});
}

// --- the iterator behind finditer and sub with a function ---
Value library_re_scan(Vm& vm, const Args& args) {
    const Value self = args[0];
    Search search{vm, args[1]};
    if (!search.begin(args, 2)) return {};
    set_member(vm, self, scan_pattern, args[1]);
    set_member(vm, self, scan_string, search.subject.object);
    set_member(vm, self, scan_at, Value::from_int(search.start));
    set_member(vm, self, scan_end, Value::from_int(search.end));
    set_member(vm, self, scan_not_empty, vm.boolean(false));
    return vm.none();
}

Value library_re_scan_next(Vm& vm, const Args& args) {
    const Value self = args[0];
    if (!is_made_by_us(vm, self, scan_members, "callable_iterator")) return {};
    Search search{vm, member(vm, self, scan_pattern)};
    const Value string = member(vm, self, scan_string);
    const auto from = static_cast<uint32_t>(member(vm, self, scan_at).as_int());
    search.subject = {string, is_str(vm, string)};
    search.start = from;
    search.end = static_cast<uint32_t>(member(vm, self, scan_end).as_int());
    search.not_empty = member(vm, self, scan_not_empty) == vm.boolean(true);
    const Outcome outcome = search.next();
    if (outcome == Outcome::raised) return {};
    if (outcome == Outcome::no) {
        set_member(vm, self, scan_at, Value::from_int(int64_t{search.end} + 1));
        return vm.raise(Root::StopIteration, std::initializer_list<Value>{});
    }
    set_member(vm, self, scan_at, Value::from_int(search.start));
    set_member(vm, self, scan_not_empty, vm.boolean(search.not_empty));
    return search.match_object(0, search.end);
}

// --- Match ---
Value library_re_group(Vm& vm, const Args& args) {
    const Value self = args[0], keys = args[1];
    if (!is_made_by_us(vm, self, match_members, "re.Match")) return {};
    const uint32_t count = vm.block[keys.as_ref<Tuple>()].count;
    if (count == 0) return group_of(vm, self, 0, vm.none());
    std::vector<Value> groups;
    for (uint32_t index = 0; index < count; ++index) {
        const Value key = vm.block.load(keys.offset() + Tuple::items_offset + index * 8);
        const int64_t number = group_number(vm, self, key);
        if (number < 0) return {};
        groups.push_back(group_of(vm, self, number, vm.none()));
        if (groups.back().is_null()) return {};
    }
    return count == 1 ? groups[0] : new_tuple(vm, groups);
}

Value library_re_item(Vm& vm, const Args& args) {
    if (!is_made_by_us(vm, args[0], match_members, "re.Match")) return {};
    const int64_t number = group_number(vm, args[0], args[1]);
    return number < 0 ? Value{} : group_of(vm, args[0], number, vm.none());
}

Value library_re_groups(Vm& vm, const Args& args) {
    if (!is_made_by_us(vm, args[0], match_members, "re.Match")) return {};
    const uint32_t count =
        vm.block[member(vm, args[0], match_spans).as_ref<Tuple>()].count / 2;
    std::vector<Value> groups;
    for (uint32_t group = 1; group < count; ++group) {
        groups.push_back(group_of(vm, args[0], group, args.has(1) ? args[1] : vm.none()));
        if (groups.back().is_null()) return {};
    }
    return new_tuple(vm, groups);
}

Value library_re_span(Vm& vm, const Args& args) {
    if (!is_made_by_us(vm, args[0], match_members, "re.Match")) return {};
    const int64_t number = args.has(1) ? group_number(vm, args[0], args[1]) : 0;
    if (number < 0) return {};
    const auto index = static_cast<uint32_t>(number) * 2;
    return new_tuple(vm, std::vector<Value>{Value::from_int(place_in(vm, args[0], index)),
                                            Value::from_int(place_in(vm, args[0], index + 1))});
}

Value library_re_start(Vm& vm, const Args& args) {
    if (!is_made_by_us(vm, args[0], match_members, "re.Match")) return {};
    const int64_t number = args.has(1) ? group_number(vm, args[0], args[1]) : 0;
    if (number < 0) return {};
    return Value::from_int(place_in(vm, args[0], static_cast<uint32_t>(number) * 2));
}

Value library_re_end(Vm& vm, const Args& args) {
    if (!is_made_by_us(vm, args[0], match_members, "re.Match")) return {};
    const int64_t number = args.has(1) ? group_number(vm, args[0], args[1]) : 0;
    if (number < 0) return {};
    return Value::from_int(place_in(vm, args[0], static_cast<uint32_t>(number) * 2 + 1));
}

}  // namespace meada
