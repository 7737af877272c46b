//! The estimates as a short table for the terminal.

use crate::calibrate::Calibration;
use crate::calibrate::target::{declared, shown};
use crate::language::number;
use crate::say;

/// A line a figure: estimate, standard error, 90 % interval and the base's value; then the fit, in words.
pub fn table(calibration: &Calibration) -> String {
    let mut rows = vec![[say!("Parameter"), say!("Estimate"), say!("se"), say!("90 % interval"), say!("base")]];
    for estimate in &calibration.estimates {
        let Some((kind, _)) = declared(&estimate.quantity.target()) else { continue };
        let show = |value| shown(kind, value);
        rows.push([
            estimate.name.clone(),
            show(estimate.value),
            show(estimate.se),
            say!("{low} to {high}", low = show(estimate.range.0), high = show(estimate.range.1)),
            show(estimate.base),
        ]);
    }
    let mut text = format!("{}\n\n{}\n", calibration.about, crate::report::text::aligned(&rows));
    for fit in calibration.agreement.fits.iter().filter(|fit| fit.chance < 0.05) {
        text.push_str(&say!(
            "{what}: {words} ({test}, p = {chance})",
            what = fit.what,
            words = fit.words(),
            test = fit.test,
            chance = number::fixed(fit.chance, 4)
        ));
        text.push('\n');
    }
    text
}
