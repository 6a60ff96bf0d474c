#include "cli/moment.h"

namespace meada {
namespace {

constexpr uint64_t slice_ns = 50'000'000;

void finish(Session& session) {
    while (session.advance(slice_ns).state == Progress::State::working) {}
}

std::string place_text(const NamedPlace& place) {
    const std::string number = std::to_string(place.number);
    switch (place.kind) {
        case NamedPlace::Kind::start: return "start";
        case NamedPlace::Kind::end: return "end";
        case NamedPlace::Kind::event: return "event:" + number;
        case NamedPlace::Kind::time: return "time:" + number;
        case NamedPlace::Kind::line: return "line:" + number;
        case NamedPlace::Kind::position: break;
    }
    return to_text(place.position);
}

void apply_all(Session& session, std::initializer_list<Command> commands) {
    for (const Command& command : commands) {
        (void)session.apply(command);
        finish(session);
    }
}

enum class Found : uint8_t { yes, never, given_up };

Found found_if(const Session& session, bool there) {
    if (session.gave_up()) return Found::given_up;
    return there ? Found::yes : Found::never;
}

// A time is looked up among the events that there are: recorded up to there first.
Found go_to_time(Session& session, TimeNs time_ns) {
    (void)session.apply(command::Run{});
    while (session.advance(slice_ns).state == Progress::State::working)
        if (session.moment().end_ns > time_ns) break;
    const Found found = found_if(session, time_ns <= session.moment().end_ns);
    if (found == Found::yes) apply_all(session, {command::Pause{}, command::SeekTime{time_ns}});
    return found;
}

Found go_to(Session& session, const NamedPlace& place) {
    switch (place.kind) {
        case NamedPlace::Kind::start: return Found::yes;
        case NamedPlace::Kind::end:
            apply_all(session, {command::Run{}});
            return found_if(session, true);
        case NamedPlace::Kind::event:
            apply_all(session, {command::SeekEvent{place.number - 1}});
            return found_if(session, session.moment().cursor_event == place.number);
        case NamedPlace::Kind::time: return go_to_time(session, place.number);
        case NamedPlace::Kind::line: {
            apply_all(session, {command::RunToLine{static_cast<uint32_t>(place.number),
                                                   Direction::forward}});
            const Moment& moment = session.moment();
            return found_if(session, !(moment.ended && moment.cursor_event == moment.end_event));
        }
        case NamedPlace::Kind::position: break;
    }
    apply_all(session, {command::Seek{place.position}});
    const Position& here = session.moment().position;
    return found_if(session, here.thread == place.position.thread &&
                                 here.event == place.position.event);
}

int report_given_up(const Session& session, const std::string& place) {
    const Moment& moment = session.moment();
    const Texts words = texts();
    return report(Error{ErrorCode::search_given_up,
                        {place, words.count(moment.cursor_instruction),
                         words.count(moment.cursor_event), words.time(moment.cursor_ns)},
                        {}, place});
}

}  // namespace

int go_to_moment(const Options& options, Session& session) {
    Result<Scenario> scenario = read_scenario(options);
    if (!scenario) return report(scenario.error());
    // A link says nothing of the folders on this machine.
    scenario->file_name.erase(0, scenario->file_name.find_last_of('/') + 1);
    scenario->program.clear();
    for (ModuleSource& module : scenario->modules)
        if (module.file_name.starts_with('/'))  // from a folder of --path
            module.file_name = file_of_module(module.name, module.package);
    if (scenario->source.size() > source_size_bytes_max)
        return report(Error{ErrorCode::file_too_large,
                            {options.file, std::to_string(source_size_bytes_max)}, {}, {}});
    if (options.at) {
        scenario->position = {};
        scenario->trace_prefix = 0;
    }
    session.limit_all_work();
    if (auto opened = session.open(*scenario); !opened)
        return report_in_script(opened.error(), *scenario);
    finish(session);
    if (session.gave_up()) return report_given_up(session, to_text(scenario->position));
    if (session.anchor() == Anchor::other_run) tell(TextId::anchor_other_run);
    if (session.anchor() == Anchor::unreached) tell(TextId::anchor_unreached);
    if (!options.at) return 0;
    const std::string place = place_text(*options.at);
    switch (go_to(session, *options.at)) {
        case Found::yes: break;
        case Found::never: return report(Error{ErrorCode::position_unreached, {place}, {}, place});
        case Found::given_up: return report_given_up(session, place);
    }
    return 0;
}

}  // namespace meada
