// The modules that few scripts import. They lie packed (packed.cpp) beside the boot image, and each
// is compiled where a script asks for it; the page downloads the pack with the first of them.
#include <algorithm>

#include "lang/lang.h"
#include "library/natives.h"

// Empty in the page, where the other gives what was downloaded (src/platform/web.cpp), and in the
// program that makes the pack.
extern "C" const unsigned char meada_rare_modules[], meada_rare_modules_end[];
extern "C" __attribute__((weak)) const unsigned char* meada_fetched_rare_modules();

namespace meada {
namespace {

struct RareModule {
    char origin;
    std::string path, source;
};

const char* rare_pack() {
    const std::span linked(meada_rare_modules, meada_rare_modules_end);
    const unsigned char* pack = linked.data();
    if (linked.empty())
        pack = meada_fetched_rare_modules ? meada_fetched_rare_modules() : nullptr;
    return reinterpret_cast<const char*>(pack);
}

bool find_rare(const char* at, const std::string& path, RareModule& found) {
    while (*at) {
        found.origin = *at++;
        found.path = at;
        at += found.path.size() + 1;
        const char* const source = at;
        at += std::strlen(source) + 1;
        if (found.path != path) continue;
        found.source = source;
        return true;
    }
    return false;
}

}  // namespace

// (code object, whether it is a package). None: there is no such module; False: the pack could not
// be downloaded.
Value library_rare_module(Vm& vm, const Args& args) {
    const char* const pack = rare_pack();
    if (!pack) return vm.boolean(false);
    std::string path = to_utf8(vm, args[0]);
    std::ranges::replace(path, '.', '/');
    RareModule found;
    const bool package = find_rare(pack, path + "/__init__.py", found);
    if (!package && !find_rare(pack, path + ".py", found)) return vm.none();
    vm.charge(found.source.size());
    const Result<CodeUnit> unit = lang::compile({"<library " + found.path + ">", found.source});
    ASSERT(unit);  // a test imports every row
    const Ref<CodeObject> code =
        load_code(vm, *unit, found.origin == 'h' ? CodeOrigin::hidden : CodeOrigin::library);
    if (!code) return {};
    const Value parts[] = {Value::from_ref(code), vm.boolean(package)};
    return new_tuple(vm, parts);
}

}  // namespace meada
