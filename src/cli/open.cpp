// meada open FILE|LINK: a moment as JSON.
#include <cstdio>

#include "cli/moment.h"

namespace meada {
namespace {

int print_moment(const Options& options) {
    Session session;
    if (const int status = go_to_moment(options, session)) return status;
    std::printf("%s\n", session.state_json().c_str());
    return 0;
}

}  // namespace

const SubCommand open_sub_command{"open", TextId::cli_open, TextId::cli_open_help, option_place,
                                  print_moment};

}  // namespace meada
