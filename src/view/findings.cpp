#include "view/findings.h"

#include <algorithm>

#include "view/tasks.h"

namespace meada::view {
namespace {

// A row of texts.def with marked names put in.
struct Sentence {
    const std::map<Serial, std::string>& names;
    const Actors& actors;
    const Texts& texts;

    Piece plain_piece(std::string text) const {
        return {PieceKind::words, std::move(text), 0, false, 0};
    }
    Piece code(std::string text) const { return {PieceKind::code, std::move(text), 0, false, 0}; }
    Piece who(Serial serial) const {
        if (const Actor* actor = actors.find(serial))
            return {PieceKind::name, actor->name, actor->yarn, true, serial};
        if (const auto named = names.find(serial); named != names.end()) return code(named->second);
        const std::string name = thing_name({}, actors, texts, serial);
        return actors.syncs.count(serial) ? code(name) : plain_piece(name);
    }
    // A thread that is known by its name only.
    Piece called(const std::string& name) const {
        for (const auto& [serial, actor] : actors.all)
            if (!actor.is_task && actor.name == name) return who(serial);
        return code(name);
    }
    Piece time(TimeNs time_ns) const { return plain_piece(texts.time(time_ns)); }
    Piece count(uint64_t number) const { return plain_piece(texts.count(number)); }
    Piece line(uint32_t number) const { return plain_piece(texts.count(number)); }

