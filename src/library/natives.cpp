// The whole table of natives: vm's, the library's, and one for each kind of event.
#include "library/natives.h"

#include <array>
#include <string>
#include <vector>

#include "library/library.h"

namespace meada {
namespace {

// Sets the event's fields from the arguments in order; texts are put into `texts` for it.
struct FieldSetter {
    Vm& vm;
    const Args& args;
    std::string* texts;
    uint32_t index = 0;

    void operator()(const char*, Text& field) {
        *texts = to_utf8(vm, args[index++]);
        field = *texts++;
    }
    template <typename T>
    void operator()(const char*, T& field) {
        const Value value = args[index++];
        // None stands for "never" and for nobody.
        if (value.is_int()) field = static_cast<T>(value.as_int());
        else if constexpr (std::is_same_v<T, TimeNs>) field = never_ns;
    }
};

template <typename T>
Value emit_event(Vm& vm, const Args& args) {
    std::array<std::string, event_text_count<T>> texts;  // before the event, which looks at them
    T event;
    each_field(event, FieldSetter{vm, args, texts.data()});
    emit(machine_of(vm), event);
    return vm.none();
}

#define EVENT_SIGNATURE_4(...) "a, b, c, d, /"
#define EVENT_SIGNATURE_3(...) "a, b, c, /"
#define EVENT_SIGNATURE_2(...) "a, b, /"
#define EVENT_SIGNATURE_1(...) "a, /"
#define EVENT_SIGNATURE(...)                                                              \
    EVENT_PICK(__VA_ARGS__, EVENT_SIGNATURE_4, EVENT_SIGNATURE_3, EVENT_SIGNATURE_2,      \
               EVENT_SIGNATURE_1, none)                                                   \
    ()

constexpr NativeRow own_rows[] = {
#define NATIVE(owner, name, code, signature) \
    {NativeRow::Form::function, #owner, #name, code, nullptr, signature},
#include "library/natives.def"
#undef NATIVE
#define EVENT(name, ...)                                                                   \
    {NativeRow::Form::function, "_meada", "event_" #name, emit_event<event::name>, nullptr, \
     EVENT_SIGNATURE(__VA_ARGS__)},
#include "machine/events.def"
#undef EVENT
};

}  // namespace

Value call_library(Vm& vm, std::string_view module, std::string_view function,
                   std::initializer_list<Value> arguments) {
    const auto modules = vm.root(Root::library_modules).as_ref<Dict>();
    const auto found = dict_get_str(vm, modules, intern(vm, module)).as_ref<Module>();
    const Ref<Dict> attributes = vm.block[found].attributes;
    return vm.call(dict_get_str(vm, attributes, intern(vm, function)), arguments);
}

std::span<const NativeRow> all_natives() {
    static const std::vector<NativeRow> rows = [] {
        std::vector<NativeRow> all(vm_natives().begin(), vm_natives().end());
        all.insert(all.end(), std::begin(own_rows), std::end(own_rows));
        return all;
    }();
    return rows;
}

}  // namespace meada
