// The commands that lead to another run of the same script: choosing, branches, orders, comparing.
#include "session/inside.h"

namespace meada {

void Session::Inside::work_orders(uint64_t budget_ns) {
    if (!order_search->advance(budget_ns)) orders.state = Orders::State::done;
}

void Session::Inside::seek_choice(size_t index) {
    const Choices& choices = history->choices();
    if (index >= choices.size()) return;
    seek_event(choices[index].event);
    job.undecided = choices[index];
}

// An instruction may make an event and the choice after it: then the cursor stands before the
// instruction.
bool Session::Inside::before_choice() {
    const bool at_instruction = job.target.kind == Target::Kind::instruction;
    if (!at_instruction)
        job.target = {Target::Kind::instruction, job.undecided->instruction};
    else if (job.target.number == 0 || job.target.number + 3 < job.undecided->instruction)
        return false;
    else
        --job.target.number;
    return true;
}

Scenario Session::Inside::scenario_of(const Branch& branch) const {
    Scenario out = scenario;
    out.spec = branch.spec;
    out.decisions = branch.decisions;
    out.position = branch.from;
    out.trace_prefix = 0;
    return out;
}

bool Session::is_about_branches(const Command& command) {
    return std::holds_alternative<command::Choose>(command) ||
           std::holds_alternative<command::GoToBranch>(command) ||
           std::holds_alternative<command::RemoveBranch>(command) ||
           std::holds_alternative<command::ExploreOrders>(command) ||
           std::holds_alternative<command::StopExploring>(command) ||
           std::holds_alternative<command::OpenOutcome>(command) ||
           std::holds_alternative<command::Compare>(command) ||
           std::holds_alternative<command::StopComparing>(command);
}

Result<bool> Session::apply_to_branches(const Command& command) {
    Inside& inside = *inside_;
    if (const auto* it = std::get_if<command::Choose>(&command)) return choose(it->option);
    if (std::holds_alternative<command::ExploreOrders>(command)) return explore_orders();
    if (const auto* it = std::get_if<command::Compare>(&command)) return compare(*it);
    if (std::holds_alternative<command::StopComparing>(command)) inside.beside = nullptr;
    if (const auto* it = std::get_if<command::RemoveBranch>(&command))
        (void)inside.branches.remove(it->index);
    if (std::holds_alternative<command::StopExploring>(command) &&
        inside.orders.state == Orders::State::looking)
        inside.orders.state = Orders::State::stopped;
    const auto* to = std::get_if<command::GoToBranch>(&command);
    if (to && to->index < inside.branches.all().size() && to->index != inside.branches.here()) {
        // They part where the one leaves the other; the first one never left any.
        const Branch& there = inside.branches.all()[to->index];
        Scenario scenario = inside.scenario_of(there);
        if (there.number == inside.branches.current().parent)
            scenario.position = inside.branches.current().from;
        auto started = start(scenario);
        if (started) inside.branches.go_to(to->index);
        return started;
    }
    const auto* outcome = std::get_if<command::OpenOutcome>(&command);
    if (outcome && inside.orders.found && outcome->index < inside.orders.found->outcomes.size()) {
        Branch branch;
        branch.spec = inside.order_search->spec();
        branch.decisions = inside.orders.found->outcomes[outcome->index].decisions;
        branch.found = true;
        return enter(std::move(branch));
    }
    return true;
}

Result<bool> Session::enter(Branch branch) {
    auto started = start(inside_->scenario_of(branch));
    if (started) inside_->branches.enter(std::move(branch));
    return started;
}

Result<bool> Session::choose(uint32_t option) {
    Inside& inside = *inside_;
    const Choice* choice = next().choice;
    if (!choice || option >= choice->option_count || option == choice->taken.option) return true;
    const Machine& cursor = inside.history->cursor();
    DecisionLog log;
    for (const Decision& decision : inside.scenario.decisions)
        if (decided(cursor, decision)) log.set(decision);
    Branch branch;
    branch.spec = inside.scenario.spec;
    branch.chosen = choice->taken;
    branch.chosen.option = option;
    log.set(branch.chosen);
    branch.decisions = log.decisions();
    branch.from = inside.history->position_of(cursor);
    branch.from_ns = cursor.now_ns();
    if (option < choice->options.size()) branch.thread = choice->options[option];
    return enter(std::move(branch));
}

Result<bool> Session::explore_orders() {
    Inside& inside = *inside_;
    auto search = OrderSearch::open(inside.scenario);
    if (!search) return search.error();
    inside.order_search = std::move(*search);
    inside.orders.state = Orders::State::looking;
    inside.orders.found = &inside.order_search->found();
    return true;
}

// It runs to its end or as far as the limits of history and of a search go.
Result<bool> Session::compare(const command::Compare& with) {
    Inside& inside = *inside_;
    Scenario scenario = inside.scenario;
    scenario.spec = with.spec;
    scenario.decisions = with.decisions;
    scenario.position = {};
    scenario.trace_prefix = 0;
    auto beside = std::make_unique<Session>();
    beside->limit_all_work();
    if (auto opened = beside->open(scenario); !opened) return opened;
    (void)beside->apply(command::Run{});
    inside.beside = std::move(beside);
    return true;
}

const Next& Session::next() const {
    static const Next none;
    return inside_->history ? inside_->next.update(*inside_->history) : none;
}

const Branches& Session::branches() const { return inside_->branches; }

const Orders& Session::orders() const { return inside_->orders; }

const Moment* Session::compared() const {
    return inside_->beside ? &inside_->beside->moment() : nullptr;
}

}  // namespace meada
