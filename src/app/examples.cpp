#include "app/examples.h"

#include <algorithm>

#include <examples_embedded.h>
#include <examples_pt_embedded.h>

#include "base/assert.h"

namespace meada::app {

const std::vector<Example>& examples() {
    static const std::vector<Example> all = {
        {"callbacks.py",
         {scripts::callbacks_py, scripts_pt::callbacks_py},
         {TextId::example_callbacks, TextId::example_callbacks_what},
         0.3},
        {"futures.py",
         {scripts::futures_py, scripts_pt::futures_py},
         {TextId::example_futures, TextId::example_futures_what},
         0.5},
        {"gather.py",
         {scripts::gather_py, scripts_pt::gather_py},
         {TextId::example_gather, TextId::example_gather_what},
         0.7},
        {"blocking.py",
         {scripts::blocking_py, scripts_pt::blocking_py},
         {TextId::example_blocking, TextId::example_blocking_what},
         0.5},
        {"producer.py",
         {scripts::producer_py, scripts_pt::producer_py},
         {TextId::example_producer, TextId::example_producer_what},
         0.42},
        {"lost_update.py",
         {scripts::lost_update_py, scripts_pt::lost_update_py},
         {TextId::example_lost_update, TextId::example_lost_update_what},
         0.4},
        {"deadlock.py",
         {scripts::deadlock_py, scripts_pt::deadlock_py},
         {TextId::example_deadlock, TextId::example_deadlock_what},
         0.98},
        {"generators.py",
         {scripts::generators_py, scripts_pt::generators_py},
         {TextId::example_generators, TextId::example_generators_what},
         0.5},
        {"words.py",
         {scripts::words_py, scripts_pt::words_py},
         {TextId::example_words, TextId::example_words_what},
         0.6},
        {"search.py",
         {scripts::search_py, scripts_pt::search_py},
         {TextId::example_search, TextId::example_search_what},
         0.6},
        {"picture.py",
         {scripts::picture_py, scripts_pt::picture_py},
         {TextId::example_picture, TextId::example_picture_what},
         0.6},
        {"numbers.py",
         {scripts::numbers_py, scripts_pt::numbers_py},
         {TextId::example_numbers, TextId::example_numbers_what},
         0.6},
        {"downloads.py",
         {scripts::downloads_py, scripts_pt::downloads_py},
         {TextId::example_downloads, TextId::example_downloads_what},
         0.6},
        {"queries.py",
         {scripts::queries_py, scripts_pt::queries_py},
         {TextId::example_queries, TextId::example_queries_what},
         0.6},
    };
    return all;
}

int example_named(std::string_view name) {
    const auto found = std::ranges::find(examples(), name, &Example::name);
    ASSERT(found != examples().end());
    return int(found - examples().begin());
}

const std::vector<ExampleTitle>& example_titles() {
    static const std::vector<ExampleTitle> titles = [] {
        std::vector<ExampleTitle> out;
        for (const Example& each : examples()) out.push_back(each.title);
        return out;
    }();
    return titles;
}

}  // namespace meada::app
