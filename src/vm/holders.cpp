#include "vm/holders.h"

#include <algorithm>

#include "vm/collector.h"

namespace meada {
namespace {

constexpr uint32_t rounds_most = 32;  // how far up the holders of holders are followed

// What is native in CPython works for whoever called it.
bool runs_for_script(const Vm& vm) {
    uint32_t at = vm.block[vm.context].frame;
    while (at != 0 && vm.block.at<Frame>(at)->flags & frame_hidden)
        at = vm.block.at<Frame>(at)->previous;
    return at != 0 && !(vm.block.at<Frame>(at)->flags & frame_library);
}

}  // namespace

bool Collector::can_be_mortal(uint32_t cell) const {
    const Object& object = *block_.at<Object>(cell);
    if (object.flags & cell_mortal || cell < frozen_end_) return false;
    switch (object.kind) {
        case Kind::list:
        case Kind::dict:
        case Kind::set:
        case Kind::cell:
        case Kind::iterator:
        case Kind::bound_method:
        case Kind::function:
        case Kind::traceback:
        case Kind::dict_view:
        case Kind::instance:
            return true;
        case Kind::tuple:
            return object.shape == vm_.root_shape(Root::type_tuple);
        default:
            return false;
    }
}

// Every reference of what lives and may refer to a target: all of it for a major search, else what
// a minor collection looks at.
void Collector::find_references() {
    purpose_ = Purpose::find;
    holder_ = 0;
    const auto roots = static_cast<uint32_t>(offsetof(BlockHeader, roots));
    trace_values(roots, roots + root_count_max * 8);
    for (uint32_t context = block_.header().contexts; context != 0;
         context = block_.at<Context>(context)->next) {
        if (!major_ && !is_young(context)) break;
        holder_ = context;
        if (is_alive(context)) trace(context);
    }
    for (uint32_t index = frozen_pages_; index < block_.header().page_count; ++index) {
        if (!major_ && !block_.at<Page>(page_table_offset)[index].fresh) continue;
        each_cell(index, [&](uint32_t cell) {
            if (!is_marked(cell)) return;
            holder_ = cell;
            trace(cell);
        });
    }
    visit_old_written();
    purpose_ = Purpose::mark;
    // Some cells have been looked at twice.
    const auto by_location = [](const Hit& a, const Hit& b) { return a.location < b.location; };
    const auto same_location = [](const Hit& a, const Hit& b) { return a.location == b.location; };
    std::sort(hits_.begin(), hits_.end(), by_location);
    hits_.erase(std::unique(hits_.begin(), hits_.end(), same_location), hits_.end());
}

void Collector::find_owners() {
    const auto look = [&](uint32_t cell) {
        uint32_t storage = 0;
        switch (block_.at<Object>(cell)->kind) {
            case Kind::list:
                storage = block_.at<List>(cell)->items.offset;
                break;
            case Kind::dict:
                storage = block_.at<Dict>(cell)->keys.offset;
                break;
            case Kind::set:
                storage = block_.at<Set>(cell)->table.offset;
                break;
            case Kind::traceback:
                storage = block_.at<Traceback>(cell)->place.kept.offset;
                break;
            default:
                return;
        }
        if (storage != 0) owners_.emplace_back(storage, cell);
    };
    for (uint32_t index = frozen_pages_; index < block_.header().page_count; ++index) {
        // An old owner would not be promoted in a minor search anyway.
        if (!major_ && !block_.at<Page>(page_table_offset)[index].fresh) continue;
        each_cell(index, [&](uint32_t cell) {
            if (is_alive(cell)) look(cell);
        });
    }
    std::sort(owners_.begin(), owners_.end());
}

// The object that a storage cell belongs to; other cells are their own.
uint32_t Collector::owner_of(uint32_t holder) const {
    const auto found = std::lower_bound(owners_.begin(), owners_.end(), std::pair{holder, 0u});
    return found != owners_.end() && found->first == holder ? found->second : holder;
}

void Collector::make_mortal(uint32_t cell) {
    block_.make_mortal(cell);
    const Object& object = *block_.at<Object>(cell);
    if (object.kind == Kind::instance) block_.edit(block_[object.shape].type).flags |= type_mortal;
}

// Of a class whose instance got a weak reference others will get one too.
void Collector::add_instances_alike(const std::vector<uint32_t>& targets,
                                    std::vector<uint32_t>& noted) {
    std::vector<uint32_t> types;
    for (const uint32_t cell : targets) {
        noted.push_back(cell);
        const Object& object = *block_.at<Object>(cell);
        if (object.kind == Kind::instance) types.push_back(block_[object.shape].type.offset);
    }
    if (types.empty()) return;
    for (uint32_t index = frozen_pages_; index < block_.header().page_count; ++index)
        each_cell(index, [&](uint32_t cell) {
            const Object& object = *block_.at<Object>(cell);
            if (object.kind == Kind::instance && is_alive(cell) &&
                (major_ || !(object.flags & cell_old)) &&
                std::ranges::find(types, block_[object.shape].type.offset) != types.end())
                noted.push_back(cell);
        });
    std::ranges::sort(noted);
    noted.erase(std::ranges::unique(noted).begin(), noted.end());
}

void Collector::promote(std::vector<uint32_t> noted, const std::vector<uint32_t>& targets) {
    visit_roots();
    drain();
    targets_.resize(marks_.size());
    if (!targets.empty()) add_instances_alike(targets, noted);
    std::vector<uint32_t> chosen, fresh;
    for (const uint32_t cell : noted)
        if (is_alive(cell) && can_be_mortal(cell)) fresh.push_back(cell);
    for (uint32_t round = 0; !fresh.empty() && round < rounds_most; ++round) {
        std::fill(targets_.begin(), targets_.end(), 0);
        for (const uint32_t cell : fresh) {
            targets_[cell / 1024] |= uint64_t{1} << (cell / 16 % 64);
            block_.edit(Ref<Object>{cell}).flags |= cell_noted;
            chosen.push_back(cell);
        }
        std::vector<Hit> before;
        before.swap(hits_);
        find_references();
        fresh.clear();
        for (const Hit& hit : hits_) {
            if (hit.holder == 0) continue;
            const Kind kind = block_.at<Object>(hit.holder)->kind;
            const bool storage =
                kind == Kind::values || kind == Kind::dict_keys || kind == Kind::set_table;
            if (storage && owners_.empty()) find_owners();
            const uint32_t owner = storage ? owner_of(hit.holder) : hit.holder;
            if (block_.at<Object>(owner)->flags & cell_noted || !can_be_mortal(owner) ||
                (!major_ && block_.at<Object>(owner)->flags & cell_old))
                continue;
            fresh.push_back(owner);
        }
        std::sort(fresh.begin(), fresh.end());
        fresh.erase(std::unique(fresh.begin(), fresh.end()), fresh.end());
        hits_.insert(hits_.end(), before.begin(), before.end());
    }
    std::sort(pinned_.begin(), pinned_.end());
    const auto is_pinned = [&](uint32_t cell) {
        return std::binary_search(pinned_.begin(), pinned_.end(), cell);
    };
    for (const uint32_t cell : chosen)
        if (!is_pinned(cell)) make_mortal(cell);
    for (const Hit& hit : hits_) {
        if (is_pinned(hit.target)) continue;
        ++block_.count_of(hit.target);
        if (hit.is_value) block_.move_in(hit.location, block_.value_of(Ref<Object>{hit.target}));
    }
    // Nobody but the new reference knew these.
    for (const uint32_t cell : targets) {
        if (is_alive(cell) || !can_be_mortal(cell)) continue;
        make_mortal(cell);
        block_.let_go_if_fresh(block_.value_of(Ref<Object>{cell}));
    }
    vm_.forget_lookups();
}

void promote_holders(Vm& vm) {
    std::vector<uint32_t> noted, targets;
    noted.swap(vm.block.noted);
    targets.swap(vm.block.noted_targets);
    vm.block.attention &= static_cast<uint8_t>(~attention_holders);
    if (!runs_for_script(vm)) noted.clear();
    if (noted.empty() && targets.empty()) return;
    const auto is_old = [&](uint32_t cell) {
        return vm.block.at<Object>(cell)->flags & cell_old;
    };
    const bool old = std::ranges::any_of(noted, is_old) || std::ranges::any_of(targets, is_old);
    const uint32_t cost = old ? holder_credit_old : 1;
    if (vm.block.header().holder_credit < cost) return;
    vm.block.header().holder_credit -= cost;
    Collector(vm, old).promote(std::move(noted), targets);
}

// A container that was just made, as one that is counted from the start: for library code that
// fills it with what a script sees die.
Value meada_counted(Vm& vm, const Args& args) {
    vm.block.make_mortal(args[0].offset());
    return vm.block.value_of(args[0].as_ref());
}

}  // namespace meada
