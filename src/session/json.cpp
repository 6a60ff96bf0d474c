// The moment as JSON: window.meada.state().
#include <cstdio>

#include <nlohmann/json.hpp>

#include "session/session.h"

namespace meada {
namespace {

using Json = nlohmann::ordered_json;

const char* name_of(RunState state) {
    static constexpr const char* names[] = {"created", "ready", "running", "waiting", "ended"};
    return names[static_cast<uint8_t>(state)];
}

const char* name_of(WaitReason reason) {
    static constexpr const char* names[] = {
#define WAIT_REASON(value) #value,
#include "machine/states.def"
    };
    return names[static_cast<uint8_t>(reason)];
}

Json frames_json(const std::vector<FrameState>& frames) {
    Json list = Json::array();
    for (const FrameState& frame : frames) {
        if (frame.library) continue;
        Json locals = Json::object();
        for (const VariableState& local : frame.locals) locals[local.name] = local.text;
        list.push_back({{"function", frame.function},
                        {"line", frame.range.line},
                        {"locals", std::move(locals)}});
        if (!frame.file.empty()) list.back()["file"] = frame.file;
    }
    return list;
}

// Choices by name, as set_knob takes them.
Json machine_json(const MachineSpec& spec) {
    Json object = Json::object();
    for (const Knob& knob : knobs()) {
        const uint64_t value = spec.*knob.field;
        if (const auto choices = choices_of(knob); choices.empty())
            object[knob.name] = value;
        else
            object[knob.name] = choices[value];
    }
    return object;
}

Json output_json(const Moment& moment) {
    Json list = Json::array();
    for (const OutputLine& line : *moment.output) {
        if (line.event >= moment.cursor_event) break;
        list.push_back({{"stream", line.stream == Stream::out ? "out" : "error"},
                        {"text", line.text},
                        {"time_ns", line.time_ns}});
    }
    return list;
}

Json log_json(const Moment& moment) {
    Json list = Json::array();
    if (!moment.log) return list;
    for (const LogLine& line : *moment.log) {
        if (line.instruction > moment.cursor_instruction) break;
        list.push_back({{"line", line.line}, {"text", line.text}, {"time_ns", line.time_ns}});
    }
    return list;
}

const char* name_of(StallKind kind) {
    static constexpr const char* names[] = {"deadlock", "endless_wait", "blocked_loop",
                                            "starvation", "abandoned_lock", "endless_thread"};
    return names[static_cast<uint8_t>(kind)];
}

Json findings_json(const Findings& findings) {
    Json list = Json::array();
    for (const Stall& stall : findings.stalls)
        list.push_back({{"kind", name_of(stall.kind)},
                        {"actor", stall.actor},
                        {"on", stall.on},
                        {"line", stall.line},
                        {"event", stall.event},
                        {"length_ns", stall.length_ns},
                        {"count", stall.count}});
    for (const Race& race : findings.races) {
        Json lines = Json::array(), instructions = Json::array();
        for (const RaceSide* side : {&race.first, &race.second}) {
            lines.push_back(side->stack.empty() ? 0 : side->stack.front().line);
            instructions.push_back(side->instruction);
        }
        list.push_back({{"kind", "race"},
                        {"name", race.name},
                        {"lines", lines},
                        {"instructions", instructions},
                        {"fails_with_gil", race.fails_with_gil},
                        {"count", race.count}});
    }
    return list;
}

const char* name_of(Orders::State state) {
    static constexpr const char* names[] = {"none", "looking", "done", "stopped"};
    return names[static_cast<uint8_t>(state)];
}

// Which threads could go next; `taken`: the option of this run.
Json next_json(const Next& next) {
    Json json = {{"choices", next.count}, {"options", Json::array()}};
    if (next.before) json["before"] = *next.before;
    if (next.after) json["after"] = *next.after;
    if (!next.choice) return json;
    json["index"] = *next.index;
    json["kind"] = name_of(next.choice->taken.kind);
    json["taken"] = next.choice->taken.option;
    for (const Serial serial : next.choice->options) json["options"].push_back(serial);
    return json;
}

Json branches_json(const Branches& branches) {
    Json list = Json::array();
    for (size_t i = 0; i < branches.all().size(); ++i) {
        const Branch& branch = branches.all()[i];
        Json row = {{"number", branch.number}, {"parent", branch.parent},
                    {"here", i == branches.here()}, {"decisions", branch.decisions.size()}};
        if (branch.ended)
            row.update({{"output", branch.output},
                        {"exit", branch.exit_status},
                        {"deadlock", branch.stuck}});
        list.push_back(std::move(row));
    }
    return list;
}

Json orders_json(const Orders& orders) {
    Json json = {{"state", name_of(orders.state)}};
    if (!orders.found) return json;
    json["complete"] = orders.found->complete;
    json["executions"] = orders.found->executions;
    json["outcomes"] = Json::array();
    for (const ExploreOutcome& outcome : orders.found->outcomes)
        json["outcomes"].push_back({{"output", outcome.output},
                                    {"exit", outcome.exit_status},
                                    {"deadlock", outcome.deadlock},
                                    {"count", outcome.count}});
    return json;
}

}  // namespace

std::string Session::state_json() const {
    const Moment& moment = this->moment();
    Json json;
    if (!moment.state) return "{}";
    json["position"] = {{"thread", moment.position.thread},
                        {"event", moment.position.event},
                        {"offset", moment.position.offset}};
    json["run"] = moment.run;
    json["event"] = moment.cursor_event;
    json["events"] = moment.end_event;
    json["instruction"] = moment.cursor_instruction;
    json["time_ns"] = moment.cursor_ns;
    json["end_ns"] = moment.end_ns;
    json["ended"] = moment.ended;
    json["waits_for_input"] = moment.waits_for_input;
    char hash[17];
    std::snprintf(hash, sizeof hash, "%016llx", static_cast<unsigned long long>(moment.trace_hash));
    json["trace_hash"] = hash;
    json["machine"] = machine_json(*moment.spec);
    json["cores"] = moment.state->cores;
    json["output"] = output_json(moment);
    json["log"] = log_json(moment);
    Json globals = Json::object();
    for (const VariableState& global : moment.state->globals) globals[global.name] = global.text;
    json["globals"] = std::move(globals);
    json["threads"] = Json::array();
    for (const ThreadState& thread : moment.state->threads)
        json["threads"].push_back({{"serial", thread.serial},
                                   {"name", thread.name},
                                   {"state", name_of(thread.state)},
                                   {"waits_for", name_of(thread.wait_reason)},
                                   {"core", thread.core},
                                   {"frames", frames_json(thread.frames)}});
    json["tasks"] = Json::array();
    for (const TaskState& task : moment.state->tasks)
        json["tasks"].push_back({{"serial", task.serial},
                                 {"name", task.name},
                                 {"state", name_of(task.state)},
                                 {"waits_for", name_of(task.wait_reason)},
                                 {"result", task.result},
                                 {"frames", frames_json(task.frames)}});
    json["findings"] = findings_json(findings());
    json["races_looked_for"] = findings().races_known != RacesKnown::not_yet;
    json["next"] = next_json(next());
    json["branches"] = branches_json(branches());
    json["orders"] = orders_json(orders());
    if (const Moment* other = compared())
        json["compared"] = {{"machine", machine_json(*other->spec)},
                            {"ended", other->ended},
                            {"end_ns", other->end_ns}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace meada
