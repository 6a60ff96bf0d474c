#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "machine/inspect.h"
#include "vm/containers.h"
#include "vm/numbers.h"
#include "vm/operations.h"
#include "vm/strings.h"

namespace meada {
namespace {

// vm's readers take a Vm& because some of them may allocate; those called here do not.
Vm& vm_of(const Machine& machine) { return const_cast<Vm&>(machine.vm); }

struct Describer {
    const Machine& machine;
    uint32_t limit_bytes;
    std::string text;
    int depth = 0;

    void add(Value value);
    void add_items(const std::vector<Value>& items, const char* open, const char* close);
    void add_dict(Ref<Dict> dict);
    void add_named(const char* what, Ref<Str> name);
    void add_reference(Value value);
    bool full() const { return text.size() > limit_bytes; }
};

void Describer::add_items(const std::vector<Value>& items, const char* open, const char* close) {
    text += open;
    for (size_t index = 0; index < items.size() && !full(); ++index) {
        if (index > 0) text += ", ";
        add(items[index]);
    }
    text += close;
}

void Describer::add_dict(Ref<Dict> dict) {
    text += "{";
    uint32_t position = 0;
    Value key, value;
    for (bool first = true; !full() && dict_next(machine.vm, dict, position, key, value);
         first = false) {
        if (!first) text += ", ";
        add(key);
        text += ": ";
        add(value);
    }
    text += "}";
}

void Describer::add_named(const char* what, Ref<Str> name) {
    text += std::string("<") + what + " " + text_of(machine, Value::from_ref(name)) + ">";
}

void Describer::add_reference(Value value) {
    const Block& block = machine.vm.block;
    switch (block.kind(value)) {
        case Kind::none: text += "None"; return;
        case Kind::boolean: text += block.object(value).detail ? "True" : "False"; return;
        case Kind::ellipsis: text += "Ellipsis"; return;
        case Kind::str:
        case Kind::bytes:
        case Kind::integer:
        case Kind::complex: append_repr(vm_of(machine), text, value); return;
        case Kind::list: add_items(items_of(machine, value), "[", "]"); return;
        case Kind::tuple: {
            const auto items = items_of(machine, value);
            add_items(items, "(", items.size() == 1 ? ",)" : ")");
            return;
        }
        case Kind::dict: add_dict(value.as_ref<Dict>()); return;
        case Kind::set: {
            std::vector<Value> items;
            uint32_t position = 0;
            Value key;
            while (items.size() < 100 &&
                   set_next(machine.vm, value.as_ref<Set>(), position, key))
                items.push_back(key);
            if (items.empty()) text += "set()";
            else add_items(items, "{", "}");
            return;
        }
        case Kind::exception: {
            const auto arguments = items_of(machine, block[value.as_ref<Exception>()].args);
            text += type_name(machine.vm, value);
            add_items(arguments, "(", ")");
            return;
        }
        case Kind::function: add_named("function", block[value.as_ref<Function>()].name); return;
        case Kind::native:
            add_named("function", block[value.as_ref<NativeFunction>()].name);
            return;
        case Kind::type: add_named("class", block[value.as_ref<Type>()].name); return;
        case Kind::module: add_named("module", block[value.as_ref<Module>()].name); return;
        case Kind::generator:
            add_named(type_name(machine.vm, value).c_str(),
                      block[value.as_ref<Generator>()].name);
            return;
        default: text += "<" + type_name(machine.vm, value) + ">"; return;
    }
}

void Describer::add(Value value) {
    if (full()) return;
    if (value.is_null()) text += "<unset>";
    else if (value.is_int()) text += std::to_string(value.as_int());
    else if (value.is_float()) text += float_repr(value.as_float());
    else if (depth >= 4) text += "…";
    else {
        ++depth;
        add_reference(value);
        --depth;
    }
}

}  // namespace

std::string describe(const Machine& machine, Value value, uint32_t limit) {
    Describer describer{machine, limit * 4, {}, 0};
    describer.add(value);
    if (describer.text.size() <= limit) return std::move(describer.text);
    size_t offset = 0;
    for (uint32_t count = 0; offset < describer.text.size(); ++count) {
        if (count == limit) {
            describer.text.resize(offset);
            describer.text += "…";
            break;
        }
        if (!decode_utf8(describer.text, offset)) ++offset;
    }
    return std::move(describer.text);
}

uint64_t identity_of(const Machine& machine, Value value) {
    switch (machine.vm.block.kind(value)) {
        case Kind::free_cell:
        case Kind::none:
        case Kind::boolean:
        case Kind::ellipsis:
        case Kind::integer:
        case Kind::str:
        case Kind::complex: return 0;
        default: return value.offset();
    }
}

std::string text_of(const Machine& machine, Value str) {
    if (!is_str(machine.vm, str)) return {};
    return to_utf8(machine.vm, str);
}

std::vector<Value> items_of(const Machine& machine, Value sequence) {
    constexpr uint32_t count_max = 10'000;
    const Block& block = machine.vm.block;
    uint32_t first = 0, count = 0;
    if (block.kind(sequence) == Kind::list) {
        const List& list = block[sequence.as_ref<List>()];
        first = list.items.offset + Values::first_offset;
        count = list.count;
    } else if (block.kind(sequence) == Kind::tuple) {
        first = sequence.offset() + Tuple::items_offset;
        count = block[sequence.as_ref<Tuple>()].count;
    }
    count = std::min(count, count_max);
    std::vector<Value> items;
    items.reserve(count);
    for (uint32_t index = 0; index < count; ++index)
        items.push_back(block.load(first + index * 8));
    return items;
}

Value dict_item(const Machine& machine, Ref<Dict> dict, std::string_view name) {
    if (!dict) return {};
    uint32_t position = 0;
    Value key, value;
    while (dict_next(machine.vm, dict, position, key, value))
        if (is_str(machine.vm, key) && str_equals(machine.vm, key, name)) return value;
    return {};
}

Value own_attribute(const Machine& machine, Value object, std::string_view name) {
    const Block& block = machine.vm.block;
    if (block.kind(object) != Kind::instance) return {};
    const Instance& instance = block[object.as_ref<Instance>()];
    if (block[instance.shape].dict_mode) return dict_item(machine, instance.dict, name);
    for (Ref<Shape> at = instance.shape; block[at].count > 0; at = block[at].parent)
        if (str_equals(machine.vm, attribute_name(machine.vm, at), name))
            return block.load(object.offset() + Instance::slots_offset +
                              (block[at].count - 1) * 8);
    return {};
}

Value library_attribute(const Machine& machine, std::string_view module, std::string_view name) {
    const Value found =
        dict_item(machine, machine.vm.root(Root::library_modules).as_ref<Dict>(), module);
    if (found.is_null()) return {};
    return dict_item(machine, machine.vm.block[found.as_ref<Module>()].attributes, name);
}

}  // namespace meada
