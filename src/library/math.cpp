// math: the functions over floats, on the one libm of all builds. What needs integers of any size
// or an iterable is in math.py.
#include <algorithm>
#include <cmath>
#include <limits>

#include "library/natives.h"
#include "meada_libm.h"

namespace meada {
namespace {

// The function that is called, and with what: __func__ names it as natives.def does.
struct Called {
    const Args& args;
    const char* function;
};

// A float from what math takes. False: raised, or the function is called again with what
// __float__ and __index__ in Python give.
bool number_of(Vm& vm, const Called& called, uint32_t index, double& number) {
    const Value value = called.args[index];
    if (value.is_float()) {
        number = value.as_float();
        return true;
    }
    if (is_float_like(vm, value)) {
        number = float_of(vm, value);
        return true;
    }
    if (is_int_like(vm, value)) {
        number = to_double(vm, value);
        if (!std::isinf(number)) return true;
        vm.raise(Root::OverflowError, "int too large to convert to float");
        return false;
    }
    if (vm.special(value, Special::float_) || vm.special(value, Special::index_)) {
        std::vector<Value> arguments;
        for (uint32_t each = 0; each < called.args.count && called.args.has(each); ++each)
            arguments.push_back(called.args[each]);
        const Value tuple = new_tuple(vm, arguments);
        const Value name = intern(vm, called.function + std::string_view("library_").size());
        if (tuple && name) vm.call_prelude(Root::prelude_call_with_floats, {name, tuple});
        return false;
    }
    vm.raise(Root::TypeError, "must be real number, not " + type_name(vm, value));
    return false;
}

Value domain_error(Vm& vm) { return vm.raise(Root::ValueError, "math domain error"); }
Value range_error(Vm& vm) { return vm.raise(Root::OverflowError, "math range error"); }

enum class Overflow : bool { domain, range };

Value unary(Vm& vm, const Called& called, double (*function)(double), Overflow overflow) {
    vm.charge(4);
    double number = 0;
    if (!number_of(vm, called, 0, number)) return {};
    const double result = function(number);
    if (std::isnan(result) && !std::isnan(number)) return domain_error(vm);
    if (std::isinf(result) && std::isfinite(number))
        return overflow == Overflow::range ? range_error(vm) : domain_error(vm);
    return Value::from_float(result);
}

Value binary(Vm& vm, const Called& called, double (*function)(double, double)) {
    vm.charge(4);
    double x = 0, y = 0;
    if (!number_of(vm, called, 0, x) || !number_of(vm, called, 1, y)) return {};
    const double result = function(x, y);
    if (std::isnan(result) && !std::isnan(x) && !std::isnan(y)) return domain_error(vm);
    if (std::isinf(result) && std::isfinite(x) && std::isfinite(y)) return range_error(vm);
    return Value::from_float(result);
}

double square_root(double x) { return std::sqrt(x); }
double absolute(double x) { return std::fabs(x); }
double sign_copied(double x, double y) { return std::copysign(x, y); }

// Poles and the negative half line as CPython words them.
double gamma_of(double x) {
    if (x == 0 || (x < 0 && x == std::floor(x))) return std::numeric_limits<double>::quiet_NaN();
    return meada_tgamma(x);
}

// The library's own gives nonsense far below its domain.
double acosh_of(double x) {
    return x < 1 ? std::numeric_limits<double>::quiet_NaN() : meada_acosh(x);
}

}  // namespace

#define UNARY(name, function, overflow)                     \
    Value library_##name(Vm& vm, const Args& args) {        \
        return unary(vm, {args, __func__}, function, Overflow::overflow); \
    }
UNARY(acos, meada_acos, domain)
UNARY(acosh, acosh_of, domain)
UNARY(asin, meada_asin, domain)
UNARY(asinh, meada_asinh, domain)
UNARY(atan, meada_atan, domain)
UNARY(atanh, meada_atanh, domain)
UNARY(cbrt, meada_cbrt, domain)
UNARY(cos, meada_cos, domain)
UNARY(cosh, meada_cosh, range)
UNARY(erf, meada_erf, domain)
UNARY(erfc, meada_erfc, domain)
UNARY(exp, meada_exp, range)
UNARY(exp2, meada_exp2, range)
UNARY(expm1, meada_expm1, range)
UNARY(fabs, absolute, domain)
UNARY(log1p, meada_log1p, domain)
UNARY(sin, meada_sin, domain)
UNARY(sinh, meada_sinh, range)
UNARY(sqrt, square_root, domain)
UNARY(tan, meada_tan, domain)
UNARY(tanh, meada_tanh, domain)
#undef UNARY

