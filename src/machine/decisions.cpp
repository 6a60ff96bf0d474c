#include "machine/decisions.h"

#include <algorithm>
#include <tuple>

namespace meada {

std::string_view name_of(DecisionKind kind) {
    static constexpr std::string_view names[] = {
#define DECISION(name) #name,
#include "machine/decisions.def"
#undef DECISION
    };
    return names[static_cast<uint8_t>(kind)];
}

namespace {
bool before(const Decision& left, const Decision& right) {
    return std::tie(left.thread, left.point) < std::tie(right.thread, right.point);
}
}  // namespace

void DecisionLog::set(const Decision& decision) {
    const auto at = std::lower_bound(decisions_.begin(), decisions_.end(), decision, before);
    const bool there = at != decisions_.end() && !before(decision, *at);
    if (decision.option == 0) {
        if (there) decisions_.erase(at);
    } else if (there) {
        *at = decision;
    } else {
        decisions_.insert(at, decision);
    }
}

uint32_t DecisionLog::option(Serial thread, Count point, DecisionKind kind,
                             uint32_t option_count) const {
    const Decision wanted{thread, point, kind, 0};
    const auto at = std::lower_bound(decisions_.begin(), decisions_.end(), wanted, before);
    if (at == decisions_.end() || before(wanted, *at)) return 0;
    if (at->kind != kind || at->option >= option_count) return 0;
    return at->option;
}

}  // namespace meada
