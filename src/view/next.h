// Who could go next at the cursor: the options of the choice there with what each would lead to, or
// why there is none; and the branches that choosing has made.
#pragma once

#include <optional>

#include "history/branches.h"
#include "history/next.h"
#include "view/narration.h"

namespace meada::view {

struct NextRow {
    uint32_t option = 0;
    Serial serial = 0;
    std::string name;
    uint32_t yarn = 0;
    uint32_t line = 0;           // where it stands; 0: not known
    bool taken = false;          // in this run
    std::vector<Piece> deed;     // what it would do; empty: not looked at yet
};

struct NextView {
    bool is_choice = false;
    std::string why;             // what is chosen, or why nothing is
    std::vector<NextRow> rows;   // of a choice its options, else who goes on
    size_t more_count = 0;       // options that are not listed
    std::string count_words;     // choices of the run
    std::optional<size_t> before, after;  // choices, as command::SeekChoice counts
};

NextView next_view(const Moment&, const Next&, const Actors&, const Texts&);

struct BranchRow {
    size_t index = 0;
    std::string name, chosen, outcome;
    uint32_t yarn = 0;
    bool here = false, bad = false, known = false;
};
std::vector<BranchRow> branch_rows(const Branches&, const Actors&, const Texts&);

}  // namespace meada::view