Value library_gamma(Vm& vm, const Args& args) {
    double x = 0;
    if (!number_of(vm, {args, __func__}, 0, x)) return {};
    if (std::isinf(x) && x < 0) return domain_error(vm);
    return unary(vm, {args, __func__}, gamma_of, Overflow::range);
}

Value library_lgamma(Vm& vm, const Args& args) {
    double x = 0;
    if (!number_of(vm, {args, __func__}, 0, x)) return {};
    if (std::isinf(x)) return Value::from_float(std::fabs(x));
    if (x <= 0 && x == std::floor(x)) return domain_error(vm);
    int sign = 0;
    const double result = meada_lgamma_r(x, &sign);
    if (std::isinf(result)) return range_error(vm);
    return Value::from_float(result);
}

Value library_degrees(Vm& vm, const Args& args) {
    double x = 0;
    if (!number_of(vm, {args, __func__}, 0, x)) return {};
    return Value::from_float(x * (180.0 / 3.141592653589793238462643383279502884));
}
Value library_radians(Vm& vm, const Args& args) {
    double x = 0;
    if (!number_of(vm, {args, __func__}, 0, x)) return {};
    return Value::from_float(x * (3.141592653589793238462643383279502884 / 180.0));
}

Value library_atan2(Vm& vm, const Args& args) { return binary(vm, {args, __func__}, meada_atan2); }
Value library_copysign(Vm& vm, const Args& args) {
    return binary(vm, {args, __func__}, sign_copied);
}
Value library_remainder(Vm& vm, const Args& args) {
    return binary(vm, {args, __func__}, meada_remainder);
}

Value library_fmod(Vm& vm, const Args& args) {
    double x = 0, y = 0;
    if (!number_of(vm, {args, __func__}, 0, x) || !number_of(vm, {args, __func__}, 1, y)) return {};
    if (std::isinf(y) && std::isfinite(x)) return Value::from_float(x);
    return binary(vm, {args, __func__}, meada_fmod);
}

Value library_nextafter(Vm& vm, const Args& args) {
    double x = 0, y = 0;
    if (!number_of(vm, {args, __func__}, 0, x) || !number_of(vm, {args, __func__}, 1, y)) return {};
    return Value::from_float(std::nextafter(x, y));
}

Value library_ulp(Vm& vm, const Args& args) {
    double x = 0;
    if (!number_of(vm, {args, __func__}, 0, x)) return {};
    if (std::isnan(x)) return Value::from_float(x);
    x = std::fabs(x);
    if (std::isinf(x)) return Value::from_float(x);
    const double infinity = std::numeric_limits<double>::infinity();
    const double above = std::nextafter(x, infinity);
    return Value::from_float(std::isinf(above) ? x - std::nextafter(x, -infinity) : above - x);
}

Value library_pow(Vm& vm, const Args& args) {
    double x = 0, y = 0;
    if (!number_of(vm, {args, __func__}, 0, x) || !number_of(vm, {args, __func__}, 1, y)) return {};
    const double result = meada_pow(x, y);
    if (std::isnan(result) && !std::isnan(x) && !std::isnan(y)) return domain_error(vm);
    if (std::isinf(result) && std::isfinite(x) && std::isfinite(y))
        return x == 0 ? domain_error(vm) : range_error(vm);
    return Value::from_float(result);
}

namespace {

// log of an int of any size: log(x / 2**k) + k * log(2) where x itself is no float.
bool logarithm(Vm& vm, const Called& called, uint32_t index, double (*function)(double),
               double& result) {
    const Value value = called.args[index];
    if (is_int_like(vm, value) && std::isinf(to_double(vm, value))) {
        const std::string digits = int_to_decimal(vm, value);
        if (digits[0] == '-') {
            domain_error(vm);
            return false;
        }
        const std::string leading = "0." + digits.substr(0, 40);
        const double mantissa = *parse_float(leading);
        result = function(mantissa) + static_cast<double>(digits.size()) * function(10.0);
        return true;
    }
    double number = 0;
    if (!number_of(vm, called, index, number)) return false;
    if (number <= 0 || (std::isinf(number) && number < 0)) {
        domain_error(vm);
        return false;
    }
    result = function(number);
    return true;
}

Value logarithm_value(Vm& vm, const Called& called, double (*function)(double)) {
    double result = 0;
    return logarithm(vm, called, 0, function, result) ? Value::from_float(result) : Value{};
}

}  // namespace

