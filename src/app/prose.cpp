#include "app/prose.h"

#include <algorithm>

namespace meada::app {

Prose::Prose(const Ui& ui, const std::vector<view::Piece>& pieces, ProseLook look, float width)
    : look_(look), space_w_(text_width(ui, look.words, " ")) {
    split(ui, pieces);
    break_lines(width);
}

Face Prose::face_of(const view::Piece& piece) const {
    return piece.kind == view::PieceKind::words ? look_.words : look_.code;
}

void Prose::split(const Ui& ui, const std::vector<view::Piece>& pieces) {
    bool space = false;
    for (const view::Piece& piece : pieces) {
        size_t at = 0;
        while (at < piece.text.size()) {
            if (piece.text[at] == ' ') {
                space = true;
                ++at;
                continue;
            }
            // A name or a piece of code may break at spaces as words do.
            const size_t end = std::min(piece.text.find(' ', at), piece.text.size());
            Word word{piece.text.substr(at, end - at), &piece, 0, space};
            word.width = text_width(ui, face_of(piece), word.text);
            words_.push_back(std::move(word));
            space = false;
            at = end;
        }
        // Spaces at the end of a code piece are its own: what follows it brings its own, too.
        if (piece.kind != view::PieceKind::words) space = false;
    }
}

// Breaks at spaces only; what hangs together without one moves down together.
void Prose::break_lines(float width) {
    size_t begin = 0, group = 0;
    float x = 0, group_x = 0;
    for (size_t i = 0; i < words_.size(); ++i) {
        if (words_[i].space_before) {
            group = i;
            if (i > begin) x += space_w_;
            group_x = x;
        }
        x += words_[i].width;
        if (x > width && group > begin) {
            lines_.push_back({begin, group});
            begin = group;
            x -= group_x;
        }
    }
    if (begin < words_.size()) lines_.push_back({begin, words_.size()});
}

float Prose::line_width(Line line) const {
    float width = 0;
    for (size_t i = line.begin; i < line.end; ++i)
        width += words_[i].width + (words_[i].space_before && i > line.begin ? space_w_ : 0);
    return width;
}

float Prose::width() const {
    float most = 0;
    for (const Line& line : lines_) most = std::max(most, line_width(line));
    return most;
}

void Prose::draw(Ui& ui, Point at, float line_h, ImU32 ink) const {
    for (const Line& line : lines_) {
        float x = at.x;
        for (size_t i = line.begin; i < line.end; ++i) {
            const Word& word = words_[i];
            const float space = word.space_before && i > line.begin ? space_w_ : 0;
            x += space;
            draw_text(ui, face_of(*word.piece), x, at.y, ink, word.text);
            // One line under a name of several words.
            const float back = space > 0 && words_[i - 1].piece == word.piece ? space : 0;
            if (word.piece->kind == view::PieceKind::name)
                fill(ui, {x - back, at.y + look_.underline, word.width + back, 2},
                     yarn_colour(*ui.theme, word.piece->yarn));
            x += word.width;
        }
        at.y += line_h;
    }
}

}  // namespace meada::app
