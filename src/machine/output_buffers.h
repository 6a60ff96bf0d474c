// What of a script's standard output has gone out: on a terminal at each line feed, else when a
// buffer is full, flushed, or its process ends, as python3 does it. Every process has a buffer of
// its own.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "machine/events.h"

namespace meada {

class OutputBuffers {
  public:
    explicit OutputBuffers(bool terminal = true) : terminal_(terminal) {}
    bool terminal() const { return terminal_; }
    // What goes out because of the event. Events come in order, from the run's first one.
    std::string after(const Event&);
    // What is left at the end of the run, the first process's: others have lost theirs. It may have
    // lost the last bytes of it, too.
    std::string rest(uint64_t lost = 0) {
        const std::string held = take(held_[0]);
        return lost < held.size() ? held.substr(0, held.size() - lost) : std::string();
    }

  private:
    static std::string take(std::string& held) { return std::exchange(held, {}); }
    Serial process_of(Serial thread) const;

    bool terminal_;
    std::map<Serial, std::string> held_;  // by process; the first one is 0
    std::map<Serial, Serial> processes_;  // by thread; others belong to the first one
};

}  // namespace meada
