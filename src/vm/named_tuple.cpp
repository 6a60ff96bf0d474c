// What collections.namedtuple makes its classes of: their __new__, by the names in `_fields`, and
// the descriptors of the fields.
#include "vm/attributes.h"
#include "vm/sequences.h"
#include "vm/strings.h"
#include "vm/types.h"

namespace meada {
namespace {

// A call of the class's __new__, and the values of its fields, null where not given.
struct Making {
    Vm& vm;
    Ref<Type> type, named;  // the class, and the one among its bases that named the fields
    Value fields, defaults;
    std::vector<Value> values;

    bool begin(Value cls);
    Value field(size_t index) const {
        return item_at(vm, items_of(vm, fields), static_cast<uint32_t>(index));
    }
    std::string function() const {
        return to_utf8(vm, Value::from_ref(vm.block[named].name)) + ".__new__()";
    }
    Value raise(const std::string& what) {
        return vm.raise(Root::TypeError, function() + " " + what);
    }
    bool take_keyword(Value name, Value value);
    bool take_defaults();
    Value raise_too_many(uint32_t given);
};

// False: raised.
bool Making::begin(Value cls) {
    const bool derived = vm.block.kind(cls) == Kind::type &&
                         vm.is_subtype(cls.as_ref<Type>(), vm.type(Root::type_tuple));
    if (derived) type = cls.as_ref<Type>();
    const Items bases = derived ? tuple_items(vm, vm.block[type].mro) : Items{};
    for (uint32_t index = 0; index < bases.count && !named; ++index) {
        const Ref<Type> base = item_at(vm, bases, index).as_ref<Type>();
        fields = dict_get_str(vm, vm.block[base].attributes, intern(vm, "_fields"));
        defaults = dict_get_str(vm, vm.block[base].attributes, intern(vm, "_field_defaults"));
        if (vm.block.kind(fields) == Kind::tuple && vm.block.kind(defaults) == Kind::dict)
            named = base;
    }
    if (named) values.resize(items_of(vm, fields).count);
    else vm.raise(Root::TypeError, "not a class of named tuples: '" + type_name(vm, cls) + "'");
    return static_cast<bool>(named);
}

bool Making::take_keyword(Value name, Value value) {
    for (size_t index = 0; index < values.size(); ++index) {
        if (!str_equals(vm, field(index), name)) continue;
        if (values[index])
            raise("got multiple values for argument '" + to_utf8(vm, name) + "'");
        const bool free = values[index].is_null();
        values[index] = value;
        return free;
    }
    raise("got an unexpected keyword argument '" + to_utf8(vm, name) + "'");
    return false;
}

bool Making::take_defaults() {
    std::vector<std::string> missing;
    for (size_t index = 0; index < values.size(); ++index) {
        if (values[index]) continue;
        values[index] = dict_get_str(vm, defaults.as_ref<Dict>(), field(index));
        if (values[index].is_null()) missing.push_back("'" + to_utf8(vm, field(index)) + "'");
    }
    if (missing.empty()) return true;
    std::string names = missing[0];
    for (size_t index = 1; index < missing.size(); ++index) {
        const bool last = index + 1 == missing.size();
        names += (!last ? ", " : missing.size() == 2 ? " and " : ", and ") + missing[index];
    }
    raise("missing " + std::to_string(missing.size()) + " required positional argument" +
          (missing.size() == 1 ? "" : "s") + ": " + names);
    return false;
}

// The class itself counts as an argument.
Value Making::raise_too_many(uint32_t given) {
    const size_t most = values.size() + 1, optional = vm.block[defaults.as_ref<Dict>()].count;
    const std::string range =
        optional == 0 ? std::to_string(most)
                      : "from " + std::to_string(most - optional) + " to " + std::to_string(most);
    return raise("takes " + range + " positional argument" + (most == 1 ? "" : "s") + " but " +
                 std::to_string(given + 1) + " were given");
}

}  // namespace

Value meada_named_tuple_new(Vm& vm, const Args& args) {
    Making making{vm, {}, {}, {}, {}, {}};
    if (!making.begin(args[0])) return {};
    const Items given = items_of(vm, args[1]);
    if (given.count > making.values.size()) return making.raise_too_many(given.count);
    for (uint32_t index = 0; index < given.count; ++index)
        making.values[index] = item_at(vm, given, index);
    uint32_t position = 0;
    Value name, value;
    while (args.has(2) && dict_next(vm, args[2].as_ref<Dict>(), position, name, value))
        if (!making.take_keyword(name, value)) return {};
    if (!making.take_defaults()) return {};
    const Value items = new_tuple(vm, making.values);
    return items ? tuple_of_type(vm, making.type, items) : Value{};
}

Value meada_tuple_member(Vm& vm, const Args& args) {
    const auto member = vm.allocate<Member>(Kind::member, Root::type_member_descriptor);
    if (!member) return {};
    Member& made = vm.block.edit(member);
    made.detail = static_cast<uint16_t>(MemberForm::item);
    made.owner = args[0].as_ref<Type>();
    made.name = args[1].as_ref<Str>();
    made.index = static_cast<uint32_t>(args[2].as_int());
    return Value::from_ref(member);
}

}  // namespace meada
