#include "session/order_search.h"

#include <chrono>

#include "history/history.h"
#include "library/library.h"

namespace meada {

Result<std::unique_ptr<OrderSearch>> OrderSearch::open(const Scenario& scenario) {
    Scenario interleaved = scenario;
    interleaved.spec.interleaved = 1;
    interleaved.decisions.clear();
    auto machine = make_machine(interleaved, linked_boot_image());
    if (!machine) return machine.error();
    auto search = std::make_unique<OrderSearch>();
    search->machine_ = std::move(*machine);
    search->explorer_ = std::make_unique<Explorer>(*search->machine_, ExploreLimits{});
    return search;
}

bool OrderSearch::advance(uint64_t budget_ns) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::nanoseconds(budget_ns);
    do {
        if (!explorer_->advance(1)) return false;
    } while (std::chrono::steady_clock::now() < end);
    return true;
}

}  // namespace meada
