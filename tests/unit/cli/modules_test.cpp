#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "cli/commands.h"

using namespace meada;

namespace {

// A folder of files for one test.
struct Folder {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() / "meada-modules-test";

    Folder() { std::filesystem::create_directories(path); }
    ~Folder() { std::filesystem::remove_all(path); }
    void write(const std::string& name, const std::string& text) const {
        std::filesystem::create_directories((path / name).parent_path());
        std::ofstream(path / name) << text;
    }
};

std::vector<std::string> names(const Scenario& scenario) {
    std::vector<std::string> found;
    for (const ModuleSource& module : scenario.modules) found.push_back(module.name);
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace

TEST_CASE("the modules that a script names come with it, and those that they name") {
    const Folder folder;
    folder.write("main.py", "def late():\n    import first\nimport os, nowhere\n");
    folder.write("first.py", "from . import no_package\nfrom pack import inner\n");
    folder.write("never.py", "");
    folder.write("pack/__init__.py", "from .other import *\n");
    folder.write("pack/inner.py", "from ..above import nothing\n");
    folder.write("pack/other.py", "");
    folder.write("pack/unnamed.py", "");
    Options options;
    options.file = (folder.path / "main.py").string();
    const auto scenario = read_scenario(options);
    REQUIRE(scenario);
    const std::vector<std::string> wanted{"first", "pack", "pack.inner", "pack.other"};
    CHECK(names(*scenario) == wanted);
    for (const ModuleSource& module : scenario->modules) {
        CHECK(module.package == (module.name == "pack"));
        CHECK(module.file_name == file_of_module(module.name, module.package));
    }
}

TEST_CASE("where a name is put together the whole package comes along") {
    const Folder folder;
    folder.write("main.py", "import importlib\n"
                            "for name in 'ab':\n"
                            "    importlib.import_module('plugins.' + name)\n"
                            "    importlib.import_module(f'tools.{name}.x')\n"
                            "    __import__(name + '.y')\n");
    folder.write("plugins/__init__.py", "");
    folder.write("plugins/a.py", "import plain\n");
    folder.write("plugins/b.py", "");
    folder.write("plugins/notes.txt", "");
    folder.write("tools/c.py", "");
    folder.write("plain.py", "");
    folder.write("a/y.py", "");
    Options options;
    options.file = (folder.path / "main.py").string();
    const auto scenario = read_scenario(options);
    REQUIRE(scenario);
    const std::vector<std::string> wanted{"plain", "plugins", "plugins.a", "plugins.b",
                                          "tools", "tools.c"};
    CHECK(names(*scenario) == wanted);
}

TEST_CASE("folders without __init__.py are packages; import_module may name modules") {
    const Folder folder;
    folder.write("main.py", "import space.deep.inner\n"
                            "def late():\n"
                            "    return [import_module('named').x, __import__('other')]\n");
    folder.write("space/deep/inner.py", "");
    folder.write("named.py", "");
    folder.write("other.py", "");
    Options options;
    options.file = (folder.path / "main.py").string();
    const auto scenario = read_scenario(options);
    REQUIRE(scenario);
    const std::vector<std::string> wanted{"named", "other", "space", "space.deep",
                                          "space.deep.inner"};
    CHECK(names(*scenario) == wanted);
}

TEST_CASE("a folder of --path comes after the script's own") {
    const Folder folder;
    folder.write("main.py", "import first, second\n");
    folder.write("first.py", "here = True\n");
    folder.write("lib/first.py", "here = False\n");
    folder.write("lib/second.py", "");
    Options options;
    options.file = (folder.path / "main.py").string();
    options.paths = {(folder.path / "lib").string()};
    const auto scenario = read_scenario(options);
    REQUIRE(scenario);
    REQUIRE(names(*scenario) == std::vector<std::string>{"first", "second"});
    CHECK(scenario->modules[0].source == "here = True\n");
    CHECK(scenario->modules[1].file_name == (folder.path / "lib/second.py").string());
}
