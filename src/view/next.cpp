#include "view/next.h"

#include <algorithm>

#include "view/tasks.h"

namespace meada::view {
namespace {

constexpr size_t last_line_max = 40;  // bytes of what a branch prints last

TextId why_chosen(const Moment& moment, DecisionKind kind) {
    switch (kind) {
        case DecisionKind::next_thread:
            return moment.spec->gil_mode() == GilMode::none ? TextId::next_choice_core
                                                            : TextId::next_choice_gil;
        case DecisionKind::hand_over: return TextId::next_choice_hand_over;
        case DecisionKind::timer_tie: return TextId::next_choice_timer;
        case DecisionKind::random_seed:
        case DecisionKind::at_access: break;
    }
    return TextId::next_choice_access;
}

// A task where one runs, because that is what one follows.
const ThreadState* who_runs(const MachineState& state) {
    for (const ThreadState& thread : state.threads)
        if (thread.state == RunState::running) return &thread;
    return nullptr;
}

TextId why_none(const Moment& moment, const ThreadState* running) {
    const MachineState& state = *moment.state;
    const bool at_end = moment.ended && moment.cursor_event >= moment.end_event;
    if (at_end && moment.stuck) return TextId::next_why_stuck;
    if (at_end) return TextId::next_why_ended;
    if (!running) return TextId::next_why_asleep;
    const bool in_loop = std::ranges::any_of(state.loops, [&](const LoopState& loop) {
        return loop.running && loop.thread == running->serial;
    });
    const auto could_run = std::ranges::count_if(state.threads, [](const ThreadState& thread) {
        return thread.state == RunState::ready || thread.state == RunState::running;
    });
    const bool alone = could_run < 2;
    if (in_loop && alone) return TextId::next_why_loop;
    if (alone) return TextId::next_why_one;
    return moment.spec->gil_mode() == GilMode::none ? TextId::next_why_cores
                                                    : TextId::next_why_gil;
}

NextRow row_of(const Actors& actors, const Texts& texts, Serial serial) {
    NextRow row;
    row.serial = serial;
    const Actor* actor = actors.find(serial);
    row.name = actor ? actor->name : thing_name({}, actors, texts, serial);
    row.yarn = actor ? actor->yarn : 0;
    return row;
}

uint32_t script_line(const std::vector<FrameState>& frames) {
    for (const FrameState& frame : frames)
        if (!frame.library) return frame.range.line;
    return 0;
}

void add_who_goes_on(NextView& view, const Moment& moment, const ThreadState& running,
                     const Actors& actors, const Texts& texts) {
    NextRow row = row_of(actors, texts, running.task != 0 ? running.task : running.serial);
    row.line = script_line(running.frames);
    row.taken = true;
    for (const TaskState& task : moment.state->tasks)
        if (task.serial == running.task) row.line = script_line(task.frames);
    view.rows.push_back(std::move(row));
}

void add_options(NextView& view, const Next& next, const Actors& actors, const Texts& texts) {
    const Choice& choice = *next.choice;
    for (size_t i = 0; i < choice.options.size(); ++i) {
        NextRow row = row_of(actors, texts, choice.options[i]);
        row.option = static_cast<uint32_t>(i);
        row.taken = choice.taken.option == row.option;
        if (i < next.previews.size()) {
            const Preview& preview = *next.previews[i];
            row.line = preview.line;
            if (preview.told)
                row.deed = narration(preview.moment, actors, texts).pieces;
            else
                row.deed = {{PieceKind::words, texts[TextId::next_computes], 0, false, 0}};
        }
        view.rows.push_back(std::move(row));
    }
    view.more_count = choice.option_count - choice.options.size();
}

std::string last_line(const std::string& output) {
    if (output.empty()) return {};
    const size_t end = output.size() - 1;
    const size_t before = end == 0 ? output.npos : output.rfind('\n', end - 1);
    std::string line = output.substr(before == output.npos ? 0 : before + 1);
    line.pop_back();
    if (line.size() <= last_line_max) return line;
    size_t size = last_line_max;
    while (size > 0 && (uint8_t(line[size]) & 0xC0) == 0x80) --size;
    return line.substr(0, size) + "…";
}

std::string outcome_words(const Branch& branch, const Texts& texts) {
    if (!branch.ended) return texts[TextId::branch_unknown];
    if (branch.stuck) return texts[TextId::branch_deadlock];
    const std::string exit = std::to_string(branch.exit_status), line = last_line(branch.output);
    if (line.empty()) return texts(TextId::branch_exit, {exit});
    return texts(TextId::branch_exit_prints, {exit, line});
}

}  // namespace

NextView next_view(const Moment& moment, const Next& next, const Actors& actors,
                   const Texts& texts) {
    NextView view;
    if (!moment.state || moment.run == 0) return view;
    view.is_choice = next.choice != nullptr;
    view.before = next.before;
    view.after = next.after;
    if (next.choice) {
        view.why = texts(why_chosen(moment, next.choice->taken.kind),
                         {texts.count(next.choice->option_count)});
        add_options(view, next, actors, texts);
    } else {
        const ThreadState* running = who_runs(*moment.state);
        view.why = texts(why_none(moment, running),
                         {texts.time(moment.state->switch_interval_ns)});
        if (running) add_who_goes_on(view, moment, *running, actors, texts);
    }
    if (next.index)
        view.count_words = texts(TextId::next_number, {texts.count(*next.index + 1),
                                                       texts.count(next.count)});
    else if (next.count > 0)
        view.count_words = texts(TextId::next_count, {texts.count(next.count)});
    else if (moment.ended)
        view.count_words = texts[TextId::next_count_none];
    return view;
}

std::vector<BranchRow> branch_rows(const Branches& branches, const Actors& actors,
                                   const Texts& texts) {
    std::vector<BranchRow> rows;
    for (size_t i = 0; i < branches.all().size(); ++i) {
        const Branch& branch = branches.all()[i];
        BranchRow row;
        row.index = i;
        row.name = i == 0 ? texts[TextId::branch_first]
                          : texts(TextId::branch_number, {texts.count(branch.number)});
        if (branch.found) row.chosen = texts[TextId::branch_found];
        if (branch.thread != 0) {
            const NextRow who = row_of(actors, texts, branch.thread);
            row.chosen = texts(TextId::branch_chosen, {who.name, texts.time(branch.from_ns)});
            row.yarn = who.yarn;
        }
        row.here = i == branches.here();
        row.outcome = outcome_words(branch, texts);
        row.known = branch.ended;
        row.bad = branch.ended && (branch.stuck || branch.failed || branch.exit_status != 0);
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace meada::view
