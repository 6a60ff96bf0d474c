// Read before each of musl's math files: the system's declarations first, then our names.
#pragma once
#include <float.h>
#include <limits.h>
#include <math.h>
#include <stdint.h>

#include "meada_libm.h"

#define hidden
#define weak_alias(old, new) extern int meada_no_alias_##new

#define __cos meada_internal_cos
#define __exp_data meada_internal_exp_data
#define __expo2 meada_internal_expo2
#define __lgamma_r meada_lgamma_r
#define __log2_data meada_internal_log2_data
#define __log_data meada_internal_log_data
#define __math_check_oflow meada_internal_check_oflow
#define __math_check_uflow meada_internal_check_uflow
#define __math_divzero meada_internal_divzero
#define __math_invalid meada_internal_invalid
#define __math_oflow meada_internal_oflow
#define __math_uflow meada_internal_uflow
#define __math_xflow meada_internal_xflow
#define __pow_log_data meada_internal_pow_log_data
#define __rem_pio2 meada_internal_rem_pio2
#define __rem_pio2_large meada_internal_rem_pio2_large
#define __sin meada_internal_sin
#define __tan meada_internal_tan
// Declared by musl's libm.h and, with other types, by some systems' math.h.
#define __cosdf meada_internal_cosdf
#define __cosl meada_internal_cosl
#define __sindf meada_internal_sindf
#define __sinl meada_internal_sinl
#define __tandf meada_internal_tandf
#define __tanl meada_internal_tanl

#define acos meada_acos
#define acosh meada_acosh
#define asin meada_asin
#define asinh meada_asinh
#define atan meada_atan
#define atan2 meada_atan2
#define atanh meada_atanh
#define cbrt meada_cbrt
#define cos meada_cos
#define cosh meada_cosh
#define erf meada_erf
#define erfc meada_erfc
#define exp meada_exp
#define exp2 meada_exp2
#define expm1 meada_expm1
#define fmod meada_fmod
#define hypot meada_hypot
#define log meada_log
#define log10 meada_log10
#define log1p meada_log1p
#define log2 meada_log2
#define pow meada_pow
#define remainder meada_remainder
#define remquo meada_internal_remquo
#define scalbn meada_scalbn
#define sin meada_sin
#define sinh meada_sinh
#define tan meada_tan
#define tanh meada_tanh
#define tgamma meada_tgamma

double meada_internal_remquo(double, double, int*);
