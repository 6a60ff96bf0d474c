// The program's window: panels over one session. View state only; every fact comes from the
// session's moment, every wish goes to it as a command.
#pragma once

#include <string>

#include "app/arrange.h"
#include "app/bookmarks.h"
#include "app/command_table.h"
#include "app/compare.h"
#include "app/editor.h"
#include "app/event_loop.h"
#include "app/findings.h"
#include "app/kept_script.h"
#include "app/machine.h"
#include "app/next.h"
#include "app/objects.h"
#include "app/orders.h"
#include "app/output.h"
#include "app/palette.h"
#include "app/pipeline.h"
#include "app/tasks.h"
#include "app/threads.h"
#include "app/timeline.h"
#include "app/top_bar.h"
#include "app/tour.h"
#include "app/transport.h"
#include "app/views.h"
#include "app/watch.h"
#include "platform/platform.h"
#include "view/view.h"

namespace meada::app {

struct Toast {
    std::string words;
    bool bad = false;
    double until_s = 0;  // a bad one stays longer: until a press or Esc
};

// A run is recorded ahead, so that the timeline shows what comes, before the cursor goes to where
// one wants to look: an example's interesting moment, or a link's position.
struct Opening {
    enum class Stage : uint8_t { none, positioning, recording, returning } stage = Stage::none;
    double part = -1;   // of the run's time, near which something happens; < 0: a telling moment
    bool whole = false;  // recorded to its end, and watched, however long it takes
    bool to_position = false;  // instead: to this position
    bool to_end = false;       // or to the end
    bool of_link = false;      // the position is a link's: what became of it is said
    Position position;
    double until_s = 0;         // no longer than this: the script may never end
};

// What is set up for the scripts of earlier visits, and for the one that is open.
struct Kept {
    std::vector<KeptScript> all;
    KeptScript now;
    uint64_t text_version = ~uint64_t{0};  // of the text buffer, that `now` has the key of
};

struct App {
    Faces faces;
    UiMemory memory;
    Texts texts;
    ThemeChoice theme = ThemeChoice::system;
    float ui_scale = 1;  // over the screen's own
    double now_s = 0;

    EditorUi editor;
    TimelineUi timeline;
    EventLoopUi loop;
    TasksUi tasks;
    ThreadsUi threads;
    MachineUi machine;
    OutputUi output;
    FindingsUi findings;
    NextUi next;
    OrdersUi orders;
    CompareUi compare;
    WatchUi watch;
    PipelineUi pipeline;
    ObjectsUi objects;
    TransportUi transport;
    BookmarksUi bookmarks;
    view::LaneCache lanes;
    MomentViews views;
    Kept kept;
    Serial chosen = 0;                  // whose stack and values are shown; 0: who runs
    ArrangeUi arrange;
    PaletteUi palette;
    std::string recent_kept;  // of its commands, as the settings have them
    TourUi tour;
    bool tour_seen = false;
    std::vector<PaletteChoice> asked;   // by buttons off the canvas; done with the next frame
    std::string controls_language;      // that those buttons have
    bool first_visit = false;           // the page explains itself until something is done
    bool editor_wanted = false;         // the editor gets the keyboard after this frame

    std::string script_name;
    std::string opened_source;  // what the run was made from
    uint64_t rewritten = 0;     // the text buffer's count that has been seen
    uint64_t opened_rewritten = ~uint64_t{0};  // and what it was when the run was made
    int example = -1;
    std::vector<Error> errors;  // of the text in the editor
    uint64_t checked_version = ~uint64_t{0};
    double check_at_s = 0;
    Toast toast;

    Opening opening;
    Progress progress;      // of the last slice of work
    double shown_s = 0;     // when the last frame was drawn
    Wishes wishes;          // of this frame
    std::string spoken;     // the narration without marks: for a screen reader
    uint64_t told_run = 0;  // that a shortened history was told about
};

struct AppOptions {
    std::string script_name, script;  // no name: an example, with the first visit's words
    std::string link;                 // fragment or whole address; wins over the script
    std::string language, theme;      // empty: as the settings say, or the system
};

// Reads settings; opens what the options, the address or the last visit ask for.
App make_app(const AppOptions&, Session&);
void load_fonts(App&, float scale);
bool is_dark(const App&);
void scale_ui(App&, float);  // for itself, not kept

// One frame: draws, hands commands to the session.
void frame(App&, Session&, const platform::Frame&);
// A slice of the session's work, between frames; true while more is left.
bool work(App&, Session&);

// The needle is dragged to where the pointer is, before the frame that shows it.
void follow_drag(App&, Session&, float x_px);

// A script into the editor and, if it has no errors, into the session.
void open_script(App&, Session&, std::string name, std::string_view source);
void open_example(App&, Session&, int index);
bool open_link(App&, Session&, std::string_view link);
// The open script again, on another machine; false: it was refused, and that is said.
bool set_machine(App&, Session&, const MachineSpec&);
// Choosing, going to a branch, opening an outcome, comparing: recorded ahead like any other run.
void go_elsewhere(App&, Session&, const Command&);
void file_arrived(App&, Session&, std::string name, std::string bytes);
std::string make_link(const Session&);
void save_settings(const App&);

// A call of window.meada, as JSON: load, run, step, seek, machine, choose, command and so on.
std::string called(App&, Session&, std::string_view json);

// opening.cpp
double clock_s();
void look_at_run(App&, Session&, const Opening&);  // it has been opened
bool start(App&, Session&, const Scenario&, Opening);
Scenario scenario_of(const App&, const Session&);  // the editor's text on the machine that is set
void run_script(App&, Session&);
// What is next in opening, when the session has nothing more to do or has had its time.
void go_on_opening(App&, Session&, const Progress&);

// Inside of app: the panels of a frame, without the session.
Commands draw_window(App&, const platform::Frame&, const Session&, const Progress&);
bool is_dragging(const App&);
void answer_questions(App&, Session&);  // what the panels ask of the moment
Commands take_keys(App&, Ui&, const Moment&, const Progress&);
Commands do_command(App&, Ui&, CommandId, const Moment&);
Commands do_choice(App&, Ui&, const PaletteChoice&, const Moment&);
void offer_controls(App&);  // what the palette has as real buttons, for screen readers
void show_toast(App&, std::string words, bool bad = false);
std::string word(const App&, const Error&);  // with its line, if it has one

}  // namespace meada::app
