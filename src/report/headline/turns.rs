//! What people's responses make of the answer: whose differences turn their sign in the behavioural reading.

use std::cmp::Ordering;

use super::{direction, lead};
use crate::report::Story;
use crate::report::words::{list, money_change_mean};
use crate::say;
use crate::schema::value::text;
use crate::summary::Difference;

/// What the behavioural reading makes of the differences of the scenario at a place, with its figures; `None` where it was
/// not played beside the static one.
pub fn in_behaviour(story: &Story<'_>, at: usize) -> Option<String> {
    let currency = &story.inputs.programme.settings.currency;
    let lead = lead(story);
    let moved = &story.summary.behavioural.as_ref()?[at];
    let change = |id: &str| Some(money_change_mean(&moved.difference(id)?.statistics, currency));
    let turns = turns_of(story, at)?;
    let (partner, vendor) = (change(lead.id)?, change("vendor_contribution")?);
    Some(say!(
        "{name} {partner}, the vendor's contribution {vendor}; {turns}",
        name = lead.name,
        partner,
        vendor,
        turns
    ))
}

/// Whether the behavioural reading turns the signs of the differences of the scenario at a place; `None` where it was
/// not played beside the static one.
pub fn turns_of(story: &Story<'_>, at: usize) -> Option<String> {
    let lead = lead(story).id;
    let id = "vendor_contribution";
    let fixed = &story.summary.programmes[at];
    let moved = &story.summary.behavioural.as_ref()?[at];
    Some(turns(&[
        (text("partners", "les partenaires").said(), fixed.difference(lead)?, moved.difference(lead)?),
        (text("the vendor", "le constructeur").said(), fixed.difference(id)?, moved.difference(id)?),
    ]))
}

/// What becomes of the directions of differences from one reading to the other, each with the name of whom it belongs to.
pub fn turns(differences: &[(&str, &Difference, &Difference)]) -> String {
    let whose = |wanted: fn(Ordering, Ordering) -> bool| -> Vec<&str> {
        let turned = differences.iter().filter(|(_, fixed, moved)| wanted(direction(fixed), direction(moved)));
        turned.map(|(name, _, _)| *name).collect()
    };
    let flips = whose(|fixed, moved| fixed != Ordering::Equal && moved == fixed.reverse());
    let fades = whose(|fixed, moved| fixed != Ordering::Equal && moved == Ordering::Equal);
    let appears = whose(|fixed, moved| fixed == Ordering::Equal && moved != Ordering::Equal);
    let mut said = Vec::new();
    if !flips.is_empty() {
        said.push(say!("THE SIGN FLIPS for {whom}", whom = list(&flips)));
    }
    if !fades.is_empty() {
        said.push(say!("for {whom} nothing is left beyond chance", whom = list(&fades)));
    }
    if !appears.is_empty() {
        said.push(say!("for {whom} there is a difference now", whom = list(&appears)));
    }
    match said.is_empty() {
        true => say!("no sign changes"),
        false => list(&said.iter().map(String::as_str).collect::<Vec<_>>()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::Statistics;

    fn difference(mean: f64) -> Difference {
        let statistics = Statistics { mean, sd: 10.0, se: 1.0, percentiles: [mean; 5] };
        Difference { statistics, probability_better: 0.5, variance_ratio: None }
    }

    #[test]
    fn flips_are_told_by_whose_they_are() {
        let [up, level, down] = [5.0, 0.0, -5.0].map(difference);
        assert_eq!(turns(&[("partners", &up, &up), ("the vendor", &down, &down)]), "no sign changes");
        assert_eq!(
            turns(&[("partners", &up, &down), ("the vendor", &down, &up)]),
            "THE SIGN FLIPS for partners and the vendor"
        );
        assert_eq!(
            turns(&[("partners", &up, &level), ("the vendor", &level, &down)]),
            "for partners nothing is left beyond chance and for the vendor there is a difference now"
        );
    }
}
