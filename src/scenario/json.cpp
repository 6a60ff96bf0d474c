#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "scenario/scenario.h"

namespace meada {
namespace {

using Json = nlohmann::ordered_json;

Error field_error(std::string path, Reason expected) {
    return Error{ErrorCode::json_field, {path, reason_argument(expected)}, {}, path};
}

// Reads fields by path; the first that is wrong is kept and everything after it is skipped.
struct Reader {
    std::optional<Error> error;

    const Json* find(const Json& object, const char* name) {
        const auto found = object.find(name);
        return error || found == object.end() ? nullptr : &*found;
    }
    void fail(const std::string& path, Reason expected) {
        if (!error) error = field_error(path, expected);
    }
    void text(const Json& object, const char* name, size_t size_max, std::string& out) {
        const Json* found = find(object, name);
        if (!found) return;
        if (!found->is_string()) return fail(name, Reason::a_string);
        out = found->get<std::string>();
        if (out.size() > size_max) fail(name, Reason::a_shorter_string);
    }
    void flag(const Json& object, const std::string& path, const char* name, bool& out) {
        const Json* found = find(object, name);
        if (!found) return;
        if (!found->is_boolean()) return fail(path + name, Reason::true_or_false);
        out = found->get<bool>();
    }
    template <typename Number>
    void number(const Json& object, const std::string& path, const char* name, Number& out) {
        const Json* found = find(object, name);
        if (!found) return;
        if (!found->is_number_unsigned() || found->get<uint64_t>() > Number(~Number{0}))
            return fail(path + name, Reason::a_whole_number);
        out = found->get<Number>();
    }
};

void read_machine(Reader& reader, const Json& object, Scenario& scenario) {
    const Json* machine = reader.find(object, "machine");
    if (!machine) return;
    if (!machine->is_object()) return reader.fail("machine", Reason::an_object);
    for (const auto& [name, value] : machine->items()) {
        if (!value.is_number_unsigned())
            return reader.fail("machine." + name, Reason::a_whole_number);
        const auto set = set_knob(scenario.spec, name, value.get<uint64_t>());
        if (!set && !reader.error) reader.error = set.error();
    }
}

std::optional<DecisionKind> decision_kind(const std::string& name) {
#define DECISION(kind) \
    if (name == #kind) return DecisionKind::kind;
#include "machine/decisions.def"
#undef DECISION
    return std::nullopt;
}

void read_decisions(Reader& reader, const Json& object, Scenario& scenario) {
    const Json* decisions = reader.find(object, "decisions");
    if (!decisions) return;
    if (!decisions->is_array()) return reader.fail("decisions", Reason::a_list);
    for (size_t index = 0; index < decisions->size() && !reader.error; ++index) {
        const Json& each = (*decisions)[index];
        const std::string path = "decisions[" + std::to_string(index) + "].";
        if (!each.is_object()) return reader.fail(path, Reason::an_object);
        Decision decision;
        std::string kind = std::string(name_of(decision.kind));
        reader.number(each, path, "thread", decision.thread);
        reader.number(each, path, "point", decision.point);
        reader.number(each, path, "option", decision.option);
        reader.text(each, "kind", 64, kind);
        const auto known = decision_kind(kind);
        if (!known) return reader.fail(path + "kind", Reason::a_decision_name);
        decision.kind = *known;
        scenario.decisions.push_back(decision);
    }
}

void read_arguments(Reader& reader, const Json& object, Scenario& scenario) {
    const Json* arguments = reader.find(object, "arguments");
    if (!arguments) return;
    if (!arguments->is_array()) return reader.fail("arguments", Reason::a_list);
    for (const Json& each : *arguments) {
        if (!each.is_string()) return reader.fail("arguments", Reason::a_list_of_strings);
        scenario.arguments.push_back(each.get<std::string>());
    }
}

void read_modules(Reader& reader, const Json& object, Scenario& scenario) {
    const Json* modules = reader.find(object, "modules");
    if (!modules) return;
    if (!modules->is_array()) return reader.fail("modules", Reason::a_list);
    for (size_t index = 0; index < modules->size() && !reader.error; ++index) {
        const Json& each = (*modules)[index];
        const std::string path = "modules[" + std::to_string(index) + "].";
        if (!each.is_object()) return reader.fail(path, Reason::an_object);
        ModuleSource module;
        reader.text(each, "name", 255, module.name);
        if (!reader.error && module.name.empty())
            return reader.fail(path + "name", Reason::a_string);
        reader.text(each, "file", 1023, module.file_name);
        reader.text(each, "source", source_size_bytes_max, module.source);
        reader.flag(each, path, "package", module.package);
        scenario.modules.push_back(std::move(module));
    }
}

// The parser says where only to a listener of its own.
struct MistakeFinder : nlohmann::json_sax<Json> {
    size_t position = 0;
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(size_t) override { return true; }
    bool key(string_t&) override { return true; }
    bool end_object() override { return true; }
    bool start_array(size_t) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(size_t at, const std::string&, const nlohmann::detail::exception&) override {
        position = at;
        return false;
    }
};

Error syntax_error(std::string_view text) {
    const auto not_utf8 = find_invalid_utf8(text);
    MistakeFinder finder;
    if (!not_utf8) Json::sax_parse(text, &finder);
    const std::string place = std::to_string(not_utf8.value_or(finder.position));
    const Reason reason = not_utf8 ? Reason::not_utf8 : Reason::not_json;
    return Error{ErrorCode::json_syntax, {reason_argument(reason), place}, {}, place};
}

}  // namespace

std::string to_json(const Scenario& scenario) {
    Json json;
    json["meada"] = scenario_version;
    json["file"] = scenario.file_name;
    json["source"] = scenario.source;
    if (!scenario.input.empty()) json["input"] = scenario.input;
    if (scenario.input_ends) json["input_ends"] = true;
    if (!scenario.arguments.empty()) json["arguments"] = scenario.arguments;
    for (const ModuleSource& module : scenario.modules) {
        Json each = {{"name", module.name}, {"source", module.source}};
        if (!module.file_name.empty()) each["file"] = module.file_name;
        if (module.package) each["package"] = true;
        json["modules"].push_back(std::move(each));
    }
    for (const Knob& knob : knobs())
        if (scenario.spec.*knob.field != knob.default_value)
            json["machine"][knob.name] = scenario.spec.*knob.field;
    for (const Decision& decision : scenario.decisions)
        json["decisions"].push_back({{"thread", decision.thread},
                                     {"point", decision.point},
                                     {"kind", name_of(decision.kind)},
                                     {"option", decision.option}});
    if (scenario.position != Position{})
        json["position"] = {{"thread", scenario.position.thread},
                            {"event", scenario.position.event},
                            {"offset", scenario.position.offset}};
    if (scenario.trace_prefix != 0) json["trace"] = scenario.trace_prefix;
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<Scenario> scenario_from_json(std::string_view text) {
    if (text.size() > scenario_size_bytes_max)
        return Error{ErrorCode::link_too_large, {std::to_string(scenario_size_bytes_max)}, {}, {}};
    const Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded()) return syntax_error(text);
    if (!json.is_object()) return field_error("{}", Reason::an_object);
    Reader reader;
    uint32_t version = 0;
    reader.number(json, "", "meada", version);
    if (!reader.error && version == 0) return field_error("meada", Reason::a_format_version);
    if (!reader.error && version > scenario_version)
        return Error{ErrorCode::link_version,
                     {std::to_string(version), std::to_string(scenario_version)}, {}, "meada"};
    Scenario scenario;
    reader.text(json, "file", 255, scenario.file_name);
    if (!json.contains("source")) return field_error("source", Reason::a_string);
    reader.text(json, "source", source_size_bytes_max, scenario.source);
    reader.text(json, "input", source_size_bytes_max, scenario.input);
    reader.flag(json, "", "input_ends", scenario.input_ends);
    read_arguments(reader, json, scenario);
    read_modules(reader, json, scenario);
    read_machine(reader, json, scenario);
    read_decisions(reader, json, scenario);
    if (const Json* position = reader.find(json, "position")) {
        if (!position->is_object()) return field_error("position", Reason::an_object);
        reader.number(*position, "position.", "thread", scenario.position.thread);
        reader.number(*position, "position.", "event", scenario.position.event);
        reader.number(*position, "position.", "offset", scenario.position.offset);
    }
    reader.number(json, "", "trace", scenario.trace_prefix);
    if (reader.error) return *reader.error;
    return scenario;
}

}  // namespace meada
