//! Roots of functions of one variable.

/// A step of Newton's method this small squares to less than the last bit.
const LAST_STEP: f64 = 1e-9;

/// The root of a rising function, given with its slope, by Newton's method kept within what is known to hold the root.
pub fn newton(start: f64, within: (f64, f64), f: impl Fn(f64) -> (f64, f64)) -> f64 {
    let (mut low, mut high) = within;
    let mut at = start.clamp(low, high);
    for _ in 0..200 {
        let (value, slope) = f(at);
        if value == 0.0 {
            break;
        }
        if value > 0.0 {
            high = at
        } else {
            low = at
        }
        let step = -value / slope;
        if step.abs() < LAST_STEP {
            return at + step;
        }
        // Not `<= low`: what is not a number must be caught too.
        at = if at + step > low && at + step < high { at + step } else { 0.5 * (low + high) };
        if high - low <= f64::EPSILON * at.abs() {
            break;
        }
    }
    at
}

/// The root of a function that rises or falls through zero between `low` and `high`, by bisection and inverse
/// quadratic interpolation: Chandrupatla (1997).
pub fn root(low: f64, high: f64, f: impl Fn(f64) -> f64) -> f64 {
    let (mut a, mut fa) = (low, f(low));
    let (mut b, mut fb) = (high, f(high));
    let (mut c, mut fc);
    let mut t = 0.5;
    for _ in 0..300 {
        let x = a + t * (b - a);
        let fx = f(x);
        if (fx > 0.0) == (fa > 0.0) {
            (c, fc) = (a, fa);
        } else {
            (c, fc, b, fb) = (b, fb, a, fa);
        }
        (a, fa) = (x, fx);
        let best = if fa.abs() < fb.abs() { a } else { b };
        let least = 2.0 * f64::EPSILON * best.abs() / (b - a).abs();
        if least > 0.5 || fa == 0.0 || (b - a).abs() < f64::MIN_POSITIVE {
            return best;
        }
        let xi = (a - b) / (c - b);
        let phi = (fa - fb) / (fc - fb);
        t = if phi * phi < xi && (1.0 - phi) * (1.0 - phi) < 1.0 - xi {
            fa / (fb - fa) * fc / (fb - fc) + (c - a) / (b - a) * fa / (fc - fa) * fb / (fc - fb)
        } else {
            0.5
        };
        t = t.clamp(least, 1.0 - least);
    }
    a
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: f64, expected: f64) {
        assert!((found - expected).abs() < 1e-14, "{found} against {expected}");
    }

    #[test]
    fn roots_are_found_from_either_side() {
        // cos x = x at 0.739085133215160641655312087673873404 (the Dottie number).
        let dottie = 0.739_085_133_215_160_6;
        near(root(0.0, 1.0, |x| libm::cos(x) - x), dottie);
        near(root(0.0, 1.0, |x| x - libm::cos(x)), dottie);
        near(newton(40.0, (-100.0, 100.0), |x| (x - libm::cos(x), 1.0 + libm::sin(x))), dottie);
    }
}
