// Bookmarks: flags under the slider, a button with a menu, a field for a name.
#pragma once

#include "app/bookmark_list.h"
#include "app/kit.h"
#include "app/text_buffer.h"

namespace meada::app {

struct BookmarksUi {
    std::vector<Bookmark> all;  // the oldest first
    uint64_t scenario = 0;      // of the open run
    uint64_t run = 0;           // which that is, as Moment has it
    bool naming = false;        // the newest one's name is being typed
    double listens_at_s = 0;    // from when on the field takes what is typed
    TextBuffer typed;
    bool changed = false;       // the settings do not have it yet
};

// Sets one here, and asks for its name; or takes away the one that is here.
void toggle_bookmark(Ui&, BookmarksUi&, const Moment&);
// The button with its menu, and the field for a name above it.
void draw_bookmarks(Ui&, Rect, const Moment&, BookmarksUi&, Commands&);
// Under the slider's track. True: the pointer is over one.
bool draw_flags(Ui&, Rect track, const Moment&, const BookmarksUi&, Commands&);

}  // namespace meada::app
