// Modules that are compiled where a script asks for them, and those that are not there.
#include <doctest/doctest.h>

#include "library/library.h"

using namespace meada;

namespace {

struct Printed : Recorder {
    void record(const Event& event) override {
        if (const auto* printed = event_as<event::printed>(event)) text += printed->text;
    }
    std::string text;
};

std::string printed_by(std::string source) {
    Script script;
    script.file_name = "imports.py";
    script.source = std::move(source);
    auto made = make_machine(MachineSpec{}, linked_boot_image(), script);
    REQUIRE(made);
    Printed output;
    (*made)->recorder = &output;
    REQUIRE(advance(**made, {}) == Advanced::ended);
    return output.text;
}

}  // namespace

TEST_CASE("every rare module can be imported") {
    std::string source = "import importlib\nfor path in (";
#define RARE_MODULE(path, origin) source += "\"" path "\", ";
#include "library/rare_modules.def"
#undef RARE_MODULE
    source += R"():
    name = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    module = importlib.import_module(name)
    assert module.__name__ == module.__spec__.name == name
print("all"))";
    CHECK(printed_by(source) == "all\n");
}

TEST_CASE("a module of Python's library is there, or is told to be not modelled") {
    CHECK(printed_by(R"(import sys
for name in sorted(sys.stdlib_module_names):
    try:
        __import__(name)
    except ImportError as error:
        if str(error) != f"the module {name!r} of Python's library is not modelled here":
            print(name, error)
)") == R"(_msi No module named '_msi'
_overlapped No module named '_overlapped'
_winapi No module named '_winapi'
msilib No module named 'msilib'
msvcrt No module named 'msvcrt'
nt No module named 'nt'
winreg No module named 'winreg'
winsound No module named 'winsound'
)");
    CHECK(printed_by("try: import urllib.robotparser\nexcept ImportError as error: print(error)") ==
          "the module 'urllib.robotparser' of Python's library is not modelled here\n");
    CHECK(printed_by("try: import urllib.other\nexcept ImportError as error: print(error)") ==
          "No module named 'urllib.other'\n");
}
