#include "vm/vm.h"

#include "vm/containers.h"
#include "vm/exceptions.h"
#include "vm/natives.h"
#include "vm/strings.h"

namespace meada {

namespace {

// What a place that calls this native becomes; `arguments` on the value stack.
struct CallForm {
    std::string_view owner, name;
    Quick form;
    uint8_t arguments;
};
constexpr CallForm call_forms[] = {{"builtins", "len", Quick::CALL_LEN, 1},
                                   {"builtins", "isinstance", Quick::CALL_ISINSTANCE, 2},
                                   {"list", "append", Quick::CALL_LIST_APPEND, 1}};

Vm::DirectNative direct_native(const NativeRow& row, const Signature& signature) {
    const bool plain = row.form == NativeRow::Form::function && !signature.varargs &&
                       !signature.varkeywords &&
                       signature.required <= signature.positional;
    if (!plain) return {};
    for (size_t at = signature.positional; at < signature.parameters.size(); ++at)
        if (!signature.parameters[at].has_default) return {};
    Vm::DirectNative direct{row.code, static_cast<uint8_t>(signature.required),
                            static_cast<uint8_t>(signature.parameters.size()),
                            static_cast<uint8_t>(signature.positional)};
    // What the library makes methods of (_meada.method) is called on its own classes alone.
    direct.checks_self = row.owner != std::string_view("object") &&
                         row.owner != std::string_view("_meada") &&
                         signature.binding == Signature::Binding::method;
    for (const CallForm& form : call_forms) {
        if (row.owner != form.owner || row.name != form.name) continue;
        direct.form = form.form;
        direct.form_arguments = form.arguments;
    }
    return direct;
}

}  // namespace

Vm::Vm(std::span<const NativeRow> natives) : natives(natives) {
    for (const NativeRow& row : natives) {
        signatures.push_back(row.signature ? parse_signature(row.signature) : Signature{});
        if (row.name == std::string_view("__new__"))
            signatures.back().binding = Signature::Binding::static_method;
        direct_natives.push_back(direct_native(row, signatures.back()));
    }
}

void Vm::restored() {
    forget_lookups();
    charged_units = 0;
    request = {};
    block.refresh_attention();
}

uint32_t Vm::allocate_cell(Kind kind, Ref<Shape> shape, uint32_t size) {
    const uint32_t cell = block.allocate(kind, shape, size);
    if (cell == 0) raise_memory_error(*this);
    return cell;
}

void Vm::set_root(Root root, Value value) {
    block.store(static_cast<uint32_t>(offsetof(BlockHeader, roots)) +
                    static_cast<uint32_t>(root) * 8,
                value);
}

Ref<Type> Vm::type_of(Value value) const {
    if (value.is_int()) return type(Root::type_int_);
    if (value.is_float()) return type(Root::type_float_);
    ASSERT(!value.is_null());
    return block[block.object(value).shape].type;
}

bool Vm::is_subtype(Ref<Type> type, Ref<Type> base) const {
    if (type == base) return true;
    const Ref<Tuple> mro = block[type].mro;
    const uint32_t count = block[mro].count;
    const Value* items = block.at<Value>(mro.offset + Tuple::items_offset);
    for (uint32_t index = 1; index < count; ++index)
        if (items[index].offset() == base.offset) return true;
    return false;
}

Value Vm::raise(Root exception_type, std::string_view message) {
    const Value text = new_str(*this, message);
    if (text.is_null()) return {};
    return raise(exception_type, {text});
}

Value Vm::raise(Root exception_type, std::initializer_list<Value> arguments) {
    const Value args = new_tuple(*this, {arguments.begin(), arguments.size()});
    if (args.is_null()) return {};
    const Value exception = new_exception(*this, type(exception_type), args);
    if (exception.is_null()) return {};
    return raise_value(exception);
}

// The context of an exception is the one that was being handled when it was raised.
Value Vm::raise_value(Value exception) {
    ASSERT(context);
    set_exception_context(*this, exception);
    block.store(context.offset + static_cast<uint32_t>(offsetof(Context, exception)), exception);
    return {};
}

Value Vm::call(Value callable, std::initializer_list<Value> arguments) {
    return call(callable, std::span<const Value>{arguments.begin(), arguments.size()});
}

Value Vm::call(Value callable, std::span<const Value> arguments, Value keyword_names) {
    ASSERT(request.kind == Request::Kind::none);
    request.kind = Request::Kind::call;
    request.callable = callable;
    request.keyword_names = keyword_names;
    request.arguments.assign(arguments.begin(), arguments.end());
    return {};
}

Value Vm::suspend() {
    ASSERT(request.kind == Request::Kind::none);
    request.kind = Request::Kind::suspend;
    return {};
}

}  // namespace meada
