#include "app/kept_script.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/hash.h"

namespace meada::app {

namespace {

using Json = nlohmann::ordered_json;

template <typename Number>
Number number_in(const Json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_number_unsigned() ? found->template get<Number>()
                                                                : Number{};
}

std::string words_in(const Json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

const Json& list_in(const Json& object, const char* name) {
    static const Json none = Json::array();
    const auto found = object.find(name);
    return found != object.end() && found->is_array() ? *found : none;
}

Json json_of(const KeptScript& kept) {
    Json breakpoints = Json::array();
    for (const command::Breakpoint& each : kept.breakpoints)
        breakpoints.push_back({{"line", each.line},
                               {"condition", each.condition},
                               {"message", each.message},
                               {"hit", each.hit}});
    return {{"script", kept.script},     {"breakpoints", std::move(breakpoints)},
            {"watches", kept.watches},   {"pinned", kept.pinned},
            {"from", kept.range_from_ns}, {"to", kept.range_to_ns}};
}

KeptScript kept_in(const Json& object) {
    KeptScript kept;
    kept.script = number_in<uint64_t>(object, "script");
    for (const Json& each : list_in(object, "breakpoints")) {
        if (!each.is_object()) continue;
        command::Breakpoint read{number_in<uint32_t>(each, "line"), words_in(each, "condition"),
                                 words_in(each, "message"), number_in<uint32_t>(each, "hit")};
        if (read.line > 0) kept.breakpoints.push_back(std::move(read));
    }
    std::ranges::sort(kept.breakpoints, {}, &command::Breakpoint::line);
    for (const Json& each : list_in(object, "watches"))
        if (each.is_string()) kept.watches.push_back(each.get<std::string>());
    for (const Json& each : list_in(object, "pinned"))
        if (each.is_number_unsigned()) kept.pinned.push_back(each.get<Serial>());
    kept.range_from_ns = number_in<TimeNs>(object, "from");
    kept.range_to_ns = std::max(kept.range_from_ns, number_in<TimeNs>(object, "to"));
    return kept;
}

}  // namespace

uint64_t script_key(std::string_view source) {
    return hash_bytes(hash_start,
                      {reinterpret_cast<const uint8_t*>(source.data()), source.size()});
}

KeptScript kept_of(const std::vector<KeptScript>& all, uint64_t script) {
    const auto found = std::ranges::find(all, script, &KeptScript::script);
    return found == all.end() ? KeptScript{.script = script} : *found;
}

void keep(std::vector<KeptScript>& all, KeptScript kept) {
    std::erase_if(all, [&](const KeptScript& each) { return each.script == kept.script; });
    if (kept == KeptScript{.script = kept.script}) return;
    if (all.size() >= kept_scripts_max) all.erase(all.begin());
    all.push_back(std::move(kept));
}

std::string to_text(const std::vector<KeptScript>& all) {
    Json list = Json::array();
    for (const KeptScript& each : all) list.push_back(json_of(each));
    return list.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::vector<KeptScript> kept_scripts_from_text(std::string_view text) {
    std::vector<KeptScript> all;
    const Json list = Json::parse(text, nullptr, false);
    if (!list.is_array()) return all;
    for (const Json& each : list)
        if (each.is_object()) keep(all, kept_in(each));
    return all;
}

}  // namespace meada::app
