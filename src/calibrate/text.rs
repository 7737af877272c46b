//! The estimates as a short table for the terminal.

use crate::calibrate::{Calibration, declared, shown};

/// A line a figure: estimate, standard error, 90 % interval and the base's value; then the fit, in words.
pub fn table(calibration: &Calibration) -> String {
    let mut rows = vec![["Parameter", "Estimate", "se", "90 % interval", "base"].map(str::to_owned)];
    for estimate in &calibration.estimates {
        let Some((kind, _)) = declared(&estimate.quantity.target()) else { continue };
        let show = |value| shown(kind, value);
        rows.push([
            estimate.name.clone(),
            show(estimate.value),
            show(estimate.se),
            format!("{} to {}", show(estimate.range.0), show(estimate.range.1)),
            show(estimate.base),
        ]);
    }
    let mut text = format!("{}\n\n{}\n", calibration.about, crate::report::text::aligned(&rows));
    for fit in calibration.agreement.fits.iter().filter(|fit| fit.chance < 0.05) {
        text.push_str(&format!("{}: {} ({}, p = {:.4})\n", fit.what, fit.words(), fit.test, fit.chance));
    }
    text
}
