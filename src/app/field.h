// A field of one line that listens to the keyboard in the editor's place.
#pragma once

#include "app/kit.h"
#include "app/text_buffer.h"

namespace meada::app {

struct FieldAnswer {
    bool entered = false;  // Enter
    bool left = false;     // Esc
};

void listen(Ui&, Id field);
void stop_listening(Ui&, Id field);
bool listens(const Ui&, Id field);
// `hint`: what it is for, while it is empty; `key`: a key cap at its end.
FieldAnswer draw_field(Ui&, Id, Rect box, TextBuffer&, std::string_view hint, std::string_view key);

}  // namespace meada::app
