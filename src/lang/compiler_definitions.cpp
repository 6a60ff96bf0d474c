// Functions, classes, lambdas.
#include "lang/compiler.h"

namespace meada::lang {
namespace {

constexpr uint32_t has_defaults = 1, has_keyword_defaults = 2, has_annotations = 4, has_closure = 8;

const Constant* docstring_of(Statements body) {
    if (body.empty() || body[0]->kind != StatementKind::expression) return nullptr;
    const Expression* value = body[0]->value;
    const bool text =
        value->kind == ExpressionKind::constant && value->constant->kind == Constant::Kind::text;
    return text ? value->constant : nullptr;
}

}  // namespace

void Compiler::decorators(Expressions list) { expressions(list); }

void Compiler::apply_decorators(Expressions list) {
    const KeepPlace keep(*this);
    for (size_t index = list.size(); index-- > 0;) {
        set_place(list[index]->range);
        emit(Opcode::CALL, 0);
    }
}

void Compiler::check_parameters(const Parameters& p) {
    for (const auto& list : {p.positional_only, p.positional, p.keyword_only})
        for (const Parameter& one : list)
            if (one.name == "__debug__") return fail("cannot assign to __debug__", unit_->place);
    for (const Parameter* one : {p.var_positional, p.var_keyword})
        if (one != nullptr && one->name == "__debug__")
            return fail("cannot assign to __debug__", unit_->place);
}

uint32_t Compiler::default_arguments(const Parameters& p) {
    uint32_t flags = 0;
    if (!p.defaults.empty()) {
        expressions(p.defaults);
        emit(Opcode::BUILD_TUPLE, static_cast<uint32_t>(p.defaults.size()));
        flags |= has_defaults;
    }
    Constant names;
    names.kind = Constant::Kind::tuple;
    for (size_t index = 0; index < p.keyword_only.size(); ++index) {
        if (p.keyword_defaults[index] == nullptr) continue;
        expression(p.keyword_defaults[index]);
        Constant name;
        name.kind = Constant::Kind::text;
        name.text = mangled(p.keyword_only[index].name);
        names.items.push_back(std::move(name));
    }
    if (!names.items.empty()) {
        load_constant(names);
        emit(Opcode::BUILD_CONST_KEY_MAP, static_cast<uint32_t>(names.items.size()));
        flags |= has_keyword_defaults;
    }
    return flags;
}

void Compiler::annotation(std::string_view name, const Expression* value, uint32_t& count) {
    if (value == nullptr) return;
    load_text(mangled(name));
    annotation_expression(value);
    count += 2;
}

uint32_t Compiler::annotations(const Parameters& p, const Expression* returns) {
    uint32_t count = 0;
    for (const Parameter& one : p.positional) annotation(one.name, one.annotation, count);
    for (const Parameter& one : p.positional_only) annotation(one.name, one.annotation, count);
    if (p.var_positional != nullptr)
        annotation(p.var_positional->name, p.var_positional->annotation, count);
    for (const Parameter& one : p.keyword_only) annotation(one.name, one.annotation, count);
    if (p.var_keyword != nullptr) annotation(p.var_keyword->name, p.var_keyword->annotation, count);
    annotation("return", returns, count);
    if (count == 0) return 0;
    emit(Opcode::BUILD_TUPLE, count);
    return has_annotations;
}

void Compiler::set_parameter_counts(const Parameters& p) {
    Code& code = unit_->code;
    code.positional_only_count = static_cast<uint32_t>(p.positional_only.size());
    code.positional_count = code.positional_only_count + static_cast<uint32_t>(p.positional.size());
    code.keyword_only_count = static_cast<uint32_t>(p.keyword_only.size());
}

namespace {

bool same_constants(const CodeUnit& unit, const std::vector<Constant>& a,
                    const std::vector<Constant>& b);

bool same_code(const CodeUnit& unit, const Code& a, const Code& b) {
    const auto same_ranges = [&] {
        for (size_t index = 0; index < a.exception_ranges.size(); ++index) {
            const ExceptionRange &x = a.exception_ranges[index], &y = b.exception_ranges[index];
            if (x.start != y.start || x.end != y.end || x.target != y.target) return false;
        }
        return true;
    };
    return a.first_line == b.first_line && a.qualified_name == b.qualified_name &&
           a.instructions == b.instructions && a.ranges == b.ranges && a.flags == b.flags &&
           a.names == b.names && a.local_names == b.local_names && a.cell_names == b.cell_names &&
           a.free_names == b.free_names && a.exception_ranges.size() == b.exception_ranges.size() &&
           same_ranges() && same_constants(unit, a.constants, b.constants);
}

bool same_constants(const CodeUnit& unit, const std::vector<Constant>& a,
                    const std::vector<Constant>& b) {
    if (a.size() != b.size()) return false;
    for (size_t index = 0; index < a.size(); ++index) {
        const bool codes =
            a[index].kind == Constant::Kind::code && b[index].kind == Constant::Kind::code;
        if (codes
                ? !same_code(unit, unit.codes[a[index].code_index], unit.codes[b[index].code_index])
                : constant_key(a[index]) != constant_key(b[index]))
            return false;
    }
    return true;
}

}  // namespace

// A `finally` block is compiled twice: what it defines is one code object all the same.
uint32_t Compiler::known_code(uint32_t code_index) {
    for (const Constant& constant : unit_->code.constants) {
        if (constant.kind != Constant::Kind::code) continue;
        if (!same_code(out_, out_.codes[constant.code_index], out_.codes[code_index])) continue;
        out_.codes.resize(first_code_of_last_);
        return constant.code_index;
    }
    return code_index;
}

// Makes the function object from a finished code: closure, code, MAKE_FUNCTION.
void Compiler::make_closure(uint32_t code_index, uint32_t flags) {
    if (error_) return;
    code_index = known_code(code_index);
    const std::vector<std::string> free = out_.codes[code_index].free_names;
    for (const std::string& name : free) {
        const auto found = unit_->cells_and_free.find(name);
        ASSERT(found != unit_->cells_and_free.end());
        emit(Opcode::LOAD_CLOSURE, found->second);
    }
    if (!free.empty()) {
        flags |= has_closure;
        emit(Opcode::BUILD_TUPLE, static_cast<uint32_t>(free.size()));
    }
    Constant code;
    code.kind = Constant::Kind::code;
    code.code_index = code_index;
    load_constant(code);
    emit(Opcode::MAKE_FUNCTION, flags);
}

void Compiler::function(const Statement* s) {
    decorators(s->decorators);
    const uint32_t first_line =
        s->decorators.empty() ? s->range.line : s->decorators[0]->range.line;
    check_parameters(*s->parameters);
    uint32_t flags = default_arguments(*s->parameters);
    flags |= annotations(*s->parameters, s->value);
    const bool is_async = s->kind == StatementKind::async_function;
    enter(is_async ? UnitKind::async_function : UnitKind::function, s->name, s, first_line);
    const Constant* docstring = docstring_of(s->body);
    constant_slot(docstring != nullptr ? *docstring : Constant{});
    set_parameter_counts(*s->parameters);
    statements(docstring != nullptr ? s->body.subspan(1) : s->body);
    const uint32_t code = leave(true);
    make_closure(code, flags);
    apply_decorators(s->decorators);
    access_name(s->name, Access::store);
}

void Compiler::lambda(const Expression* e) {
    check_parameters(*e->parameters);
    const uint32_t flags = default_arguments(*e->parameters);
    enter(UnitKind::lambda, "<lambda>", e, e->range.line);
    constant_slot(Constant{});  // so that it has no docstring
    set_parameter_counts(*e->parameters);
    expression(e->first);
    uint32_t code;
    if (unit_->scope->generator) {
        code = leave(false);
    } else {
        emit(Opcode::RETURN_VALUE);
        code = leave(true);
    }
    make_closure(code, flags);
}

void Compiler::class_definition(const Statement* s) {
    decorators(s->decorators);
    const uint32_t first_line =
        s->decorators.empty() ? s->range.line : s->decorators[0]->range.line;
    enter(UnitKind::class_, s->name, s, first_line);
    class_body(s);
    const uint32_t code = leave(true);
    emit(Opcode::PUSH_NULL);
    emit(Opcode::LOAD_BUILD_CLASS);
    make_closure(code, 0);
    load_text(s->name);
    call_with(2, s->items, s->keywords);
    apply_decorators(s->decorators);
    access_name(s->name, Access::store);
}

void Compiler::class_body(const Statement* s) {
    access_name("__name__", Access::load);
    access_name("__module__", Access::store);
    load_text(unit_->code.qualified_name);
    access_name("__qualname__", Access::store);
    body(s->body);
    clear_place();
    if (unit_->scope->needs_class_closure) {
        emit(Opcode::LOAD_CLOSURE, unit_->cells_and_free.at("__class__"));
        emit(Opcode::COPY, 1);
        access_name("__classcell__", Access::store);
    } else {
        load_none();
    }
    emit(Opcode::RETURN_VALUE);
}

}  // namespace meada::lang
