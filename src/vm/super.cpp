#include "vm/super.h"

#include "vm/containers.h"
#include "vm/strings.h"

namespace meada {

Value find_in_super(Vm& vm, Ref<Super> object, Value name) {
    const Super& super = vm.block[object];
    const Ref<Tuple> mro = vm.block[super.self_type.as_ref<Type>()].mro;
    const uint32_t count = vm.block[mro].count;
    bool behind = false;
    for (uint32_t index = 0; index < count; ++index) {
        const Value type = vm.block.load(mro.offset + Tuple::items_offset + index * 8);
        if (behind) {
            const Ref<Dict> attributes = vm.block[type.as_ref<Type>()].attributes;
            if (const Value attribute = dict_get_str(vm, attributes, name)) return attribute;
        }
        behind = behind || type.offset() == super.type.offset();
    }
    return {};
}

bool is_of_class(const Vm& vm, Ref<Super> object) {
    const Super& super = vm.block[object];
    return super.self.offset() == super.self_type.offset();
}

Computed get_from_super(Vm& vm, Value object, Value name) {
    const Ref<Super> super = object.as_ref<Super>();
    if (str_equals(vm, name, "__class__")) return {Outcome::yes, vm.root(Root::type_super)};
    const Value attribute = find_in_super(vm, super, name);
    if (!attribute) return {Outcome::no, {}};
    const Value self = is_of_class(vm, super) ? Value{} : vm.block[super].self;
    return bind_attribute(vm, attribute, self, vm.block[super].self_type.as_ref<Type>());
}

}  // namespace meada
