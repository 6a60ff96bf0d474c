// meada link FILE|LINK: a link to a moment of its run.
#include <cstdio>

#include "cli/moment.h"

namespace meada {
namespace {

int print_link(const Options& options) {
    Session session;
    if (const int status = go_to_moment(options, session)) return status;
    std::printf("%s\n", to_link(session.scenario_here()).c_str());
    return 0;
}

}  // namespace

const SubCommand link_sub_command{"link", TextId::cli_link, TextId::cli_link_help, option_place,
                                  print_link};

}  // namespace meada
