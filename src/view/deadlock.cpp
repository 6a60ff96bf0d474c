#include "view/deadlock.h"

#include "causality/waits.h"
#include "view/tasks.h"

namespace meada::view {
namespace {

std::string told(const WaitLink& link, const MachineState& state, const Actors& actors,
                 const Texts& texts) {
    const auto name = [&](Serial serial) { return thing_name(state, actors, texts, serial); };
    const std::string line = texts.count(link.line);
    if (link.holder != 0 && link.holder == link.on)
        return texts(TextId::deadlock_end, {name(link.waiter), name(link.on), line});
    const std::string thing =
        link.on != 0 ? name(link.on) : texts[word_of(link.reason)];
    if (link.holder != 0)
        return texts(TextId::deadlock_held, {name(link.waiter), thing, line, name(link.holder)});
    return texts(TextId::deadlock_nobody, {name(link.waiter), thing, line});
}

}  // namespace

std::vector<std::string> deadlock_lines(const MachineState& state, const Texts& texts) {
    Actors actors;
    meet_all(actors, state);
    std::vector<std::string> lines;
    for (const auto& cycle : wait_cycles(state))
        for (const WaitLink& link : cycle) lines.push_back(told(link, state, actors, texts));
    if (!lines.empty()) return lines;
    for (const WaitLink& link : waits_without_end(state))
        lines.push_back(told(link, state, actors, texts));
    return lines;
}

}  // namespace meada::view
