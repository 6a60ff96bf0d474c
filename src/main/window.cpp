// The window program: on the desktop, and as the page's module.
//
//   meada-app [FILE | LINK] [--language en|pt-BR] [--theme light|dark]
//
// and the window's own options (platform.h: take_window_options).
#include <cstdio>
#include <cstdlib>
#include <memory>

#include "app/app.h"
#include "platform/platform.h"
#include "scenario/scenario.h"
#include "session/session.h"

using namespace meada;

namespace {

struct Options {
    platform::WindowOptions window;
    app::AppOptions app;
};

struct Window {
    Session session;
    std::unique_ptr<app::App> app;  // made when the platform is there
    Options options;
};

// What is said before there is a window, in the language that the environment asks for.
Language language() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const char* value = std::getenv(name); value && *value)
            return language_from_tag(value);
    return Language::en;
}

// Reads a script; a link may also stand in a file.
bool read_file(const std::string& path, app::AppOptions& options) {
    std::string text;
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (file) {
        char buffer[65536];
        for (size_t count; (count = std::fread(buffer, 1, sizeof buffer, file)) > 0;)
            text.append(buffer, count);
    }
    const bool read = file && !std::ferror(file);
    if (file) std::fclose(file);
    if (!read || text.size() > source_size_bytes_max) {
        const Error error = read ? Error{ErrorCode::file_too_large,
                                         {path, std::to_string(source_size_bytes_max)},
                                         {},
                                         {}}
                                 : Error{ErrorCode::file_missing, {path}, {}, {}};
        std::fprintf(stderr, "meada-app: %s\n", word_error(language(), error).c_str());
        return false;
    }
    options.script = std::move(text);
    options.script_name = path.substr(path.find_last_of("/\\") + 1);
    if (is_link(options.script)) options.link = std::exchange(options.script, {});
    return true;
}

// What is left of the command line when the window has taken its own options.
bool read_arguments(const std::vector<std::string>& arguments, Options& options) {
    for (size_t i = 0; i < arguments.size(); ++i) {
        const std::string& word = arguments[i];
        if (word.starts_with("--")) {
            std::string* kept = word == "--language" ? &options.app.language
                                : word == "--theme"  ? &options.app.theme
                                                     : nullptr;
            if (kept && i + 1 < arguments.size()) {
                *kept = arguments[++i];
                continue;
            }
            const ErrorCode code =
                kept ? ErrorCode::option_missing_value : ErrorCode::option_unknown;
            const Error error{code, {word}, {}, {}};
            std::fprintf(stderr, "meada-app: %s\n", word_error(language(), error).c_str());
            return false;
        }
        if (looks_like_link(word))
            options.app.link = word;
        else if (!read_file(word, options.app))
            return false;
    }
    return true;
}

void open_app(Window& window) {
    window.app = std::make_unique<app::App>(app::make_app(window.options.app, window.session));
}

}  // namespace

int main(int argc, char** argv) {
    auto window = std::make_shared<Window>();
    std::vector<std::string> arguments(argv + 1, argv + argc);
    if (!platform::take_window_options(arguments, window->options.window)) {
        std::fprintf(stderr, "meada-app: %s wants a value\n", arguments[0].c_str());
        return 2;
    }
    for (const std::string& word : arguments) {
        if (word != "--help" && word != "-h") continue;
        std::printf("%s", text(language(), TextId::app_help).c_str());
        return 0;
    }
    if (!read_arguments(arguments, window->options)) return 2;
    platform::Program program;
    program.load_fonts = [window](float scale) {
        if (!window->app) open_app(*window);
        app::load_fonts(*window->app, scale);
    };
    program.draw = [window](const platform::Frame& frame) {
        app::frame(*window->app, window->session, frame);
    };
    program.work = [window] { return window->app && app::work(*window->app, window->session); };
    program.pointer_dragged = [window](float x_px) {
        if (window->app) app::follow_drag(*window->app, window->session, x_px);
    };
    program.file_arrived = [window](std::string name, std::string bytes) {
        app::file_arrived(*window->app, window->session, std::move(name), std::move(bytes));
    };
    program.text_dropped = [window](std::string text) {  // what is no link is said to be none
        (void)app::open_link(*window->app, window->session, text);
    };
    program.fragment_changed = [window](std::string fragment) {
        (void)app::open_link(*window->app, window->session, "#" + fragment);
    };
    program.called = [window](std::string_view json) {
        return app::called(*window->app, window->session, json);
    };
    program.closing = [window] {
        if (window->app) app::save_settings(*window->app);
    };
    const platform::WindowOptions window_options = window->options.window;
    return platform::run(window_options, std::move(program));
}
