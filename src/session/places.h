// Where the cursor stands in the script, and the search for the next or previous place where a
// line begins: stepping by line, over, out, and running to a breakpoint. Inside session.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "history/history.h"

namespace meada {

struct Place {  // the user's innermost frame of the running thread
    Serial thread = 0;
    // depth: user frames; line 0: a call that has not come to its first line.
    uint32_t frame_serial = 0, depth = 0, line = 0;
    uint32_t instruction = 0;
    bool first_of_line = false;  // the instruction before it in the code is of another line
    bool same_frame(const Place& other) const {
        return thread == other.thread && frame_serial == other.frame_serial;
    }
    bool same_line(const Place& other) const {
        return thread == other.thread && frame_serial == other.frame_serial && line == other.line;
    }
};
std::optional<Place> place_of(const Machine&);  // null: nothing of the user's runs

// Tells where a line begins from where one goes on in the middle of it, after a call or an await or
// when the thread's turn comes again.
class LineBegins {
  public:
    // To be asked at every instruction of the script, in order.
    bool at(const std::optional<Place>& here);

  private:
    std::map<Serial, Place> last_;  // by thread
};

class Search {
  public:
    enum class Depth : uint8_t { any, not_deeper, outer };
    enum class Look : uint8_t { again, found, seek };

    Search() = default;
    // `lines`: only there (breakpoints); empty: any line.
    Search(const History&, bool forward, Depth, std::vector<uint32_t> lines,
           uint64_t look_back_instructions);
    // One single step of the cursor. seek: the place is known, the cursor has to go to target().
    Look look(History&);
    const Target& target() const { return target_; }
    bool goes_forward() const { return forward_; }

  private:
    Look look_forward(History&);
    Look look_backward(History&);
    bool wanted(const std::optional<Place>& here, const std::optional<Place>& before);

    bool forward_ = true;
    Depth depth_ = Depth::any;
    std::vector<uint32_t> lines_;
    LineBegins begins_;  // of breakpoints
    std::optional<Place> start_, before_;
    uint64_t start_instruction_ = 0, window_ = 0, window_begin_ = 0;
    bool in_window_ = false;
    std::optional<uint64_t> last_;  // backward: the last fitting place of this window
    Target target_;
};

}  // namespace meada
