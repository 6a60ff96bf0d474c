#include "vm/collector.h"

#include <algorithm>

#include "vm/containers.h"
#include "vm/finalize.h"
#include "vm/holders.h"
#include "vm/interpreter.h"
#include "vm/size_classes.h"
#include "vm/types.h"
#include "vm/weak.h"

namespace meada {
namespace {

bool is_leaf(const Block& block, uint32_t cell) {
    switch (block.at<Object>(cell)->kind) {
        case Kind::str: return !block.at<Str>(cell)->attributes;
        case Kind::integer: return !block.at<BigInt>(cell)->attributes;
        case Kind::raw: return true;
        default: return false;
    }
}

constexpr uint64_t major_live_bytes_least = 8u << 20;

}  // namespace

Collector::Collector(Vm& vm, bool major)
    : vm_(vm), block_(vm.block), frozen_pages_(vm.block.header().frozen_pages),
      frozen_end_(vm.block.frozen_end()), major_(major), marks_(vm.mark_bits),
      grey_(vm.grey_cells) {
    marks_.resize(block_.size_bytes() / 1024 + 1);
}
Collector::~Collector() {
    if (!marks_cleared_) std::fill(marks_.begin(), marks_.end(), 0);
}

[[gnu::always_inline]] inline void Collector::reach(uint32_t cell) {
    if (cell < frozen_end_) return;
    // Where nothing was handed out since the last collection all is old: the page tells without
    // a look at the cell, which is seldom in the processor's cache.
    if (!major_ && !block_.at<Page>(page_table_offset)[cell / page_size_bytes].fresh) return;
    const Object& object = *block_.at<Object>(cell);
    if (!major_ && object.flags & cell_old) return;
    if (is_marked(cell)) return;
    set_marked(cell);
    // Most of what is new refers to nothing but its class.
    if (is_leaf(block_, cell)) visit(object.shape.offset);
    else grey_.push_back(cell);
}

inline void Collector::visit(uint32_t cell) {
    if (cell == 0) return;
    if (purpose_ == Purpose::mark) reach(cell);
    else if (purpose_ == Purpose::find && is_target(cell)) pinned_.push_back(cell);
}

void Collector::visit_counted(uint32_t field) {
    const uint32_t cell = *block_.at<uint32_t>(field);
    if (cell == 0) return;
    if (purpose_ == Purpose::mark) {
        visit(cell);
    } else if (purpose_ == Purpose::find) {
        if (is_target(cell)) hits_.push_back({field, cell, holder_, false});
    } else if (is_alive(cell)) {
        block_.decrement_if_mortal(block_.value_of(Ref<Object>{cell}));
    }
}

void Collector::drain() {
    while (!grey_.empty()) {
        const uint32_t cell = grey_.back();
        grey_.pop_back();
        trace(cell);
    }
}

void Collector::trace_values(uint32_t begin, uint32_t end) {
    if (purpose_ == Purpose::mark) {
        for (uint32_t slot = begin; slot + 8 <= end; slot += 8)
            if (const Value value = block_.load(slot); value.is_ref()) reach(value.offset());
        return;
    }
    for (uint32_t slot = begin; slot + 8 <= end; slot += 8) {
        const Value value = block_.load(slot);
        if (!value.is_ref()) continue;
        if (purpose_ == Purpose::find) {
            if (is_target(value.offset())) hits_.push_back({slot, value.offset(), holder_, true});
        } else if (value.is_mortal() && is_alive(value.offset())) {
            block_.decrement(value);
        }
    }
}

void Collector::trace(uint32_t cell) {
    const Object& object = *block_.at<Object>(cell);
    visit(object.shape.offset);
    const CellLayout layout = cell_layouts[static_cast<uint8_t>(object.kind)];
    const uint32_t counted = counted_references(object.kind);
    // A mortal tuple has its count where its attributes would be.
    const bool skip = object.kind == Kind::tuple && object.flags & cell_mortal;
    for (uint32_t index = skip ? layout.references : 0; index < layout.references; ++index) {
        const uint32_t field = cell + 8 + index * 4;
        if (counted >> index & 1) visit_counted(field);
        else visit(*block_.at<uint32_t>(field));
    }
    if (layout.first_value != 0)
        trace_values(cell + layout.first_value, cell + block_.cell_size(cell));
    else
        trace_custom(cell);
}

void Collector::trace_frame(uint32_t at) {
    const Frame& frame = *block_.at<Frame>(at);
    visit(frame.code.offset);
    visit_counted(at + static_cast<uint32_t>(offsetof(Frame, function)));
    visit(frame.globals.offset);
    visit_counted(at + static_cast<uint32_t>(offsetof(Frame, locals)));
    visit(frame.generator);
    visit(frame.keyword_names.offset);
    const auto extra = at + static_cast<uint32_t>(offsetof(Frame, extra));
    trace_values(extra, extra + 8);
    trace_values(at + Frame::slots_offset, frame.stack_end);
}

void Collector::trace_custom(uint32_t cell) {
    const auto references = [&](uint32_t first, uint32_t count) {
        for (uint32_t index = 0; index < count; ++index)
            visit(*block_.at<uint32_t>(cell + first + index * 4));
    };
    switch (block_.at<Object>(cell)->kind) {
        case Kind::dict_keys: {
            const DictKeys& keys = *block_.at<DictKeys>(cell);
            const uint32_t entries = cell + dict_entries_offset(keys.detail);
            for (uint32_t index = 0; index < keys.entry_count; ++index)
                trace_values(entries + index * 24 + 8, entries + index * 24 + 24);
            break;
        }
        case Kind::set_table: {
            const uint32_t count = block_.at<SetTable>(cell)->mask + 1;
            for (uint32_t index = 0; index < count; ++index) {
                const uint32_t entry = cell + SetTable::entries_offset + index * 16;
                trace_values(entry, entry + 8);
            }
            break;
        }
        case Kind::type: {
            references(8, 9);
            const uint32_t specials = cell + static_cast<uint32_t>(offsetof(Type, specials));
            trace_values(specials, specials + special_count * 8);
            break;
        }
        case Kind::code: references(8, CodeObject::reference_count); break;
        case Kind::generator: {
            const Generator& generator = *block_.at<Generator>(cell);
            visit(generator.code.offset);
            visit(generator.name.offset);
            visit(generator.qualified_name.offset);
            const uint32_t values = cell + static_cast<uint32_t>(offsetof(Generator, handled));
            trace_values(values, values + 24);
            if (generator.state != GeneratorState::finished)
                trace_frame(cell + static_cast<uint32_t>(offsetof(Generator, frame)));
            break;
        }
        case Kind::context: {
            const Context& context = *block_.at<Context>(cell);
            visit(context.handled_item);
            visit(context.doomed.offset);
            for (uint32_t chunk = context.chunk; chunk != 0;
                 chunk = block_.at<StackChunk>(chunk)->previous)
                visit(chunk);
            const uint32_t values = cell + static_cast<uint32_t>(offsetof(Context, exception));
            trace_values(values, values + 56);
            for (uint32_t frame = context.frame; frame != 0;
                 frame = block_.at<Frame>(frame)->previous)
                trace_frame(frame);
            break;
        }
        case Kind::super:
            trace_values(cell + static_cast<uint32_t>(offsetof(Super, type)),
                         cell + static_cast<uint32_t>(sizeof(Super)));
            break;
        case Kind::native_object:
            trace_values(cell + NativeObject::values_offset,
                         cell + NativeObject::values_offset +
                             value_count(*block_.at<Object>(cell)) * 8);
            break;
        default: break;
    }
}

// A large cell is not looked through whole because one of its cards is marked.
void Collector::trace_card_of_large(uint32_t cell, uint32_t card) {
    holder_ = cell;
    const uint32_t begin = card * card_size_bytes, end = begin + card_size_bytes;
    switch (block_.at<Object>(cell)->kind) {
        case Kind::values: trace_values(std::max(begin, cell + 8), end); break;
        case Kind::dict_keys: {
            const DictKeys& keys = *block_.at<DictKeys>(cell);
            const uint32_t entries = cell + dict_entries_offset(keys.detail);
            if (end <= entries) break;
            const uint32_t first = begin <= entries ? 0 : (begin - entries) / 24;
            const uint32_t last = std::min(keys.entry_count, (end - entries + 23) / 24);
            for (uint32_t index = first; index < last; ++index)
                trace_values(entries + index * 24 + 8, entries + index * 24 + 24);
            break;
        }
        case Kind::set_table: {
            const uint32_t entries = cell + SetTable::entries_offset;
            const uint32_t first = begin <= entries ? 0 : (begin - entries) / 16;
            const uint32_t count = block_.at<SetTable>(cell)->mask + 1;
            const uint32_t last = std::min(count, (end - entries + 15) / 16);
            for (uint32_t index = first; index < last; ++index)
                trace_values(entries + index * 16, entries + index * 16 + 8);
            break;
        }
        case Kind::raw: break;
        default: trace(cell);  // a str too: its attributes
    }
}

void Collector::visit_roots() {
    const bool all = major_ || purpose_ != Purpose::mark;
    const auto roots = static_cast<uint32_t>(offsetof(BlockHeader, roots));
    for (uint32_t at = roots, end; at < roots + root_count_max * 8; at = end) {
        end = std::min(roots + root_count_max * 8, at - at % card_size_bytes + card_size_bytes);
        if (all || block_.cards()[at / card_size_bytes] & card_for_collector) trace_values(at, end);
    }
    visit(vm_.context.offset);
    for (uint32_t context = block_.header().contexts; context != 0 && is_young(context);
         context = block_.at<Context>(context)->next)
        visit(context);
    for (uint32_t dying = block_.header().dying; dying != 0; dying = block_.count_of(dying))
        visit(dying);
    visit_old_written();
}

// What was there before, and is not looked through: only where it was written since.
void Collector::visit_old_written() {
    if (major_) visit_marked_cards(card_since_freeze, frozen_pages_);
    else visit_marked_cards(card_for_collector, block_.header().page_count);
}

namespace {

constexpr uint64_t each_byte = 0x0101'0101'0101'0101u;

uint64_t card_word(const uint8_t* cards) {
    uint64_t word;
    std::memcpy(&word, cards, sizeof word);
    return word;
}

}  // namespace

void Collector::visit_marked_cards(CardMark mark, uint32_t page_count) {
    const uint32_t cards_per_page = page_size_bytes / card_size_bytes;
    const uint32_t card_count = page_count * cards_per_page;
    uint32_t card = page_table_offset / card_size_bytes;
    const Page* pages = block_.at<Page>(page_table_offset);
    for (; card < card_count; ++card) {
        if (!(block_.cards()[card] & mark)) {
            // Most are not marked: eight at a time.
            while (card % 8 == 0 && card + 8 < card_count &&
                   !(card_word(block_.cards() + card) & mark * each_byte))
                card += 8;
            if (!(block_.cards()[card] & mark)) continue;
        }
        uint32_t index = card / cards_per_page;
        const uint16_t size_class = pages[index].size_class;
        if (size_class == 0) continue;
        if (size_class >= size_class_large) {
            while (pages[index].size_class == size_class_rest && index > 0) --index;
            if (pages[index].size_class != size_class_large) continue;  // the header's pages
            const uint32_t cell = index * page_size_bytes;
            if (block_.at<Object>(cell)->flags & cell_old && !is_leaf(block_, cell))
                trace_card_of_large(cell, card);
            else card = (index + pages[index].page_count) * cards_per_page - 1;  // behind it
            continue;
        }
        if (pages[index].old_cells == 0) {
            card |= cards_per_page - 1;  // on to the next page
            continue;
        }
        const uint32_t size = size_of_class(size_class);
        const uint32_t start = index * page_size_bytes;
        const uint32_t begin = card * card_size_bytes - start;
        const uint32_t last =
            std::min<uint32_t>(pages[index].used_cells, (begin + card_size_bytes - 1) / size + 1);
        for (uint32_t number = begin / size; number < last; ++number) {
            const uint32_t cell = start + number * size;
            const Object& object = *block_.at<Object>(cell);
            if (object.kind == Kind::free_cell || !(object.flags & cell_old)) continue;
            holder_ = cell;
            trace(cell);
        }
    }
}

bool Collector::awaits_finalizer(uint32_t cell) const {
    const Object& object = *block_.at<Object>(cell);
    return object.flags & cell_mortal && !(object.flags & cell_finalized) &&
           has_finalizer(vm_, Ref<Mortal>{cell});
}

// A mortal that nobody reaches but whose count never fell to zero (it is in a cycle, or a dead
// container held it): its finaliser runs, and what it needs for that stays alive.
void Collector::find_unreachable_mortals() {
    if (block_.header().mortal_cells == 0) return;
    for (uint32_t index = frozen_pages_; index < block_.header().page_count; ++index) {
        const Page& page = block_.at<Page>(page_table_offset)[index];
        if (!page.mortals || (!major_ && !page.fresh)) continue;
        each_cell(index, [&](uint32_t cell) {
            if (!is_alive(cell) && awaits_finalizer(cell)) unreachable_.push_back(cell);
        });
    }
    for (const uint32_t cell : unreachable_) visit(cell);
    drain();
}

// Before finalisers run, which see what dies with their object as dead.
void Collector::clear_weak() {
    if (!has_weak_references(vm_)) return;
    const Ref<Dict> targets = vm_.root(Root::weak_references).as_ref<Dict>();
    std::vector<std::pair<uint32_t, uint32_t>> found;
    uint32_t position = 0;
    Value key, value;
    while (dict_next(vm_, targets, position, key, value))
        found.emplace_back(static_cast<uint32_t>(key.as_int()),
                           static_cast<uint32_t>(value.as_int()));
    for (const auto& [target, first] : found) {
        for (uint32_t at = first, next; at != 0; at = next) {
            next = block_[Ref<WeakReference>{at}].next;
            if (!is_alive(at)) unlink_weak_reference(vm_, Ref<WeakReference>{at});
        }
        if (is_alive(target)) continue;
        const std::vector<uint32_t> calls = clear_weak_references(vm_, target);
        weak_calls_.insert(weak_calls_.end(), calls.begin(), calls.end());
    }
}

void Collector::clear_cards() {
    const uint32_t card_count = block_.size_bytes() / card_size_bytes;
    for (uint32_t card = 0; card < card_count; card += 8) {  // a page has a multiple of eight
        uint64_t word = card_word(block_.cards() + card);
        if (!(word & card_for_collector * each_byte)) continue;
        word &= ~(card_for_collector * each_byte);
        std::memcpy(block_.cards() + card, &word, sizeof word);
    }
}

void Collector::run() {
    visit_roots();
    drain();
    clear_weak();
    find_unreachable_mortals();
    if (major_) drop_dead_contexts();
    sweep();
    doom_unreachable(vm_, unreachable_);
    doom_weak(vm_, weak_calls_);
    BlockHeader& header = block_.header();  // what is doomed may move the block
    header.allocated_bytes = 0;
    header.holder_credit = std::min(header.holder_credit + holder_credit_a_collection,
                                    holder_credit_most);
    ++header.collection_count;
    if (major_) header.live_bytes_after_major = header.live_bytes;
    clear_cards();
    block_.attention &= static_cast<uint8_t>(~attention_collect);
}

void Collector::doom_unreached(Ref<Module> module) {
    ASSERT(major_);
    bool any = false;  // marking all is dear
    for (uint32_t index = frozen_pages_; index < block_.header().page_count && !any; ++index)
        each_cell(index, [&](uint32_t cell) { any = any || awaits_finalizer(cell); });
    if (!any) return;
    if (module) {  // marked, so not looked through
        set_marked(module.offset);
        set_marked(block_[module].attributes.offset);
    }
    visit_roots();
    drain();
    find_unreachable_mortals();
    doom_unreachable(vm_, unreachable_);
}

void collect(Vm& vm, bool major) {
    Collector collector(vm, major);
    collector.run();
    // Another shape may get the address of one that died with its class.
    if (collector.shapes_died()) forget_inline_caches(vm);
}

void finalize_unreached(Vm& vm, Ref<Module> module) { Collector(vm, true).doom_unreached(module); }

// When the interpreter collects by itself: a major collection when what lives has doubled.
void collect_as_needed(Vm& vm) {
    const BlockHeader& header = *vm.block.at<BlockHeader>(0);
    const uint64_t limit = std::max(major_live_bytes_least, header.live_bytes_after_major * 2);
    collect(vm, header.live_bytes > limit || header.allocated_bytes >= collect_all_bytes);
}

}  // namespace meada