    std::vector<Piece> operator()(TextId id, std::vector<Piece> arguments = {}) const {
        std::vector<Piece> out;
        for (const TextPiece& piece : text_pieces(texts.language, id)) {
            if (piece.argument < 0) out.push_back(plain_piece(std::string(piece.words)));
            else if (size_t(piece.argument) < arguments.size())
                out.push_back(arguments[size_t(piece.argument)]);
        }
        return out;
    }
};

void add(std::vector<Piece>& out, std::vector<Piece> more) {
    if (!out.empty() && !more.empty()) out.push_back({PieceKind::words, " ", 0, false, 0});
    for (Piece& piece : more) out.push_back(std::move(piece));
}

Finding deadlock(const Sentence& say, const Stall& stall) {
    Finding out;
    const std::vector<StallLink>& cycle = stall.cycle;
    if (cycle.size() == 1)
        out.title = say(TextId::finding_deadlock_self, {say.who(cycle[0].waiter)});
    else if (cycle.size() == 2)
        out.title = say(TextId::finding_deadlock_two,
                        {say.who(cycle[0].waiter), say.who(cycle[1].waiter)});
    else
        out.title = say(TextId::finding_deadlock_many, {say.count(cycle.size())});
    bool locks = true;
    for (const StallLink& link : cycle) {
        locks = locks && link.on != link.holder;
        if (link.on != link.holder)
            out.moments.push_back({say(TextId::finding_takes, {say.who(link.holder),
                                                               say.who(link.on)}),
                                   link.took_line, true, link.took_event, link.took_ns});
        out.moments.push_back(
            {say(link.on == link.holder ? TextId::finding_waits_end : TextId::finding_waits,
                 {say.who(link.waiter), say.who(link.on)}),
             link.wait_line, true, link.wait_event, link.wait_ns});
    }
    std::ranges::sort(out.moments, {}, &FindingMoment::number);
    out.meaning = say(cycle.size() == 1 && locks ? TextId::finding_deadlock_self_means
                      : locks                    ? TextId::finding_deadlock_means
                                                 : TextId::finding_deadlock_circle_means);
    return out;
}

Finding endless_wait(const Sentence& say, const Stall& stall) {
    Finding out;
    out.title = say(TextId::finding_endless, {say.who(stall.actor)});
    const Piece what = stall.on != 0 ? say.who(stall.on)
                                     : say.plain_piece(say.texts[word_of(stall.reason)]);
    out.moments.push_back({say(TextId::finding_waits, {say.who(stall.actor), what}), stall.line,
                           true, stall.event, stall.begin_ns});
    out.meaning = say(TextId::finding_endless_means);
    return out;
}

Finding blocked_loop(const Sentence& say, const Stall& stall) {
    Finding out;
    const bool waits = stall.reason != WaitReason::none;
    out.bad = false;
    out.title =
        say(TextId::finding_blocked, {say.who(stall.actor), say.time(stall.length_ns)});
    out.moments.push_back({say(waits ? TextId::finding_call_begins : TextId::finding_work_begins,
                               {say.who(stall.actor)}),
                           stall.line, true, stall.event, stall.begin_ns});
    out.moments.push_back({say(TextId::finding_loop_again), 0, true, stall.end_event,
                           stall.begin_ns + stall.length_ns});
    out.meaning = say(waits ? TextId::finding_call_means : TextId::finding_work_means,
                      {say.plain_piece(say.texts[word_of(stall.reason)])});
    if (stall.other != 0 && say.actors.find(stall.other))
        add(out.meaning, say(TextId::finding_kept_waiting, {say.who(stall.other)}));
    if (stall.count > 1)
        add(out.meaning,
            say(TextId::finding_often, {say.count(stall.count), say.time(stall.total_ns)}));
    return out;
}

Finding starvation(const Sentence& say, const Stall& stall) {
    Finding out;
    out.bad = false;
    const Piece what = stall.on != 0 ? say.who(stall.on)
                                     : say.plain_piece(say.texts[stall.reason == WaitReason::gil
                                                                     ? TextId::finding_the_gil
                                                                     : TextId::finding_a_core]);
    out.title = say(TextId::finding_starves,
                    {say.who(stall.actor), say.time(stall.length_ns), what});
    out.moments.push_back({say(stall.lasts ? TextId::finding_still_waits
                                           : TextId::finding_gets_it,
                               {say.who(stall.actor)}),
                           stall.line, true, stall.event, stall.begin_ns + stall.length_ns});
    if (stall.count > 1)
        out.meaning =
            say(TextId::finding_overtaken, {say.who(stall.other), say.count(stall.count)});
    else
        out.meaning = say(TextId::finding_kept_from, {say.who(stall.other)});
    return out;
}

Finding abandoned_lock(const Sentence& say, const Stall& stall) {
    Finding out;
    out.bad = false;
    out.title = say(TextId::finding_abandoned, {say.who(stall.on)});
    out.moments.push_back({say(TextId::finding_takes, {say.who(stall.actor), say.who(stall.on)}),
                           stall.line, true, stall.event, stall.begin_ns});
    out.meaning = say(TextId::finding_abandoned_means, {say.who(stall.actor)});
    return out;
}

Finding endless_thread(const Sentence& say, const Stall& stall) {
    Finding out;
    out.title = say(TextId::finding_endless_thread, {say.who(stall.actor)});
    out.moments.push_back({say(TextId::finding_runs_on, {say.who(stall.actor)}), stall.line, true,
                           stall.event, stall.begin_ns});
    out.meaning = say(TextId::finding_endless_thread_means);
    return out;
}

Finding race_finding(const Sentence& say, const Race& race) {
    Finding out;
    out.bad = race.fails_with_gil;
    out.title = say(TextId::finding_race, {say.code(race.name)});
    for (const RaceSide* side : {&race.first, &race.second})
        out.moments.push_back({say(side->writes ? TextId::finding_writes : TextId::finding_reads,
                                   {say.called(side->thread), say.code(race.name)}),
                               side->stack.empty() ? 0 : side->stack.front().line, false,
                               side->instruction, side->time_ns});
    out.meaning = say(TextId::finding_race_means);
    add(out.meaning, say(race.fails_with_gil ? TextId::finding_race_fails
                                             : TextId::finding_race_hidden));
    add(out.meaning, race.guard.empty()
                         ? say(TextId::finding_race_no_guard)
                         : say(race.guard_is_own ? TextId::finding_race_own_guard
                                                 : TextId::finding_race_guard,
                               {say.code(race.guard)}));
    return out;
}

Finding stall_finding(const Sentence& say, const Stall& stall) {
    switch (stall.kind) {
        case StallKind::deadlock: return deadlock(say, stall);
        case StallKind::endless_wait: return endless_wait(say, stall);
        case StallKind::blocked_loop: return blocked_loop(say, stall);
        case StallKind::starvation: return starvation(say, stall);
        case StallKind::abandoned_lock: return abandoned_lock(say, stall);
        case StallKind::endless_thread: return endless_thread(say, stall);
    }
    return {};
}

}  // namespace

std::vector<Finding> findings(const std::vector<Stall>& stalls, const std::vector<Race>& races,
                              const std::map<Serial, std::string>& names,
                              const Actors& actors, const Texts& texts) {
    const Sentence say{names, actors, texts};
    std::vector<Finding> out, can_go_wrong;
    const auto keep = [&](Finding finding) {
        (finding.bad ? out : can_go_wrong).push_back(std::move(finding));
    };
    for (const Stall& stall : stalls) keep(stall_finding(say, stall));
    for (const Race& race : races) keep(race_finding(say, race));
    std::ranges::move(can_go_wrong, std::back_inserter(out));
    return out;
}

}  // namespace meada::view
