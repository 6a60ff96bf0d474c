// Calls of a partial, and of a function with a cache that has the answer.
#include "library/natives.h"

namespace meada {
namespace {

// Members of both classes of _functools.py, by their place in __slots__.
enum PartialMember : uint32_t { partial_function, partial_args, partial_keywords };
enum CacheMember : uint32_t { cache_dict, cache_hits, cache_typed, cache_order, cache_members };

Value member(const Vm& vm, Value self, uint32_t index) {
    return vm.block.load(self.offset() + Instance::slots_offset + index * 8);
}

Value raise_wrong_self(Vm& vm, const char* wanted, Value self) {
    return vm.raise(Root::TypeError, std::string("descriptor '__call__' requires a '") + wanted +
                                         "' object but received a '" + type_name(vm, self) + "'");
}

void append_items(const Vm& vm, std::vector<Value>& out, Value tuple) {
    const uint32_t count = vm.block[tuple.as_ref<Tuple>()].count;
    for (uint32_t index = 0; index < count; ++index)
        out.push_back(vm.block.load(tuple.offset() + Tuple::items_offset + index * 8));
}

// Keywords of a call: names in order, the last value of each.
struct Keywords {
    std::vector<Value> names, values;

    void add(const Vm& vm, Value dict) {
        uint32_t position = 0;
        Value key, value;
        while (dict_next(vm, dict.as_ref<Dict>(), position, key, value)) {
            size_t place = 0;
            while (place < names.size() && !str_equals(vm, names[place], key)) ++place;
            if (place == names.size()) {
                names.push_back(key);
                values.push_back(value);
            }
            values[place] = value;
        }
    }
};

// False: raised.
bool move_to_end(Vm& vm, Ref<Dict> cache, Value key, Value value) {
    if (value.is_mortal()) vm.block.increment(value);
    const bool moved = dict_delete(vm, cache, key) != Outcome::raised &&
                       dict_set(vm, cache, key, value) != Outcome::raised;
    if (value.is_mortal()) vm.block.decrement(value);
    return moved;
}

}  // namespace

Value library_partial_call(Vm& vm, const Args& args) {
    const Value self = args[0];
    if (!has_members(vm, self, partial_keywords + 1) ||
        vm.block.kind(member(vm, self, partial_args)) != Kind::tuple)
        return raise_wrong_self(vm, "functools.partial", self);
    std::vector<Value> arguments;
    append_items(vm, arguments, member(vm, self, partial_args));
    append_items(vm, arguments, args[1]);
    Keywords keywords;
    keywords.add(vm, member(vm, self, partial_keywords));
    if (args.has(2)) keywords.add(vm, args[2]);
    const Value function = member(vm, self, partial_function);
    if (keywords.names.empty()) return vm.call(function, arguments);
    arguments.insert(arguments.end(), keywords.values.begin(), keywords.values.end());
    const Value names = new_tuple(vm, keywords.names);
    return names ? vm.call(function, arguments, names) : Value{};
}

// A key is the arguments; one int or str alone is its own.
Value library_cached_call(Vm& vm, const Args& args) {
    const Value self = args[0];
    if (!has_members(vm, self, cache_members) ||
        vm.block.kind(member(vm, self, cache_dict)) != Kind::dict)
        return raise_wrong_self(vm, "functools._lru_cache_wrapper", self);
    const Value keywords = args.has(2) ? args[2] : vm.none();
    Value key = vm.none();
    if (!args.has(2) && member(vm, self, cache_typed) == vm.boolean(false)) {
        key = args[1];
        if (vm.block[key.as_ref<Tuple>()].count == 1) {
            const Value only = vm.block.load(key.offset() + Tuple::items_offset);
            const Ref<Type> type = vm.type_of(only);
            if (type == vm.type(Root::type_int_) || type == vm.type(Root::type_str)) key = only;
        }
        const auto cache = member(vm, self, cache_dict).as_ref<Dict>();
        const Found found = dict_get(vm, cache, key);
        if (found.outcome == Outcome::raised) return {};
        if (found.outcome == Outcome::yes) {
            const uint32_t hits = self.offset() + Instance::slots_offset + cache_hits * 8;
            vm.block.store(hits, new_int(vm, vm.block.load(hits).as_int() + 1));
            if (member(vm, self, cache_order) == vm.boolean(true) &&
                !move_to_end(vm, cache, key, found.value))
                return {};
            return found.value;
        }
        if (found.outcome == Outcome::needs_call) key = vm.none();
    }
    const Ref<Dict> attributes = vm.block[vm.type_of(self)].attributes;
    return vm.call(dict_get_str(vm, attributes, intern(vm, "_call")),
                   {self, args[1], keywords, key});
}

}  // namespace meada