Value library_log(Vm& vm, const Args& args) {
    double result = 0, base = 0;
    if (!logarithm(vm, {args, __func__}, 0, meada_log, result)) return {};
    if (!args.has(1)) return Value::from_float(result);
    if (!logarithm(vm, {args, __func__}, 1, meada_log, base)) return {};
    if (base == 0) return vm.raise(Root::ZeroDivisionError, "float division by zero");
    return Value::from_float(result / base);
}
Value library_log2(Vm& vm, const Args& args) {
    return logarithm_value(vm, {args, __func__}, meada_log2);
}
Value library_log10(Vm& vm, const Args& args) {
    return logarithm_value(vm, {args, __func__}, meada_log10);
}

namespace {

// A whole float as an int of any size: its mantissa shifted.
Value whole(Vm& vm, double number) {
    if (std::isnan(number))
        return vm.raise(Root::ValueError, "cannot convert float NaN to integer");
    if (std::isinf(number))
        return vm.raise(Root::OverflowError, "cannot convert float infinity to integer");
    if (std::fabs(number) < 9e18) return new_int(vm, static_cast<int64_t>(number));
    int exponent = 0;
    const double mantissa = std::frexp(number, &exponent);
    const Value digits = new_int(vm, static_cast<int64_t>(std::ldexp(mantissa, 53)));
    if (digits.is_null()) return {};
    return meada::binary(vm, BinaryOperator::left_shift, digits,
                         Value::from_int(exponent - 53)).result;
}

Value rounded(Vm& vm, const Called& called, Special special, double (*round)(double)) {
    const Value value = called.args[0];
    if (is_float_like(vm, value)) return whole(vm, round(float_of(vm, value)));
    if (const Value method = vm.special(value, special); method) {
        if (is_int_like(vm, value)) {
            if (value.is_int()) return value;
            if (vm.block.kind(value) == Kind::boolean)
                return Value::from_int(vm.block.object(value).detail);
        }
        return vm.call(method, {value});
    }
    if (is_int_like(vm, value)) return value;
    if (special == Special::trunc_)
        return vm.raise(Root::TypeError,
                        "type " + type_name(vm, value) + " doesn't define __trunc__ method");
    double number = 0;
    if (!number_of(vm, called, 0, number)) return {};
    return whole(vm, round(number));
}

double round_down(double x) { return std::floor(x); }
double round_up(double x) { return std::ceil(x); }
double cut(double x) { return std::trunc(x); }

}  // namespace

Value library_floor(Vm& vm, const Args& args) {
    return rounded(vm, {args, __func__}, Special::floor_, round_down);
}
Value library_ceil(Vm& vm, const Args& args) {
    return rounded(vm, {args, __func__}, Special::ceil_, round_up);
}
Value library_trunc(Vm& vm, const Args& args) {
    return rounded(vm, {args, __func__}, Special::trunc_, cut);
}

Value library_frexp(Vm& vm, const Args& args) {
    double x = 0;
    if (!number_of(vm, {args, __func__}, 0, x)) return {};
    int exponent = 0;
    if (x != 0 && std::isfinite(x)) x = std::frexp(x, &exponent);
    const Value pair[] = {Value::from_float(x), Value::from_int(exponent)};
    return new_tuple(vm, pair);
}

Value library_ldexp(Vm& vm, const Args& args) {
    double x = 0;
    if (!number_of(vm, {args, __func__}, 0, x)) return {};
    if (!is_int_like(vm, args[1]))
        return vm.raise(Root::TypeError, "Expected an int as second argument to ldexp.");
    if (x == 0 || !std::isfinite(x)) return Value::from_float(x);
    const auto exponent = to_int64(vm, args[1]);
    const int64_t power = exponent ? *exponent : (to_double(vm, args[1]) < 0 ? -100000 : 100000);
    const double result =
        std::ldexp(x, static_cast<int>(std::clamp<int64_t>(power, -100000, 100000)));
    if (std::isinf(result)) return range_error(vm);
    return Value::from_float(result);
}

Value library_modf(Vm& vm, const Args& args) {
    double x = 0;
    if (!number_of(vm, {args, __func__}, 0, x)) return {};
    double part = x, rest = 0;
    if (std::isinf(x)) rest = std::copysign(0.0, x);
    else if (std::isnan(x)) rest = x;
    else rest = std::modf(x, &part);
    const Value pair[] = {Value::from_float(rest), Value::from_float(part)};
    return new_tuple(vm, pair);
}

#define CLASSIFY(name, test)                                        \
    Value library_##name(Vm& vm, const Args& args) {                \
        double x = 0;                                               \
        if (!number_of(vm, {args, __func__}, 0, x)) return {};                  \
        return vm.boolean(test(x));                                 \
    }
