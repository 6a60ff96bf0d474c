// One plain sentence for what just happened and why, and one for what comes next. Names come as
// marked pieces, so that a panel can draw them in mono with the yarn under them.
#pragma once

#include <string>
#include <vector>

#include "view/actors.h"
#include "view/words.h"

namespace meada::view {

enum class PieceKind : uint8_t { words, name, code };

struct Piece {
    PieceKind kind = PieceKind::words;
    std::string text;
    uint32_t yarn = 0;  // of a name
    bool has_yarn = false;
    Serial serial = 0;  // of a name
};

struct Narration {
    std::vector<Piece> pieces;
    uint32_t line = 0;  // of the event, in the script
    bool bad = false;   // an exception that nobody caught, a deadlock
};

Narration narration(const Moment&, const Actors&, const Texts&);

// The same without marks, for a screen reader.
std::string plain(const Narration&);

}  // namespace meada::view
