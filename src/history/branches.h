// Runs of one script that differ in what was decided: the first one as it was opened, then one for
// every time that somebody chose otherwise, or looked at an order that a search has found. Only
// what makes them and how they ended is kept; going to one runs it again.
#pragma once

#include <string>
#include <vector>

#include "history/history.h"

namespace meada {

constexpr size_t branches_max = 64;
constexpr size_t branch_output_bytes_max = 100'000;  // kept of what one prints

struct Branch {
    uint32_t number = 0;  // from 0, the first one; never used again
    uint32_t parent = 0;  // number of the branch that it left
    MachineSpec spec;
    std::vector<Decision> decisions;
    bool found = false;   // by the search of every order; else somebody chose
    Position from;        // where it leaves its parent
    TimeNs from_ns = 0;
    Decision chosen;
    Serial thread = 0;    // that was chosen to go on
    // Known once it has been run to its end.
    bool ended = false, stuck = false;
    uint32_t exit_status = 0;
    bool failed = false;  // an exception was not caught
    std::string output;   // standard output and standard error
    TimeNs end_ns = 0;
    uint64_t trace_hash = 0;
};

class Branches {
  public:
    // Another script, or another machine: one branch, this one.
    void restart(const Scenario&);
    const std::vector<Branch>& all() const { return all_; }
    size_t here() const { return here_; }  // index of the one that is open
    const Branch& current() const { return all_[here_]; }

    // Opened now: the same one again where there is one, else new.
    void enter(Branch);
    void go_to(size_t index) { here_ = index; }
    // Not the open one, nor the first. Those that left it are its parent's then.
    bool remove(size_t index);
    // How the open one ended, once its recording has come there.
    void note(const History&);

  private:
    std::vector<Branch> all_;
    size_t here_ = 0;
    uint32_t next_number_ = 0;
};

}  // namespace meada
