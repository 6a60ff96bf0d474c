#include "causality/races.h"

#include <algorithm>
#include <iterator>

namespace meada {

RaceDetector::ThreadState& RaceDetector::state(uint32_t thread) {
    if (thread >= threads_.size()) threads_.resize(thread + 1);
    ThreadState& found = threads_[thread];
    if (found.clock.at(thread) == 0) found.clock.tick(thread);
    return found;
}

void RaceDetector::created(uint32_t creator, uint32_t thread) {
    const Clock before = state(creator).clock;
    state(thread).clock.join(before);
    state(creator).clock.tick(creator);
}

void RaceDetector::joined(uint32_t joiner, uint32_t ended) {
    const Clock last = state(ended).clock;
    state(joiner).clock.join(last);
}

void RaceDetector::took(uint32_t thread, uint32_t lock, bool counts) {
    saw(thread, lock);
    if (counts) state(thread).held.insert(lock);
}

void RaceDetector::saw(uint32_t thread, uint32_t lock) {
    state(thread).clock.join(locks_[lock]);
}

void RaceDetector::gave(uint32_t thread, uint32_t lock) {
    ThreadState& giver = state(thread);
    locks_[lock].join(giver.clock);
    giver.clock.tick(thread);
    lets_go(lock);
}

void RaceDetector::put(uint32_t thread, uint32_t pipe) {
    ThreadState& sender = state(thread);
    Channel& channel = channels_[pipe];
    channel.items.push_back(sender.clock);
    channel.all.join(sender.clock);
    sender.clock.tick(thread);
}

void RaceDetector::got(uint32_t thread, uint32_t pipe) {
    Channel& channel = channels_[pipe];
    if (channel.items.empty()) return;  // it was put before anybody could listen
    channel.got_last = std::move(channel.items.front());
    channel.items.pop_front();
    ThreadState& taker = state(thread);
    taker.clock.join(channel.got_last);
    channel.all.join(taker.clock);
    taker.clock.tick(thread);
}

void RaceDetector::put_back(uint32_t, uint32_t pipe) {
    Channel& channel = channels_[pipe];
    channel.items.push_back(channel.got_last);
}

void RaceDetector::looked(uint32_t thread, uint32_t pipe) {
    state(thread).clock.join(channels_[pipe].all);
}

void RaceDetector::closed(uint32_t thread, uint32_t pipe) {
    channels_[pipe].all.join(state(thread).clock);
    state(thread).clock.tick(thread);
}

void RaceDetector::holds(uint32_t thread, uint32_t lock) { state(thread).held.insert(lock); }

void RaceDetector::lets_go(uint32_t lock) {
    for (ThreadState& other : threads_) other.held.erase(lock);  // not its own, perhaps
}

// Whether this write goes back to what the thread has read, with no lock held over both.
bool RaceDetector::updates(const Part& part, const RaceUse& use) {
    if (!use.writes) return false;
    const std::map<uint32_t, Reading>& reading = uses_[part].reading;
    const auto read = reading.find(use.thread);
    if (read == reading.end()) return false;
    std::vector<uint32_t> both;
    std::ranges::set_intersection(read->second.held, state(use.thread).held,
                                  std::back_inserter(both));
    return both.empty();
}

void RaceDetector::note(const Part& part, const RaceUse& use) {
    Uses& uses = uses_[part];
    const ThreadState& here = state(use.thread);
    for (const uint32_t lock : here.held) ++uses.guarded[lock];
    if (!use.writes) {
        uses.reading[use.thread] = {here.hand_overs, here.held};
        for (RaceUse& read : uses.reads)
            if (read.thread == use.thread) {
                read = use;
                return;
            }
        uses.reads.push_back(use);
        return;
    }
    ++uses.writes;
    for (const uint32_t lock : here.held) ++uses.written[lock];
    if (const auto read = uses.reading.find(use.thread); read != uses.reading.end()) {
        if (read->second.hand_overs != here.hand_overs) {
            std::vector<uint32_t> both;
            std::ranges::set_intersection(read->second.held, here.held, std::back_inserter(both));
            if (both.empty()) uses.interruptible = true;
            else uses.interruptible_under.insert(both.front());
        }
        uses.reading.erase(read);
    }
    uses.write = use;
}

// Whether another write could come between a read and a write of one thread.
bool RaceDetector::fails_with_gil(const Uses& uses) {
    if (uses.interruptible) return true;
    return std::ranges::any_of(uses.interruptible_under, [&](uint32_t lock) {
        const auto under = uses.written.find(lock);
        return under == uses.written.end() || under->second < uses.writes;
    });
}

const RaceFound* RaceDetector::access(const Part& part, RaceUse use) {
    const Clock& now = state(use.thread).clock;
    use.epoch = {use.thread, now.at(use.thread)};
    use.updates = updates(part, use);
    const RaceFound* fresh = nullptr;
    const auto clash = [&](const RaceUse& before) {
        if (before.epoch.time == 0 || before.thread == use.thread || now.has_seen(before.epoch))
            return;
        const bool torn = use.shared && before.writes && use.writes &&
                          (before.updates || use.updates);
        if (before.atomic && use.atomic && !torn) return;
        // Of all items of a container that two places use the first is told.
        Part told = part;
        if (told.kind == AccessPart::item) told = {part.object, AccessPart::whole, 0};
        const Pair pair{told, std::min(before.place, use.place), std::max(before.place, use.place)};
        const auto [at, is_new] = pairs_.try_emplace(pair, found_.size());
        if (is_new) {
            fresh = &found_.emplace_back();
            found_.back().part = part;
            found_.back().first = before;
            found_.back().second = use;
        }
        RaceFound& race = found_[at->second];
        ++race.count;
        race.fails_with_gil |= use.shared;
        race.first.writes |= (race.first.place == before.place ? before : use).writes;
        race.second.writes |= (race.second.place == use.place ? use : before).writes;
    };
    uses_.each_related(part, [&](const Part&, const Uses& uses) {
        clash(uses.write);
        if (!use.writes) return;
        for (const RaceUse& read : uses.reads) clash(read);
    });
    note(part, use);
    return fresh;
}

std::vector<RaceFound> RaceDetector::races() const {
    std::vector<RaceFound> races = found_;
    for (RaceFound& race : races) {
        uint64_t most = 0;
        const auto learn = [&](const Part&, const Uses& uses) {
            race.fails_with_gil |= fails_with_gil(uses);
            for (const auto& [lock, count] : uses.guarded)
                if (count > most) {
                    most = count;
                    race.guard = lock;
                }
        };
        uses_.each_related(race.part, learn);
        race.guard_is_own = race.guard == 0;
        if (race.guard_is_own) race.guard = std::max(race.first.own_lock, race.second.own_lock);
        race.guard_is_own = race.guard_is_own && race.guard != 0;
    }
    return races;
}

}  // namespace meada
