//! When a run has played enough (docs/model.md, "Enough trials").

use crate::measures::{MEASURES, measure, value};
use crate::plan::Plans;
use crate::programme::UncertaintySettings;
use crate::say;
use crate::schema::words::nearest;
use crate::sim::run::Totals;
use crate::stats::interval::{Estimate, Interval, each_of};
use crate::stats::{Moments, PERCENTILES, percentile};

/// One statistic of a difference that is watched.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Watched {
    /// Place of the measure among [`MEASURES`].
    measure: usize,
    /// Place of the percentile among [`PERCENTILES`]; `None` for the mean.
    percentile: Option<usize>,
}

/// What a run stops at.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Precision {
    /// Largest share of a difference that its half-width may be; nothing is asked at 0.
    pub share: f64,
    watched: Vec<Watched>,
}

/// How exact a run became.
#[derive(Debug, Clone, PartialEq)]
pub struct Exactness {
    /// The share of each difference that was asked for; 0: nothing was.
    pub wanted: f64,
    /// The confidence of each statement, so that all hold together with 95 %.
    pub confidence: f64,
    /// What was watched.
    pub statements: Vec<Statement>,
}

/// How exact one difference became.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// Place of the programme in the run.
    pub programme: usize,
    /// What it is about.
    pub watched: Watched,
    /// The difference.
    pub value: f64,
    /// Half of its confidence interval; infinite where there are too few trials for one.
    pub half_width: f64,
}

/// The confidence with which all statements hold together.
const CONFIDENCE: f64 = 0.95;

/// The place of the measure with an id among [`MEASURES`].
///
/// # Errors
/// That there is none, and a hint.
pub fn known_measure(id: &str) -> Result<usize, (String, String)> {
    measure(id).map(|(place, _)| place).ok_or_else(|| {
        let hint = nearest(id, MEASURES.iter().map(|measure| measure.id))
            .map_or_else(|| say!("docs/reference.md lists the measures"), |near| say!("did you mean {near}?", near));
        (say!("names \"{name}\", which is no measure", name = id), hint)
    })
}

impl Watched {
    /// What is watched, such as `vendor_contribution p05`.
    pub fn label(self) -> String {
        let id = MEASURES[self.measure].id;
        match self.percentile {
            Some(place) => format!("{id} p{:02.0}", PERCENTILES[place] * 100.0),
            None => id.to_owned(),
        }
    }

    fn read(text: &str) -> Result<Watched, (String, String)> {
        let (id, statistic) = text.split_once(char::is_whitespace).unwrap_or((text, "mean"));
        let place = known_measure(id)?;
        let named = |p: &f64| format!("p{:02.0}", p * 100.0);
        match PERCENTILES.iter().position(|p| named(p) == statistic.trim()) {
            Some(at) => Ok(Watched { measure: place, percentile: Some(at) }),
            None if statistic.trim() == "mean" => Ok(Watched { measure: place, percentile: None }),
            None => {
                let known: Vec<String> = PERCENTILES.iter().map(named).collect();
                Err((
                    say!("asks for \"{statistic}\" of {measure}", statistic = statistic.trim(), measure = id),
                    say!("write mean, {names}", names = known.join(", ")),
                ))
            }
        }
    }
}

impl Precision {
    /// What the settings ask for.
    ///
    /// # Errors
    /// What is wrong with the watched measures, and a hint.
    pub fn new(settings: &UncertaintySettings) -> Result<Precision, (String, String)> {
        let parts = settings.precision_measures.split([',', ';']).map(str::trim).filter(|part| !part.is_empty());
        let watched: Vec<Watched> = parts.map(Watched::read).collect::<Result<_, _>>()?;
        Ok(Precision { share: settings.precision.to_f64(), watched })
    }

    /// Whether the run may end before it has played all its trials.
    pub fn is_asked(&self) -> bool {
        self.share > 0.0 && !self.watched.is_empty()
    }

    /// How exact the differences of a run with its trials so far are: of every scenario in every reading.
    pub fn of(&self, totals: &Totals, plans: &Plans) -> Exactness {
        let scenarios: Vec<usize> =
            (0..totals.programmes).filter(|programme| plans.plans[*programme].baseline != *programme).collect();
        let confidence = each_of(CONFIDENCE, (scenarios.len() * self.watched.len()).max(1));
        let mut statements = Vec::new();
        for programme in scenarios {
            for watched in &self.watched {
                let baseline = plans.plans[programme].baseline;
                let at = |trial, programme| value(watched.measure, totals, trial, programme);
                let mut differences: Vec<f64> =
                    (0..totals.count).map(|trial| at(trial, programme) - at(trial, baseline)).collect();
                let (value, interval) = match watched.percentile {
                    None => {
                        let Moments { mean, se, .. } = Moments::of(&differences);
                        let estimate = Estimate { value: mean, se };
                        (mean, Some(Interval::of_mean(estimate, totals.count, confidence)))
                    }
                    Some(place) => {
                        differences.sort_unstable_by(f64::total_cmp);
                        let p = PERCENTILES[place];
                        (percentile(&differences, p), Interval::of_percentile(&differences, p, confidence))
                    }
                };
                let half_width = interval.map_or(f64::INFINITY, Interval::half_width);
                statements.push(Statement { programme, watched: *watched, value, half_width });
            }
        }
        Exactness { wanted: self.share, confidence, statements }
    }
}

impl Exactness {
    /// Whether every difference is as exact as was asked.
    pub fn is_reached(&self) -> bool {
        self.statements.iter().all(|statement| statement.half_width <= self.wanted * statement.value.abs())
    }
}
