// Units (one a code object), names, constants, and the emission of one instruction.
#include "lang/compiler.h"

#include <algorithm>

namespace meada::lang {

void Compiler::fail(std::string message, SourceRange range, std::string class_name) {
    if (!error_) error_ = SyntaxError{std::move(class_name), std::move(message), range, {}};
}

void Compiler::warn(std::string message, SourceRange range) {
    if (warnings_ != nullptr) warnings_->push_back({"SyntaxWarning", std::move(message), range});
}

// --- units --------------------------------------------------------------------------------------

void Compiler::enter(UnitKind kind, std::string_view name, const void* node, uint32_t first_line) {
    auto made = std::make_unique<Unit>();
    made->kind = kind;
    made->scope = symbols_.by_node.at(node);
    made->private_name = made->scope->private_name;
    made->code.name = name;
    made->first_code = static_cast<uint32_t>(out_.codes.size());
    made->code.first_line = first_line;
    made->place = SourceRange{first_line, first_line, 0, 0};
    Scope& scope = *made->scope;
    for (const std::string_view parameter : scope.parameters) {
        made->locals.emplace(parameter, static_cast<uint32_t>(made->code.local_names.size()));
        made->code.local_names.emplace_back(parameter);
    }
    std::vector<std::string_view> cells, free;
    for (const Symbol& symbol : scope.symbols) {
        if (symbol.scope == NameScope::cell) cells.push_back(symbol.name);
        if (symbol.scope == NameScope::free || symbol.free_through_class)
            free.push_back(symbol.name);
    }
    std::sort(free.begin(), free.end());
    // co_cellvars: parameters in their order, then the others by name.
    std::sort(cells.begin(), cells.end(), [&](std::string_view left, std::string_view right) {
        const auto a = made->locals.find(left), b = made->locals.find(right);
        const auto none = made->locals.end();
        if (a != none && b != none) return a->second < b->second;
        return (a != none) != (b != none) ? a != none : left < right;
    });
    if (scope.needs_class_closure) cells.insert(cells.begin(), "__class__");
    for (const std::string_view cell : cells) {
        made->cells_and_free.emplace(cell, static_cast<uint32_t>(made->cells_and_free.size()));
        made->code.cell_names.emplace_back(cell);
    }
    for (const std::string_view one : free) {
        made->cells_and_free.emplace(one, static_cast<uint32_t>(made->cells_and_free.size()));
        made->code.free_names.emplace_back(one);
    }
    units_.push_back(std::move(made));
    unit_ = units_.back().get();
    if (kind == UnitKind::module) {
        unit_->code.qualified_name = name;
        clear_place();
    } else {
        set_qualified_name();
    }
    emit(Opcode::RESUME, 0);
}

void Compiler::set_qualified_name() {
    Unit& outer = *units_[units_.size() - 2];
    std::string prefix;
    if (units_.size() > 2 || outer.kind != UnitKind::module) {
        bool global = false;
        const bool is_definition = unit_->kind == UnitKind::function ||
                                   unit_->kind == UnitKind::async_function ||
                                   unit_->kind == UnitKind::class_;
        if (is_definition) {
            const Symbol* symbol =
                outer.scope->find(mangle(arena_, outer.private_name, unit_->scope->name));
            global = symbol != nullptr && symbol->scope == NameScope::global_explicit;
        }
        if (!global) {
            prefix = outer.code.qualified_name;
            if (outer.kind != UnitKind::class_ && outer.kind != UnitKind::comprehension)
                prefix += ".<locals>";
            prefix += ".";
        }
    }
    unit_->code.qualified_name = prefix + unit_->code.name;
}

void Compiler::set_flags() {
    const Scope& scope = *unit_->scope;
    uint32_t flags = 0;
    if (scope.kind == ScopeKind::function) {
        flags |= code_optimized | code_new_locals;
        if (scope.nested) flags |= code_nested;
        if (scope.generator && !scope.coroutine) flags |= code_generator;
        if (!scope.generator && scope.coroutine) flags |= code_coroutine;
        if (scope.generator && scope.coroutine) flags |= code_async_generator;
        if (scope.has_var_positional) flags |= code_varargs;
        if (scope.has_var_keyword) flags |= code_varkeywords;
    }
    unit_->code.flags = flags;
}

SlotLayout Compiler::lay_out_slots() {
    const Code& code = unit_->code;
    SlotLayout slots;
    slots.local_count = static_cast<uint32_t>(code.local_names.size());
    for (size_t cell = 0; cell < code.cell_names.size(); ++cell) {
        const auto found = unit_->locals.find(code.cell_names[cell]);
        slots.cell_slots.push_back(found != unit_->locals.end()
                                       ? found->second
                                       : slots.local_count + static_cast<uint32_t>(cell));
    }
    slots.free_count = static_cast<uint32_t>(code.free_names.size());
    return slots;
}

uint32_t Compiler::leave(bool add_none) {
    if (!unit_->graph.returns()) {
        clear_place();
        if (add_none) load_none();
        emit(Opcode::RETURN_VALUE);
    }
    set_flags();
    uint32_t index = 0;
    if (!error_) {
        assemble(unit_->graph, lay_out_slots(), unit_->code);
        if (unit_->kind != UnitKind::module) {
            index = static_cast<uint32_t>(out_.codes.size());
            first_code_of_last_ = unit_->first_code;
            out_.codes.push_back(std::move(unit_->code));
        } else {
            out_.codes[0] = std::move(unit_->code);
        }
    }
    units_.pop_back();
    unit_ = units_.empty() ? nullptr : units_.back().get();
    return index;
}

void Compiler::compile_module() {
    out_.codes.emplace_back();  // [0] is the module's
    enter(UnitKind::module, "<module>", &ast_, 1);
    if (ast_.expression != nullptr) {
        expression(ast_.expression);
        leave(false);
    } else {
        body(ast_.body);
        leave(true);
    }
}

// --- instructions
// ---------------------------------------------------------------------------------

void Compiler::emit(Opcode opcode, uint32_t argument) {
    if (argument > argument_max) fail("too large a program", unit_->place, "OverflowError");
    unit_->graph.add(opcode, argument, unit_->place);
}

void Compiler::emit_jump(Opcode opcode, Block target) {
    unit_->graph.add(opcode, 0, unit_->place, target);
}

void Compiler::emit_jump_without_line(Opcode opcode, Block target) {
    unit_->graph.add(opcode, 0, SourceRange{}, target);
}

void Compiler::emit_without_line(Opcode opcode) { unit_->graph.add(opcode, 0, SourceRange{}); }

uint32_t Compiler::constant_slot(const Constant& value) {
    const auto [place, added] = unit_->constants.try_emplace(
        constant_key(value), static_cast<uint32_t>(unit_->code.constants.size()));
    if (added) unit_->code.constants.push_back(value);
    return place->second;
}

void Compiler::load_constant(const Constant& value) {
    emit(Opcode::LOAD_CONST, constant_slot(value));
}

void Compiler::load_none() { load_constant(Constant{}); }

void Compiler::load_text(std::string_view text) {
    Constant value;
    value.kind = Constant::Kind::text;
    value.text = text;
    load_constant(value);
}

void Compiler::load_integer(uint64_t number) {
    Constant value;
    value.kind = Constant::Kind::integer;
    value.text = std::to_string(number);
    load_constant(value);
}

std::string_view Compiler::mangled(std::string_view name) {
    return mangle(arena_, unit_->private_name, name);
}

uint32_t Compiler::name_slot(std::string_view name) {
    const auto [place, added] =
        unit_->names.try_emplace(name, static_cast<uint32_t>(unit_->code.names.size()));
    if (added) unit_->code.names.emplace_back(name);
    return place->second;
}

void Compiler::emit_name(Opcode opcode, std::string_view name) {
    emit(opcode, name_slot(mangled(name)));
}

bool Compiler::inside_function() const {
    return unit_->kind != UnitKind::module && unit_->kind != UnitKind::class_;
}

void Compiler::access_name(std::string_view plain, Access access) {
    const std::string_view name = mangled(plain);
    if (access != Access::load && name == "__debug__")
        return fail(
            access == Access::store ? "cannot assign to __debug__" : "cannot delete __debug__",
            unit_->place);
    const auto pick = [&](Opcode load, Opcode store, Opcode del) {
        return access == Access::load ? load : access == Access::store ? store : del;
    };
    const Symbol* symbol = unit_->scope->find(name);
    const bool in_function = unit_->scope->kind == ScopeKind::function;
    const NameScope scope = symbol != nullptr ? symbol->scope : NameScope::global_implicit;
    if (symbol != nullptr && (scope == NameScope::free || scope == NameScope::cell)) {
        const bool in_class = unit_->scope->kind == ScopeKind::class_;
        const Opcode load = in_class ? Opcode::LOAD_CLASSDEREF : Opcode::LOAD_DEREF;
        emit(pick(load, Opcode::STORE_DEREF, Opcode::DELETE_DEREF), unit_->cells_and_free.at(name));
        return;
    }
    if (symbol != nullptr && scope == NameScope::local && in_function) {
        const auto [place, added] =
            unit_->locals.try_emplace(name, static_cast<uint32_t>(unit_->code.local_names.size()));
        if (added) unit_->code.local_names.emplace_back(name);
        emit(pick(Opcode::LOAD_FAST, Opcode::STORE_FAST, Opcode::DELETE_FAST), place->second);
        return;
    }
    const bool global = symbol != nullptr && (scope == NameScope::global_explicit ||
                                              (scope == NameScope::global_implicit && in_function));
    if (global) {
        const Opcode opcode =
            pick(Opcode::LOAD_GLOBAL, Opcode::STORE_GLOBAL, Opcode::DELETE_GLOBAL);
        const uint32_t slot = name_slot(name);
        emit(opcode, access == Access::load ? slot << 1 : slot);
        return;
    }
    emit(pick(Opcode::LOAD_NAME, Opcode::STORE_NAME, Opcode::DELETE_NAME), name_slot(name));
}

void Compiler::emit_yield_from(bool await) {
    const Block start = make_block(), resume = make_block(), exit = make_block();
    use(start);
    emit_jump(Opcode::SEND, exit);
    use(resume);
    emit(Opcode::YIELD_VALUE);
    emit(Opcode::RESUME, await ? 3 : 2);
    emit_jump(op_jump_no_interrupt, start);
    use(exit);
}

void Compiler::emit_yield() {
    if (unit_->scope->generator && unit_->scope->coroutine) emit(Opcode::ASYNC_GEN_WRAP);
    emit(Opcode::YIELD_VALUE);
    emit(Opcode::RESUME, 1);
}

}  // namespace meada::lang
