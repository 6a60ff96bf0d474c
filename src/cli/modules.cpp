// The modules that a script and they themselves name in import statements and that lie beside it
// or in a folder of --path: they go into the scenario, which knows no files.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <set>

#include "cli/commands.h"
#include "lang/lang.h"

namespace meada {
namespace {

bool is_there(const std::string& path) {
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (file) std::fclose(file);
    return file != nullptr;
}

struct Gathering {
    const std::vector<std::string>& folders;  // each ends with '/', or is empty; the script's first
    std::vector<ModuleSource> found;
    std::set<std::string> seen;
    size_t size_bytes = 0;
    std::optional<Error> error;

    // The module and every package it lies in.
    void add(const std::string& name) {
        for (size_t dot = name.find('.'); dot != std::string::npos; dot = name.find('.', dot + 1))
            add_one(name.substr(0, dot));
        add_one(name);
        // Folders on the way without __init__.py are packages, if something is in them.
        if (is_found(name))
            for (size_t dot = name.find('.'); dot != std::string::npos;
                 dot = name.find('.', dot + 1))
                if (!is_found(name.substr(0, dot)))
                    found.push_back({name.substr(0, dot), "", "", true});
    }

    bool is_found(const std::string& name) const {
        return std::ranges::find(found, name, &ModuleSource::name) != found.end();
    }

    void add_all(const std::string& package) {
        std::string below = package;
        std::replace(below.begin(), below.end(), '.', '/');
        std::set<std::string> names;
        for (const std::string& folder : folders) {
            std::error_code failed;
            std::filesystem::directory_iterator file(folder + below, failed);
            for (; !failed && file != std::filesystem::directory_iterator{}; file.increment(failed))
                if (file->path().extension() == ".py") names.insert(file->path().stem().string());
        }
        for (const std::string& name : names)
            if (name != "__init__") add(package + "." + name);
    }

    void add_one(const std::string& name) {
        if (error || name.empty() || !seen.insert(name).second) return;
        for (const std::string& folder : folders) {
            const std::string package = folder + file_of_module(name, true);
            const std::string module = folder + file_of_module(name, false);
            const bool is_package = is_there(package);
            if (!is_package && !is_there(module)) continue;
            read(name, is_package ? package : module, is_package,
                 &folder == &folders.front() ? folder.size() : 0);
            return;
        }
    }

    void read(const std::string& name, const std::string& path, bool package, size_t cut) {
        Result<std::string> source = read_file(path);
        if (!source) {
            error = source.error();
            return;
        }
        size_bytes += source->size();
        if (size_bytes > scenario_size_bytes_max) {
            const std::string most = std::to_string(scenario_size_bytes_max);
            error = Error{ErrorCode::file_too_large, {path, most}, {}, path};
            return;
        }
        found.push_back({name, path.substr(cut), *source, package});
        follow({path, *source}, package ? name : name.substr(0, name.rfind('.') + 1));
    }

    // `package`: what relative imports start from, perhaps with a dot at its end.
    void follow(const lang::SourceText& source, std::string package) {
        const Result<lang::Ast> tree = lang::parse(source);
        if (!tree) return;  // importing it says what is wrong
        if (package.ends_with('.')) package.pop_back();
        for (const lang::Import& import : lang::imports(*tree)) {
            std::string module = import.module;
            if (import.level > 0) {
                std::string base = package;
                for (uint32_t level = 1; level < import.level; ++level) {
                    const size_t dot = base.rfind('.');
                    base.resize(dot == std::string::npos ? 0 : dot);
                }
                module = base + (base.empty() || module.empty() ? "" : ".") + module;
            }
            add(module);
            for (const std::string& each : import.names) {
                if (module.empty() || each == "*") continue;
                if (each == lang::every_module) add_all(module);
                else add(module + "." + each);
            }
        }
    }
};

}  // namespace

std::string file_of_module(const std::string& name, bool package) {
    std::string path = name;
    std::replace(path.begin(), path.end(), '.', '/');
    return path + (package ? "/__init__.py" : ".py");
}

Result<bool> gather_modules(Scenario& scenario, const std::vector<std::string>& paths) {
    std::vector<std::string> folders{
        scenario.file_name.substr(0, scenario.file_name.rfind('/') + 1)};
    for (const std::string& path : paths) {
        folders.push_back(absolute_path(path));
        if (!folders.back().ends_with('/')) folders.back() += '/';
    }
    Gathering gathering{folders, {}, {}, 0, std::nullopt};
    gathering.follow({scenario.file_name, scenario.source}, "");
    if (gathering.error) return *gathering.error;
    scenario.modules = std::move(gathering.found);
    return true;
}

}  // namespace meada
