// The table of natives, their signatures, and binding arguments to them.
#include "vm/natives.h"

#include "vm/containers.h"
#include "vm/operations.h"
#include "vm/strings.h"

namespace meada {

#define NATIVE(owner, name, code_, signature) Value code_(Vm&, const Args&);
#define GETTER(owner, name, get_) Value get_(Vm&, const Args&);
#define ACCESSOR(owner, name, get_, set_) \
    Value get_(Vm&, const Args&);             \
    Value set_(Vm&, const Args&);
#include "vm/natives.def"
#undef NATIVE
#undef GETTER
#undef ACCESSOR

std::span<const NativeRow> vm_natives() {
    static constexpr NativeRow rows[] = {
#define NATIVE(owner, name, code_, signature) \
    {NativeRow::Form::function, #owner, #name, code_, nullptr, signature},
#define GETTER(owner, name, get_) \
    {NativeRow::Form::getter, #owner, #name, get_, nullptr, nullptr},
#define ACCESSOR(owner, name, get_, set_) \
    {NativeRow::Form::accessor, #owner, #name, get_, set_, nullptr},
#include "vm/natives.def"
#undef NATIVE
#undef GETTER
#undef ACCESSOR
    };
    return rows;
}

namespace {

std::string_view trim(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

}  // namespace

Signature parse_signature(std::string_view text) {
    Signature signature;
    bool keyword_only = false;
    const auto add = [&](std::string_view name, bool has_default) {
        signature.parameters.push_back({std::string(name), has_default});
        return static_cast<uint32_t>(signature.parameters.size() - 1);
    };
    bool slash = false;
    while (!text.empty()) {
        // Commas inside a default, as in sep=(1, 2), do not occur.
        const size_t comma = text.find(',');
        const std::string_view part = trim(text.substr(0, comma));
        text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
        if (part == "/") {
            slash = true;
            signature.positional_only = static_cast<uint32_t>(signature.parameters.size());
        } else if (part == "*") {
            keyword_only = true;
        } else if (part.starts_with("**")) {
            signature.varkeywords = add(part.substr(2), true);
        } else if (part.starts_with("*")) {
            signature.varargs = add(part.substr(1), true);
            keyword_only = true;
        } else if (part == "static") {
            signature.binding = Signature::Binding::static_method;
        } else if (!part.empty()) {
            const size_t equals = part.find('=');
            const bool has_default = equals != std::string_view::npos;
            const std::string_view name = trim(part.substr(0, equals));
            if (signature.parameters.empty() && name == "type")
                signature.binding = Signature::Binding::class_method;
            add(name, has_default);
            if (!keyword_only) ++signature.positional;
            if (!has_default && !keyword_only) ++signature.required;
        }
    }
    signature.simple = !signature.varargs && !signature.varkeywords &&
                       signature.positional == signature.parameters.size();
    if (!slash) signature.positional_only = 0;
    return signature;
}

namespace {

// A type's __new__ is called by the type's name.
bool is_new(const Vm& vm, uint32_t index) {
    return vm.natives[index].name == std::string_view("__new__");
}
std::string function_name(const Vm& vm, uint32_t index) {
    return is_new(vm, index) ? vm.natives[index].owner : vm.natives[index].name;
}

std::string plural(uint32_t count, const char* noun) {
    return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

// How many of the parameters a caller does not write: self, the class.
uint32_t hidden_parameters(const Vm& vm, uint32_t index) {
    const Signature& signature = vm.signatures[index];
    if (signature.parameters.empty()) return 0;
    const std::string& first = signature.parameters[0].name;
    return is_new(vm, index) || first == "self" ||
                   signature.binding == Signature::Binding::class_method
               ? 1
               : 0;
}

bool has_keyword_only(const Signature& signature) {
    const size_t stars = (signature.varargs ? 1u : 0u) + (signature.varkeywords ? 1u : 0u);
    return signature.parameters.size() > signature.positional + stars;
}

// CPython words a wrong number of arguments by how the function takes them: exactly one, all by
// position, some by name.
bool raise_count(Vm& vm, uint32_t index, uint32_t given) {
    const Signature& signature = vm.signatures[index];
    const uint32_t hidden = hidden_parameters(vm, index);
    const uint32_t least = signature.required - std::min(signature.required, hidden);
    const uint32_t most = signature.positional - hidden;
    given = given > hidden ? given - hidden : 0;
    const bool few = given < least;
    const bool by_name = signature.positional > std::max(signature.positional_only, hidden);
    const bool keyword_only = has_keyword_only(signature);
    const std::string name = function_name(vm, index);
    const bool method = hidden > 0 && !is_new(vm, index);
    const std::string full_name =
        method ? std::string(vm.natives[index].owner) + "." + name : name;
    const std::string count = std::to_string(given);
    std::string message;
    if (method && name.starts_with("__") && least == most) {
        message = "expected " + plural(most, "argument") + ", got " + count;
    } else if (method && signature.parameters.back().name == "end") {  // find and its like
        message = name + "() takes at " + (few ? "least " : "most ") +
                  plural(few ? least : most, "argument") + " (" + count + " given)";
    } else if (by_name && few) {
        const uint32_t at = given + hidden;
        message = at < signature.positional_only
                      ? name + "() takes at least " + std::to_string(least) +
                            (method ? " argument" : " positional argument") +
                            (least == 1 ? "" : "s") + " (" + count + " given)"
                      : name + "() missing required argument '" + signature.parameters[at].name +
                            "' (pos " + std::to_string(given + 1) + ")";
    } else if (by_name) {
        message = name + "() takes at most " +
                  plural(most, keyword_only ? "positional argument" : "argument") + " (" + count +
                  " given)";
    } else if (most == 0) {
        message = keyword_only ? name + "() takes no positional arguments"
                               : full_name + "() takes no arguments (" + count + " given)";
    } else if (least == 1 && most == 1 && !keyword_only && !is_new(vm, index)) {
        message = full_name + "() takes exactly one argument (" + count + " given)";
    } else {
        message = name + " expected " + (least == most ? "" : few ? "at least " : "at most ") +
                  plural(few ? least : most, "argument") + ", got " + count;
    }
    vm.raise(Root::TypeError, message);
    return false;
}

struct Binder {
    Vm& vm;
    uint32_t index;
    const Signature& signature;
    std::span<const Value> positional;
    Value keyword_names;  // tuple or null
    std::span<const Value> keyword_values;
    std::array<Value, native_parameters_max>& bound;

    bool bind();
    bool bind_positional();
    bool bind_keyword(Value name, Value value);
    bool check_missing();
};

bool Binder::bind_positional() {
    const auto given = static_cast<uint32_t>(positional.size());
    if (given > signature.positional && !signature.varargs)
        return raise_count(vm, index, given);
    const uint32_t direct = std::min(given, signature.positional);
    for (uint32_t at = 0; at < direct; ++at) bound[at] = positional[at];
    if (!signature.varargs) return true;
    const Value rest = new_tuple(vm, positional.subspan(direct));
    bound[*signature.varargs] = rest;
    return !rest.is_null();
}

bool Binder::bind_keyword(Value name, Value value) {
    for (uint32_t at = signature.positional_only; at < signature.parameters.size(); ++at) {
        if (signature.varargs == at || signature.varkeywords == at) continue;
        if (!str_equals(vm, name, signature.parameters[at].name)) continue;
        if (!bound[at].is_null()) {
            vm.raise(Root::TypeError, "argument for " + function_name(vm, index) +
                                          "() given by name ('" + signature.parameters[at].name +
                                          "') and position (" + std::to_string(at + 1) + ")");
            return false;
        }
        bound[at] = value;
        return true;
    }
    if (signature.varkeywords) {
        Value& dict = bound[*signature.varkeywords];
        if (dict.is_null()) dict = new_dict(vm);
        return !dict.is_null() && dict_set(vm, dict.as_ref<Dict>(), name, value) == Outcome::yes;
    }
    const bool none = signature.positional_only == signature.parameters.size() || signature.simple;
    std::string function = function_name(vm, index);
    if (none && hidden_parameters(vm, index) > 0 && !is_new(vm, index)) {
        const bool of_class = signature.binding == Signature::Binding::class_method &&
                              !positional.empty() && vm.block.kind(positional[0]) == Kind::type;
        const std::string owner =
            of_class ? to_utf8(vm, Value::from_ref(vm.block[positional[0].as_ref<Type>()].name))
                     : vm.natives[index].owner;
        function = owner + "." + function;
    }
    vm.raise(Root::TypeError,
             none ? function + "() takes no keyword arguments"
                  : "'" + to_utf8(vm, name) + "' is an invalid keyword argument for " + function +
                        "()");
    return false;
}

bool Binder::check_missing() {
    for (uint32_t at = 0; at < signature.parameters.size(); ++at) {
        if (!bound[at].is_null() || signature.parameters[at].has_default) continue;
        if (keyword_names.is_null() && at < signature.positional)
            return raise_count(vm, index, static_cast<uint32_t>(positional.size()));
        vm.raise(Root::TypeError, function_name(vm, index) + "() missing required argument '" +
                                      signature.parameters[at].name + "' (pos " +
                                      std::to_string(at + 1) + ")");
        return false;
    }
    return true;
}

bool Binder::bind() {
    if (!bind_positional()) return false;
    for (uint32_t at = 0; at < keyword_values.size(); ++at) {
        const Value name =
            vm.block.load(keyword_names.offset() + Tuple::items_offset + at * 8);
        if (!bind_keyword(name, keyword_values[at])) return false;
    }
    return check_missing();
}

}  // namespace

bool check_self(Vm& vm, const NativeFunction& native, std::span<const Value> arguments) {
    if (!native.owner || vm.signatures[native.index].binding != Signature::Binding::method)
        return true;
    if (native.owner == vm.type(Root::type_object)) return true;
    if (!arguments.empty() && vm.is_subtype(vm.type_of(arguments[0]), native.owner)) return true;
    const std::string name = to_utf8(vm, Value::from_ref(native.name));
    const std::string owner = to_utf8(vm, Value::from_ref(vm.block[native.owner].name));
    if (arguments.empty()) {
        vm.raise(Root::TypeError,
                 name.starts_with("__")
                     ? "descriptor '" + name + "' of '" + owner + "' object needs an argument"
                     : "unbound method " + owner + "." + name + "() needs an argument");
        return false;
    }
    const bool dunder = name.starts_with("__");
    vm.raise(Root::TypeError, "descriptor '" + name + "' " +
                                  (dunder ? "requires a '" + owner + "' object but received a '"
                                          : "for '" + owner + "' objects doesn't apply to a '") +
                                  type_name(vm, arguments[0]) + (dunder ? "'" : "' object"));
    return false;
}

Value call_native(Vm& vm, uint32_t index, std::span<const Value> arguments, Value keyword_names) {
    const auto scratch = static_cast<uint32_t>(offsetof(BlockHeader, scratch));
    const Vm::DirectNative direct = vm.direct_natives[index];
    if (keyword_names.is_null() && arguments.size() >= direct.least &&
        arguments.size() <= direct.most) {
        const uint32_t size = direct.parameters * 8u;
        auto* bound = reinterpret_cast<Value*>(vm.block.edit_bytes(scratch, size));
        std::copy(arguments.begin(), arguments.end(), bound);
        std::fill(bound + arguments.size(), bound + direct.parameters, Value{});
        return direct.code(vm, Args{vm.block, scratch, direct.parameters});
    }
    const Signature& signature = vm.signatures[index];
    const auto count = static_cast<uint32_t>(signature.parameters.size());
    ASSERT(count <= native_parameters_max);
    std::array<Value, native_parameters_max> bound{};
    const uint32_t keyword_count =
        keyword_names.is_null() ? 0 : vm.block[keyword_names.as_ref<Tuple>()].count;
    const size_t positional = arguments.size() - keyword_count;
    Binder binder{vm, index, signature, arguments.first(positional), keyword_names,
                  arguments.subspan(positional), bound};
    if (!binder.bind()) return {};
    for (uint32_t at = 0; at < count; ++at) vm.block.move_in(scratch + at * 8, bound[at]);
    const Value result = vm.natives[index].code(vm, Args{vm.block, scratch, count});
    if (signature.varargs) vm.block.let_go_if_fresh(bound[*signature.varargs]);
    return result;
}

Value call_getter(Vm& vm, uint32_t index, Value self) {
    const auto scratch = static_cast<uint32_t>(offsetof(BlockHeader, scratch));
    vm.block.move_in(scratch, self);
    return vm.natives[index].code(vm, Args{vm.block, scratch, 1});
}

Value call_setter(Vm& vm, uint32_t index, Value self, Value value) {
    const auto scratch = static_cast<uint32_t>(offsetof(BlockHeader, scratch));
    vm.block.move_in(scratch, self);
    vm.block.move_in(scratch + 8, value);
    return vm.natives[index].setter(vm, Args{vm.block, scratch, 2});
}

}  // namespace meada
