//! What a change of the workbook did to the answer: the first figures of a run beside those of the run before it.
//!
//! Both runs have the same seed and so the same draws, so that what differs is the change's doing.

use crate::measures;
use crate::report::Story;
use crate::report::headline::{lead, mean, others_decide};
use crate::report::text::aligned;
use crate::report::words::money_change;
use crate::say;
use crate::scenario::BASELINE;
use crate::sim::run::Totals;

/// The measures that are kept; one of the first two leads an answer.
const KEPT: [&str; 3] = ["partner_front_margin", "partner_net_margin", "vendor_contribution"];

/// The first figures of a run.
#[derive(Debug, Clone, PartialEq)]
pub struct Headline {
    currency: String,
    /// The place of the leading measure among those kept.
    lead: usize,
    /// By programme, the baseline first: its name and its figures, of scenarios their mean differences.
    figures: Vec<(String, [f64; 3])>,
}

impl Headline {
    /// Those of a run.
    pub fn of(story: &Story<'_>) -> Headline {
        let figures = story.summary.programmes.iter().enumerate().map(|(at, programme)| {
            let figure = |id: &str| if at == 0 { programme.measure(id).mean } else { mean(programme, id) };
            (programme.name.clone(), KEPT.map(figure))
        });
        let led = lead(story).id;
        Headline {
            currency: story.inputs.programme.settings.currency.clone(),
            lead: KEPT.iter().position(|id| *id == led).unwrap_or(0),
            figures: figures.collect(),
        }
    }

    /// Those of the first trials of a run that goes on, by what they came to; `scenarios` are those that it plays.
    pub fn of_first(totals: &Totals, scenarios: &[String], currency: &str) -> Headline {
        let figure = |id: &str, programme: usize| {
            let place = measures::measure(id).map_or(0, |(place, _)| place);
            let value = |trial, programme| measures::value(place, totals, trial, programme);
            let of = |trial| value(trial, programme) - if programme == 0 { 0.0 } else { value(trial, 0) };
            (0..totals.count).map(of).sum::<f64>() / totals.count.max(1) as f64
        };
        let names = std::iter::once(BASELINE).chain(scenarios.iter().map(String::as_str)).enumerate();
        let others_lead = (1..=scenarios.len()).any(|programme| others_decide(|id| figure(id, programme)));
        Headline {
            currency: currency.to_owned(),
            lead: usize::from(others_lead),
            figures: names.map(|(at, name)| (name.to_owned(), KEPT.map(|id| figure(id, at)))).collect(),
        }
    }

    /// What became of the figures of the run before, as a table for the terminal under a title.
    pub fn since(&self, before: &Headline, title: String) -> String {
        let label = |at: usize| measures::measure(KEPT[at]).map_or("", |(_, measure)| measure.label.said()).to_owned();
        let shown = [self.lead, KEPT.len() - 1];
        let mut rows = vec![[title, label(shown[0]), label(shown[1])]];
        for (at, (name, now)) in self.figures.iter().enumerate() {
            let title = if at == 0 { say!("Baseline") } else { say!("{name}, difference", name) };
            let was = before.figures.iter().find(|(known, _)| known == name);
            let [partner, vendor] = shown.map(|at| match was {
                Some((_, was)) => self.change(now[at] - was[at]),
                None => say!("new"),
            });
            rows.push([title, partner, vendor]);
        }
        let gone = before.figures.iter().filter(|(name, _)| self.figures.iter().all(|(now, _)| now != name));
        rows.extend(gone.map(|(name, _)| [say!("{name}, difference", name), say!("gone"), say!("gone")]));
        aligned(&rows)
    }

    fn change(&self, by: f64) -> String {
        if by.abs() < 0.5 { say!("as before") } else { money_change(by, &self.currency) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Language, speaking};

    fn headline(figures: &[(&str, [f64; 3])]) -> Headline {
        let figures = figures.iter().map(|(name, figures)| ((*name).to_owned(), *figures)).collect();
        Headline { currency: "EUR".to_owned(), lead: 0, figures }
    }

    #[test]
    fn each_figure_is_told_by_how_it_moved() {
        let before = headline(&[("Baseline", [9e6, 0.0, 5e6]), ("A", [1e6, 0.0, -2e5]), ("B", [3.0, 0.0, 4.0])]);
        let now = headline(&[("Baseline", [9e6, 0.0, 5e6]), ("A", [1.25e6, 0.0, -2.5e5]), ("C", [1.0, 0.0, 2.0])]);
        let told = now.since(&before, "Since".to_owned());
        let lines: Vec<Vec<&str>> =
            told.lines().map(|line| line.split("  ").filter(|it| !it.is_empty()).collect()).collect();
        let cells: Vec<Vec<&str>> = lines.iter().map(|line| line.iter().map(|cell| cell.trim()).collect()).collect();
        assert_eq!(cells[1], ["Baseline", "as before", "as before"]);
        assert_eq!(cells[2], ["A, difference", "+250 k EUR", "-50 k EUR"]);
        assert_eq!(cells[3], ["C, difference", "new", "new"]);
        assert_eq!(cells[4], ["B, difference", "gone", "gone"]);
        let french = speaking(Language::Fr, || now.since(&before, "Depuis".to_owned()));
        assert!(french.contains("\nRéférence ") && !french.contains("Baseline"), "{french}");
    }
}
