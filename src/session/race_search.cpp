#include "session/race_search.h"

#include <chrono>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "history/history.h"
#include "library/library.h"

namespace meada {
namespace {

using RaceJson = nlohmann::ordered_json;

constexpr uint64_t race_slice_instructions = 2'000;

RaceJson side_json(const RaceSide& side) {
    RaceJson stack = RaceJson::array();
    for (const RaceLine& line : side.stack)
        stack.push_back({{"file", line.file}, {"line", line.line}, {"function", line.function}});
    return {{"thread", side.thread}, {"writes", side.writes}, {"stack", stack}};
}

RaceJson race_json(const Race& race) {
    return {{"name", race.name},
            {"first", side_json(race.first)},
            {"second", side_json(race.second)},
            {"guard", race.guard.empty() ? RaceJson() : RaceJson(race.guard)},
            {"fails_with_gil", race.fails_with_gil},
            {"count", race.count}};
}

}  // namespace

Result<std::unique_ptr<RaceSearch>> RaceSearch::open(const Scenario& scenario) {
    auto machine = make_machine(scenario, linked_boot_image());
    if (!machine) return machine.error();
    auto search = std::make_unique<RaceSearch>();
    search->machine_ = std::move(*machine);
    search->pass_ = std::make_unique<RacePass>(*search->machine_);
    return search;
}

bool RaceSearch::advance(uint64_t budget_ns) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::nanoseconds(budget_ns);
    do {
        if (!pass_->advance(race_slice_instructions)) return false;
    } while (std::chrono::steady_clock::now() < end);
    return true;
}

std::string RaceSearch::json() const {
    RaceJson races = RaceJson::array();
    for (const Race& race : pass_->races()) races.push_back(race_json(race));
    char hash[17];
    std::snprintf(hash, sizeof hash, "%016llx",
                  static_cast<unsigned long long>(machine_->trace_hash()));
    const RaceJson json = {{"trace_hash", hash}, {"races", races}};
    return json.dump(1, ' ', false, RaceJson::error_handler_t::replace);
}

}  // namespace meada
