// One libm for every build (musl's, under these names): the same bits on every machine.
// The system's own sin, exp, pow, … differ in the last digit from one to the next: never call
// them where a script can see the result. sqrt, fabs, floor, ceil, trunc, frexp and modf are
// exact everywhere and come from <cmath>.
#pragma once
#ifdef __cplusplus
extern "C" {
#endif

double meada_acos(double);
double meada_acosh(double);
double meada_asin(double);
double meada_asinh(double);
double meada_atan(double);
double meada_atan2(double y, double x);
double meada_atanh(double);
double meada_cbrt(double);
double meada_cos(double);
double meada_cosh(double);
double meada_erf(double);
double meada_erfc(double);
double meada_exp(double);
double meada_exp2(double);
double meada_expm1(double);
double meada_fmod(double, double);
double meada_hypot(double, double);
// `*sign` becomes the sign of gamma(x).
double meada_lgamma_r(double x, int* sign);
double meada_log(double);
double meada_log10(double);
double meada_log1p(double);
double meada_log2(double);
double meada_pow(double base, double exponent);
double meada_remainder(double, double);
double meada_scalbn(double, int exponent);
double meada_sin(double);
double meada_sinh(double);
double meada_tan(double);
double meada_tanh(double);
double meada_tgamma(double);

#ifdef __cplusplus
}
#endif
