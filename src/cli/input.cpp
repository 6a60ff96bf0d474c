// From what the command line names to a scenario.
#include <cstdio>
#include <filesystem>

#include "cli/commands.h"

namespace meada {
namespace {

constexpr size_t file_size_bytes_max = 64u << 20;

}  // namespace

std::string absolute_path(const std::string& path) {
    std::error_code failed;
    const auto full = std::filesystem::absolute(path, failed);
    return failed ? path : full.lexically_normal().string();
}

Result<std::string> read_file(const std::string& path) {
    std::FILE* file = path == "-" ? stdin : std::fopen(path.c_str(), "rb");
    if (!file) return Error{ErrorCode::file_missing, {path}, {}, path};
    std::string text;
    char buffer[65536];
    for (size_t count; (count = std::fread(buffer, 1, sizeof buffer, file)) > 0;) {
        text.append(buffer, count);
        if (text.size() > file_size_bytes_max) break;
    }
    const bool failed = std::ferror(file) != 0;
    if (file != stdin) std::fclose(file);
    if (failed)
        return Error{
            ErrorCode::file_unreadable, {path, reason_argument(Reason::no_file)}, {}, path};
    if (text.size() > file_size_bytes_max)
        return Error{
            ErrorCode::file_too_large, {path, std::to_string(file_size_bytes_max)}, {}, path};
    return text;
}

namespace {

Result<Scenario> named(const std::string& word, const std::vector<std::string>& paths) {
    if (looks_like_link(word)) return scenario_from_link(word);
    Result<std::string> text = read_file(word);
    if (!text) return text.error();
    // A saved link; no script begins so, as `#m1.` is a comment without a script behind it.
    if (text->starts_with("#m1.") && text->find('\n') + 1 >= text->size())
        return scenario_from_link(*text);
    Scenario scenario;
    scenario.file_name = word == "-" ? "<stdin>" : absolute_path(word);
    scenario.program = word;
    scenario.source = std::move(*text);
    if (auto gathered = gather_modules(scenario, paths); !gathered) return gathered.error();
    return scenario;
}

}  // namespace

Result<Scenario> read_scenario(const Options& options) {
    Result<Scenario> scenario = named(options.file, options.paths);
    if (!scenario) return scenario;
    if (!options.script_arguments.empty()) scenario->arguments = options.script_arguments;
    for (const std::string& settings : options.machine)
        if (auto set = set_knobs(scenario->spec, settings); !set) return set.error();
    if (!options.stats.empty() && options.stats != "-") {
        std::FILE* file = std::fopen(options.stats.c_str(), "ab");
        if (!file) return Error{ErrorCode::file_unwritable, {options.stats}, {}, options.stats};
        std::fclose(file);
    }
    return scenario;
}

}  // namespace meada