CLASSIFY(isfinite, std::isfinite)
CLASSIFY(isinf, std::isinf)
CLASSIFY(isnan, std::isnan)
#undef CLASSIFY

namespace {

bool numbers_of(Vm& vm, Value list_value, std::vector<double>& numbers) {
    const auto list = list_value.as_ref<List>();
    for (uint32_t index = 0; index < vm.block[list].count; ++index) {
        const Value item =
            vm.block.load(vm.block[list].items.offset + Values::first_offset + index * 8);
        if (is_float_like(vm, item)) {
            numbers.push_back(float_of(vm, item));
            continue;
        }
        if (!is_int_like(vm, item)) {
            vm.raise(Root::TypeError, "must be real number, not " + type_name(vm, item));
            return false;
        }
        numbers.push_back(to_double(vm, item));
        if (!std::isinf(numbers.back())) continue;
        vm.raise(Root::OverflowError, "int too large to convert to float");
        return false;
    }
    vm.charge(numbers.size() * 4);
    return true;
}

// Adds exactly: partial sums that do not overlap (Shewchuk, "Adaptive Precision Floating-Point
// Arithmetic and Fast Robust Geometric Predicates", 1997).
void add_exactly(std::vector<double>& partials, double x) {
    size_t kept = 0;
    for (double y : partials) {
        if (std::fabs(x) < std::fabs(y)) std::swap(x, y);
        const double high = x + y, low = y - (high - x);
        if (low != 0) partials[kept++] = low;
        x = high;
    }
    partials.resize(kept);
    partials.push_back(x);
}

double rounded_sum(const std::vector<double>& partials) {
    size_t left = partials.size();
    if (left == 0) return 0;
    double high = partials[--left], low = 0;
    while (left > 0) {
        const double x = high, y = partials[--left];
        high = x + y;
        low = y - (high - x);
        if (low != 0) break;
    }
    // Half-way cases: the next partial decides to which side to round.
    if (left > 0 && ((low < 0 && partials[left - 1] < 0) || (low > 0 && partials[left - 1] > 0))) {
        const double y = low * 2, x = high + y;
        if (y == x - high) high = x;
    }
    return high;
}

}  // namespace

Value library_fsum(Vm& vm, const Args& args) {
    std::vector<double> numbers, partials;
    if (!numbers_of(vm, args[0], numbers)) return {};
    double special = 0, infinities = 0;
    for (const double number : numbers) {
        if (!std::isfinite(number)) {
            if (std::isinf(number)) infinities += number;
            special += number;
            continue;
        }
        add_exactly(partials, number);
        if (!std::isfinite(partials.back()))
            return vm.raise(Root::OverflowError, "intermediate overflow in fsum");
    }
    if (special != 0 || std::isnan(special)) {
        if (std::isnan(infinities)) return vm.raise(Root::ValueError, "-inf + inf in fsum");
        return Value::from_float(special);
    }
    return Value::from_float(rounded_sum(partials));
}

// Scaled by a power of two, summed without loss, so that the result is as good as CPython's.
Value library_hypot(Vm& vm, const Args& args) {
    std::vector<double> numbers;
    if (!numbers_of(vm, args[0], numbers)) return {};
    double most = 0;
    bool nan = false;
    for (double& number : numbers) {
        number = std::fabs(number);
        nan = nan || std::isnan(number);
        most = std::max(most, number);
    }
    if (std::isinf(most)) return Value::from_float(most);
    if (nan) return Value::from_float(std::numeric_limits<double>::quiet_NaN());
    if (most == 0 || numbers.size() < 2) return Value::from_float(most);
    int exponent = 0;
    std::frexp(most, &exponent);
    std::vector<double> partials;
    for (const double number : numbers) {
        const double x = std::ldexp(number, -exponent), square = x * x;
        // The square's rounding error, by Veltkamp's and Dekker's splitting.
        const double t = x * 134217729.0, high = t - (t - x), low = x - high;
        add_exactly(partials, square);
        add_exactly(partials, high * high - square + 2 * high * low + low * low);
    }
    const double sum = rounded_sum(partials);
    double root = std::sqrt(sum);
    // One step of Newton's on the exact remainder.
    const double t = root * 134217729.0, high = t - (t - root), low = root - high;
    add_exactly(partials, -(high * high));
    add_exactly(partials, -2 * high * low);
    add_exactly(partials, -(low * low));
    root += rounded_sum(partials) / (2 * root);
    return Value::from_float(std::ldexp(root, exponent));
}

}  // namespace meada
