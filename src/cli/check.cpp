// meada check FILE|LINK: what is wrong with a run.
#include <cstdio>

#include "cli/commands.h"
#include "cli/console.h"
#include "session/session.h"
#include "view/view.h"

namespace meada {
namespace {

constexpr uint64_t check_budget_ns = 50'000'000;

void print_finding(const Texts& words, const view::Finding& finding) {
    const auto text = [](const std::vector<view::Piece>& pieces) {
        std::string out;
        for (const view::Piece& piece : pieces) out += piece.text;
        return out;
    };
    std::printf("%s\n", text(finding.title).c_str());
    for (const view::FindingMoment& moment : finding.moments) {
        std::string line = "  " + text(moment.pieces);
        if (moment.line != 0)
            line += ", " + words(TextId::finding_line, {words.count(moment.line)});
        if (moment.time_ns != never_ns) line += ", " + words.time(moment.time_ns);
        std::printf("%s\n", line.c_str());
    }
    std::printf("  %s\n\n", text(finding.meaning).c_str());
}

int check_file(const Options& options) {
    const Result<Scenario> scenario = read_scenario(options);
    if (!scenario) return report(scenario.error());
    Session session;
    session.limit_all_work();
    if (const auto opened = session.open(*scenario); !opened)
        return report_in_script(opened.error(), *scenario);
    (void)session.apply(command::Run{false});
    for (Progress progress{Progress::State::working};
         progress.state == Progress::State::working || progress.looks;)
        progress = session.advance(check_budget_ns);
    const Moment& moment = session.moment();
    view::LaneCache lanes;
    view::update(lanes, moment);
    const Findings& found = session.findings();
    const Texts words = texts();
    const auto findings =
        view::findings(found.stalls, found.races, found.names, lanes.actors, words);
    for (const view::Finding& finding : findings) print_finding(words, finding);
    if (findings.empty())
        std::printf("%s\n", words[moment.ended ? TextId::findings_none
                                               : TextId::findings_so_far].c_str());
    if (found.races_known == RacesKnown::part)
        std::printf("%s\n", words(TextId::findings_part, {words.count(race_instructions_max)})
                                .c_str());
    return findings.empty() ? 0 : 1;
}

}  // namespace

const SubCommand check_sub_command{"check", TextId::cli_check, TextId::cli_check_help, 0,
                                   check_file};

}  // namespace meada
