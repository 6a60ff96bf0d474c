#include "view/orders.h"

#include <algorithm>

namespace meada::view {
namespace {

constexpr size_t prints_max = 200;  // bytes

bool is_bad(const ExploreOutcome& outcome) {
    return outcome.deadlock || !outcome.uncaught.empty() || outcome.exit_status != 0;
}

// One line of it all.
std::string one_line(const std::string& output) {
    std::string line;
    for (const char each : output) {
        if (line.size() >= prints_max && (uint8_t(each) & 0xC0) != 0x80) return line + "…";
        if (each == '\n') line += " ⏎ ";
        else line += each;
    }
    if (line.ends_with(" ⏎ ")) line.erase(line.size() - 5);
    return line;
}

std::string ends_with(const ExploreOutcome& outcome, const Texts& texts) {
    if (outcome.deadlock) return texts[TextId::branch_deadlock];
    if (outcome.uncaught.empty())
        return texts(TextId::branch_exit, {std::to_string(outcome.exit_status)});
    // "name: type: message"
    const std::string& first = outcome.uncaught.front();
    const size_t from = first.find(": ");
    const size_t type = from == first.npos ? 0 : from + 2;
    return first.substr(type, first.find(':', type) - type);
}

std::string verdict_of(const Exploration& found, uint64_t bad, const Texts& texts) {
    const std::string executions = texts.count(found.executions);
    const std::string outcomes = texts.count(found.outcomes.size());
    if (bad > 0)
        return texts(found.complete ? TextId::orders_fails : TextId::orders_fails_some,
                     {texts.count(bad), executions});
    if (found.outcomes.size() == 1)
        return texts[found.complete ? TextId::orders_one_way : TextId::orders_one_way_some];
    return texts(found.complete ? TextId::orders_ways : TextId::orders_ways_some, {outcomes});
}

std::string trust_of(const Orders& orders, const Texts& texts) {
    const Exploration& found = *orders.found;
    const std::string executions = texts.count(found.executions);
    if (orders.state == Orders::State::looking)
        return texts(TextId::orders_going, {executions, texts.count(orders.executions_max)});
    switch (why_incomplete(found)) {
        case Incomplete::no:
            return texts(TextId::orders_complete, {executions, texts.count(found.traces)});
        case Incomplete::pool: return texts(TextId::orders_pool, {executions});
        case Incomplete::kill: return texts(TextId::orders_kill, {executions});
        case Incomplete::signal: return texts(TextId::orders_signal, {executions});
        case Incomplete::cut_off:
            return texts(TextId::orders_cut, {executions, texts.count(found.cut_off)});
        case Incomplete::limit: break;
    }
    return texts(TextId::orders_limit, {executions});
}

}  // namespace

OrdersView orders_view(const Orders& orders, const Texts& texts) {
    OrdersView view;
    if (!orders.found) return view;
    const Exploration& found = *orders.found;
    view.looking = orders.state == Orders::State::looking;
    view.part = double(found.executions + found.cut_off) / double(orders.executions_max);
    view.complete = found.complete;
    view.trust = trust_of(orders, texts);
    view.any = !found.outcomes.empty();
    uint64_t bad = 0;
    for (size_t i = 0; i < found.outcomes.size(); ++i) {
        const ExploreOutcome& outcome = found.outcomes[i];
        OutcomeRow row;
        row.index = i;
        row.prints = one_line(outcome.output);
        row.prints_nothing = row.prints.empty();
        row.ends = ends_with(outcome, texts);
        row.bad = is_bad(outcome);
        row.share = double(outcome.count) / double(found.executions);
        row.count = texts(TextId::orders_of,
                          {texts.count(outcome.count), texts.count(found.executions)});
        if (row.bad) bad += outcome.count;
        view.rows.push_back(std::move(row));
    }
    std::ranges::sort(view.rows, [](const OutcomeRow& left, const OutcomeRow& right) {
        if (left.bad != right.bad) return right.bad;
        return left.share != right.share ? left.share > right.share : left.index < right.index;
    });
    view.bad = bad > 0;
    view.verdict = view.any ? verdict_of(found, bad, texts) : texts[TextId::orders_begins];
    view.has_deadlock = found.deadlocks > 0;
    const TextId none = found.complete ? TextId::orders_no_deadlock
                                       : TextId::orders_no_deadlock_yet;
    view.deadlocks = found.deadlocks > 0
                         ? texts(TextId::orders_deadlocks, {texts.count(found.deadlocks)})
                         : texts[none];
    if (found.failing > 0)
        view.crashes = texts(TextId::orders_crashes, {texts.count(found.failing)});
    return view;
}

}  // namespace meada::view
