// window.meada: the session's JSON as the page's interface. A call {"method": "step", …} gives the
// state after it, or {"error": "words"}.
#include <nlohmann/json.hpp>

#include "app/app.h"

namespace meada::app {

namespace {

using json = nlohmann::ordered_json;  // one kind in all of the program: each is 15 KB

// A call may wait this long for its answer; longer work goes on in the frames after it.
constexpr int call_slices_max = 25;
constexpr uint64_t call_slice_ns = 4'000'000;

std::string failed(const std::string& words) { return json{{"error", words}}.dump(); }

std::string state_after(App& app, Session& session) {
    app.opening = {};
    for (int i = 0; i < call_slices_max; ++i)
        if (session.advance(call_slice_ns).state == Progress::State::idle) break;
    platform::request_frame();
    return session.state_json();
}

std::string text_of(const json& from, const char* name) {
    const auto found = from.find(name);
    return found != from.end() && found->is_string() ? found->get<std::string>() : std::string();
}

uint64_t number_of(const json& from, const char* name) {
    const auto found = from.find(name);
    return found != from.end() && found->is_number_unsigned() ? found->get<uint64_t>() : 0;
}

std::string apply(App& app, Session& session, const Command& command) {
    const Result<bool> done = session.apply(command);
    if (!done) return failed(word_error(app.texts.language, done.error()));
    return state_after(app, session);
}

std::string load(App& app, Session& session, const json& call) {
    app.script_name = "script.py";
    app.example = -1;
    app.first_visit = false;
    app.editor.breakpoints.clear();
    set_text(app.editor.buffer, text_of(call, "source"));
    Scenario scenario;
    scenario.source = app.editor.buffer.text;
    scenario.spec = session.scenario_here().spec;
    platform::retry_downloads();
    const Result<bool> opened = session.open(scenario);
    app.errors.clear();
    if (!opened) {
        app.errors = {opened.error()};
        return failed(word(app, opened.error()));
    }
    app.opened_source = app.editor.buffer.text;
    return state_after(app, session);
}

std::string step(App& app, Session& session, const json& call) {
    static constexpr const char* kinds[] = {"instruction", "line",          "over",  "out",
                                            "event",       "thread_switch", "output", "uncaught",
                                            "raised"};
    const std::string kind = text_of(call, "kind");
    for (size_t i = 0; i < std::size(kinds); ++i) {
        if (kind != kinds[i]) continue;
        const Direction direction =
            text_of(call, "direction") == "backward" ? Direction::backward : Direction::forward;
        return apply(app, session, command::Step{StepKind(i), direction});
    }
    return failed("step: no such kind: " + kind);
}

// {"cores": 8, "gil": "none"} over the present machine, or the name of one.
std::string machine(App& app, Session& session, const json& call) {
    MachineSpec spec = session.scenario_here().spec;
    const json given = call.value("machine", json());
    Result<bool> set = true;
    if (given.is_string()) {
        set = apply_preset(spec, given.get<std::string>());
        if (set) spec = view::preset_machine(spec, given.get<std::string>());
    } else if (!given.is_object()) {
        return failed("machine: neither knobs nor a name");
    }
    for (const auto& [name, value] : given.items()) {
        if (!given.is_object() || !set) break;
        if (value.is_number_unsigned())
            set = set_knob(spec, name, value.get<uint64_t>());
        else
            set = set_knob(spec, name, value.is_string() ? value.get<std::string>() : value.dump());
    }
    if (set) set = check(spec);
    if (!set) return failed(word_error(app.texts.language, set.error()));
    if (!set_machine(app, session, spec)) return failed("machine");
    return state_after(app, session);
}

// What an expression is at the moment, on a copy of the run.
std::string evaluate(Session& session, const json& call) {
    static constexpr const char* states[] = {"value", "raised", "waits", "too_long"};
    const Evaluated said =
        session.evaluate(Serial(number_of(call, "actor")), text_of(call, "expression"));
    return json{{"state", states[size_t(said.state)]}, {"text", said.text}, {"output", said.output}}
        .dump(-1, ' ', false, json::error_handler_t::replace);
}

// {"name": "step_forward"}, as commands.def has it; done with the next frame.
std::string ask(App& app, const json& call) {
    const std::string name = text_of(call, "name");
    PaletteChoice choice{.command = command_of(name)};
    if (choice.command == CommandId::none) {
        const std::vector<PaletteRow> rows = palette_rows(app.texts);
        const auto row = std::ranges::find(rows, name, &PaletteRow::key);
        if (row == rows.end()) return failed("command: no such: " + name);
        choice = row->choice;
    }
    app.asked.push_back(std::move(choice));
    platform::request_frame();
    return "null";
}

// Where the cursor stands and how far the recording goes: what every frame may ask.
std::string place(const Moment& moment) {
    return json{{"run", moment.run},
                {"event", moment.cursor_event},
                {"instruction", moment.cursor_instruction},
                {"end_event", moment.end_event},
                {"end_instruction", moment.end_instruction}}
        .dump();
}

std::string seek(App& app, Session& session, const json& call) {
    const auto found = call.find("position");
    if (found == call.end() || !found->is_object()) return failed("seek: no position");
    if (found->contains("time_ns"))
        return apply(app, session, command::SeekTime{number_of(*found, "time_ns")});
    const Position position{Serial(number_of(*found, "thread")), number_of(*found, "event"),
                            number_of(*found, "offset")};
    return apply(app, session, command::Seek{position});
}

}  // namespace

void offer_controls(App& app) {
    const std::string language(language_tag(app.texts.language));
    if (app.controls_language == language) return;
    app.controls_language = language;
    json controls = json::array();
    for (size_t i = 0; i < command_count; ++i) {
        const auto command = CommandId(i);
        const CommandRow& row = row_of(command);
        if (row.needs == Needs::editor) continue;  // its keys are heard in the text field
        controls.push_back({{"name", row.name},
                            {"label", app.texts[row.words]},
                            {"key", key_words(app.texts, command)}});
    }
    for (const PaletteRow& row : palette_rows(app.texts))
        controls.push_back({{"name", row.key}, {"label", row.label}, {"key", ""}});
    platform::offer_controls(json{{"language", language},
                                  {"label", app.texts[TextId::controls_label]},
                                  {"controls", controls}}
                                 .dump());
}

std::string called(App& app, Session& session, std::string_view text) {
    const json call = json::parse(text, nullptr, false);
    if (call.is_discarded() || !call.is_object()) return failed("not JSON");
    const std::string method = text_of(call, "method");
    if (method == "load") return load(app, session, call);
    if (method == "run") return apply(app, session, command::Run{});
    if (method == "input") return apply(app, session, command::GiveInput{text_of(call, "text")});
    if (method == "step") return step(app, session, call);
    if (method == "seek") return seek(app, session, call);
    if (method == "evaluate") return evaluate(session, call);
    if (method == "machine") return machine(app, session, call);
    if (method == "command") return ask(app, call);
    const size_t index = number_of(call, "index");
    if (method == "goToChoice") return apply(app, session, command::SeekChoice{index});
    if (method == "choose") return apply(app, session, command::Choose{uint32_t(index)});
    if (method == "goToBranch") return apply(app, session, command::GoToBranch{index});
    if (method == "removeBranch") return apply(app, session, command::RemoveBranch{index});
    if (method == "everyOrder") return apply(app, session, command::ExploreOrders{});
    if (method == "openOutcome") return apply(app, session, command::OpenOutcome{index});
    if (method == "state") return session.state_json();
    if (method == "place") return place(session.moment());
    if (method == "link") return json(make_link(session)).dump();
    return failed("no such method: " + method);
}

}  // namespace meada::app
