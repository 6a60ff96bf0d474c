#include "cli/moment.h"

namespace meada {
namespace {

constexpr uint64_t slice_ns = 1'000'000'000;

void finish(Session& session) {
    while (session.advance(slice_ns).state == Progress::State::working) {}
}

std::string place_text(const Place& place) {
    const std::string number = std::to_string(place.number);
    switch (place.kind) {
        case Place::Kind::start: return "start";
        case Place::Kind::end: return "end";
        case Place::Kind::event: return "event:" + number;
        case Place::Kind::time: return "time:" + number;
        case Place::Kind::line: return "line:" + number;
        case Place::Kind::position: break;
    }
    return to_text(place.position);
}

void apply_all(Session& session, std::initializer_list<Command> commands) {
    for (const Command& command : commands) {
        (void)session.apply(command);
        finish(session);
    }
}

// False: the run never comes there.
bool go_to(Session& session, const Place& place) {
    switch (place.kind) {
        case Place::Kind::start: return true;
        case Place::Kind::end: apply_all(session, {command::Run{}}); return true;
        case Place::Kind::event:
            apply_all(session, {command::SeekEvent{place.number - 1}});
            return session.moment().cursor_event == place.number;
        case Place::Kind::time:
            // Recorded first: a time is looked up among the events that there are.
            apply_all(session, {command::Run{}, command::SeekTime{TimeNs{place.number}}});
            return place.number <= session.moment().end_ns;
        case Place::Kind::line: {
            apply_all(session, {command::SetBreakpoints{{static_cast<uint32_t>(place.number)}},
                                command::Continue{Direction::forward}});
            const Moment& moment = session.moment();
            return !(moment.ended && moment.cursor_event == moment.end_event);
        }
        case Place::Kind::position: break;
    }
    apply_all(session, {command::Seek{place.position}});
    const Position& here = session.moment().position;
    return here.thread == place.position.thread && here.event == place.position.event;
}

}  // namespace

int go_to_moment(const Options& options, Session& session) {
    Result<Scenario> scenario = read_scenario(options);
    if (!scenario) return report(scenario.error());
    // A link says nothing of the folders on this machine.
    scenario->file_name.erase(0, scenario->file_name.find_last_of('/') + 1);
    if (scenario->source.size() > source_size_bytes_max)
        return report(Error{ErrorCode::file_too_large,
                            {options.file, std::to_string(source_size_bytes_max)}, {}, {}});
    if (options.at) {
        scenario->position = {};
        scenario->trace_prefix = 0;
    }
    if (auto opened = session.open(*scenario); !opened)
        return report_in_script(opened.error(), *scenario);
    finish(session);
    if (session.anchor() == Anchor::other_run) tell(TextId::anchor_other_run);
    if (session.anchor() == Anchor::unreached) tell(TextId::anchor_unreached);
    if (options.at && !go_to(session, *options.at)) {
        const std::string place = place_text(*options.at);
        return report(Error{ErrorCode::position_unreached, {place}, {}, place});
    }
    return 0;
}

}  // namespace meada
