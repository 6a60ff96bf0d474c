// Where the value of an expression changes: it is evaluated wherever a line of the script begins,
// by whatever thread or task, on a machine of its own that is put back each time. Between two
// lines a value can change and change back; halving the way would miss that between any two
// points. Inside session.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "history/history.h"
#include "history/undo.h"
#include "machine/evaluate.h"
#include "session/places.h"
#include "session/session.h"

namespace meada {

// It is evaluated so often at most, and so many instructions of user code are looked through.
constexpr uint64_t change_evaluations_max = 200'000;
constexpr uint64_t change_instructions_max = 50'000'000;

class ChangeSearch {
  public:
    // From the cursor's moment, with the names of this thread's or task's innermost frame (0: of
    // whoever runs). What the frame has no part in is looked for in the module's names for as long
    // as the run goes; else the frame's end is the last change.
    ChangeSearch(History&, Serial actor, std::string expression, Direction);
    // A part of the work, which may move the cursor. False: it is done.
    bool look(History&);
    ValueChange found() const { return found_; }
    Direction direction() const { return direction_; }
    // Where the cursor is to go: forward to the first line that begins with another value, backward
    // to right before the instruction that made it what it is.
    // Null: it stays where it was.
    std::optional<Target> target() const { return target_; }
    double part(const History&) const;

  private:
    std::string value_now();
    bool forward(History&);
    bool backward(History&);
    bool enough();
    bool line_begins();
    bool end(ValueChange::End);
    void begin(Machine& where);
    void stand(Machine&);
    bool see_before();
    bool close_window();
    bool to_instruction(History&);

    Direction direction_;
    Serial actor_;
    FramePin pin_;
    std::unique_ptr<Machine> machine_;
    std::unique_ptr<Undo> undo_;
    LineBegins begins_;
    ValueChange found_;
    uint64_t evaluations_ = 0, instructions_ = 0;
    // backward: the window that is looked through, up to where the search began
    uint64_t start_instruction_ = 0, window_ = 0, window_begin_ = 0;
    bool in_window_ = false;  // its machine stands there
    bool in_line_ = false;    // the line is known
    std::optional<uint64_t> last_other_;
    bool left_ = false;  // there the frame was not yet there
    std::optional<Target> target_;
    bool refused_ = false;
};

}  // namespace meada
