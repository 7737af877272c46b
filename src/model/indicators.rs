//! The indicators of a partner's year and the score they add up to (docs/model.md, "Indicators").

use crate::model::population::key;
use crate::programme::Programme;
use crate::quantile;
use crate::schema::value::{Text, text};
use crate::schema::words::{alike, folded};

mod years;

pub use years::{PartnerYear, PartnerYears, TOGETHER};

/// Where an indicator's value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gauge {
    /// Share of the service ladder reached, 0 to 1.
    ServiceCapability,
    /// Purchases of the year over the purchases that were entered.
    Volume,
    /// Run-rate purchases over their target.
    Target,
    /// Requests of the year.
    Registrations,
    /// Quotations won over requests.
    Conversion,
    /// Pre-sales spending over purchases.
    PresalesUse,
    /// What customers paid, in currency units, over deals won.
    AverageSale,
    /// A normal draw, by its place among the drawn indicators.
    Drawn(usize),
}

/// The indicators that follow from the simulated year, by name.
pub const COMPUTED: [(Text, Gauge); 7] = [
    (text("Service capability", "Capacité de service"), Gauge::ServiceCapability),
    (text("Sales volume", "Volume de ventes"), Gauge::Volume),
    (text("Sales against target", "Ventes sur objectif"), Gauge::Target),
    (text("Registrations", "Déclarations"), Gauge::Registrations),
    (text("Conversion rate", "Taux de conversion"), Gauge::Conversion),
    (text("Pre-sales use", "Recours à l'avant-vente"), Gauge::PresalesUse),
    (text("Average sale", "Vente moyenne"), Gauge::AverageSale),
];

/// How the indicator of a name is computed; `None` where it is drawn.
pub fn computed(name: &str) -> Option<Gauge> {
    let is = |known: &Text| alike(known.en, name) || alike(known.fr, name);
    COMPUTED.iter().find(|(known, _)| is(known)).map(|(_, gauge)| *gauge)
}

/// From a floor, where nothing is reached, to a target, where all is.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Scale {
    floor: f64,
    /// One over the way from floor to target; infinite where they are the same and the scale is a step.
    slope: f64,
}

impl Scale {
    fn new(floor: f64, target: f64) -> Scale {
        Scale { floor, slope: 1.0 / (target - floor) }
    }

    /// The part of the way, 0 to 1.
    #[inline(always)]
    fn reached(self, value: f64) -> f64 {
        if self.slope.is_finite() {
            ((value - self.floor) * self.slope).clamp(0.0, 1.0)
        } else {
            f64::from(value >= self.floor)
        }
    }

    /// The mean part of the way of a normal value: that of max(y, 0) less that of max(y - 1, 0).
    fn expected(self, mean: f64, sd: f64) -> f64 {
        if sd == 0.0 {
            self.reached(mean)
        } else if self.slope.is_finite() {
            let (mean, sd) = ((mean - self.floor) * self.slope, sd * self.slope.abs());
            (mean_above_zero(mean, sd) - mean_above_zero(mean - 1.0, sd)).clamp(0.0, 1.0)
        } else {
            quantile::normal_cdf((mean - self.floor) / sd)
        }
    }
}

/// E max(y, 0) of a normal y.
fn mean_above_zero(mean: f64, sd: f64) -> f64 {
    let z = mean / sd;
    let density = libm::exp(-0.5 * z * z) / libm::sqrt(std::f64::consts::TAU);
    mean * quantile::normal_cdf(z) + sd * density
}

/// An indicator, ready for draws.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Item {
    gauge: Gauge,
    weight: f64,
    scale: Scale,
    mean: f64,
    sd: f64,
    /// Mean part of the way where it is drawn.
    expected: f64,
}

/// The indicators of a programme.
#[derive(Debug, Clone, PartialEq)]
pub struct Scorecard {
    items: Vec<Item>,
    keys: Vec<u64>,
}

impl Scorecard {
    /// The indicators of a programme. Where `service_linked` is off, service capability is drawn like those that the
    /// simulation does not know. Weights are taken in proportion, so that they add up to 1.
    pub fn new(programme: &Programme, service_linked: bool) -> Scorecard {
        let whole: f64 = programme.indicators.iter().map(|indicator| indicator.weight).sum();
        let mut keys = Vec::new();
        let mut items = Vec::with_capacity(programme.indicators.len());
        for indicator in &programme.indicators {
            let known = computed(&indicator.indicator);
            let gauge =
                known.filter(|gauge| service_linked || *gauge != Gauge::ServiceCapability).unwrap_or_else(|| {
                    keys.push(key(&folded(&indicator.indicator)));
                    Gauge::Drawn(keys.len() - 1)
                });
            let scale = Scale::new(indicator.floor, indicator.target);
            items.push(Item {
                gauge,
                weight: if whole > 0.0 { indicator.weight / whole } else { 0.0 },
                scale,
                mean: indicator.mean,
                sd: indicator.sd,
                expected: scale.expected(indicator.mean, indicator.sd),
            });
        }
        Scorecard { items, keys }
    }

    /// How many indicators there are: the length of what [`Scorecard::contributions`] fills.
    pub fn indicators(&self) -> usize {
        self.items.len()
    }

    /// How many standard normals a partner-year needs.
    pub fn drawn(&self) -> usize {
        self.keys.len()
    }

    /// What keys each of these draws: the name of its indicator, whatever other indicators there are.
    pub fn keys(&self) -> &[u64] {
        &self.keys
    }

    /// What the indicator at a place of the table adds to the scores of partners, from 0 to its weight: to those of as many
    /// as `added` has room for. `normals` gives the standard normals of a draw, by its place among [`Scorecard::keys`].
    #[inline]
    pub fn contributions<'a>(
        &self,
        place: usize,
        years: &PartnerYears,
        normals: impl FnOnce(usize) -> &'a [f32],
        added: &mut [f64],
    ) {
        let item = &self.items[place];
        match item.gauge {
            Gauge::Drawn(slot) => draw(item, normals(slot), added),
            gauge => years::values(years, gauge, added),
        }
        weigh(item, added);
    }

    /// The score with every drawn indicator at its mean contribution: what a partner can expect before the year.
    pub fn expected_score(&self, year: &PartnerYear) -> f64 {
        self.items.iter().fold(0.0, |score, item| {
            let reached = match item.gauge {
                Gauge::Drawn(_) => item.expected,
                gauge => item.scale.reached(year.value(gauge)),
            };
            score + item.weight * reached
        })
    }

    /// Weight of registrations in the score, 0 to 1 (docs/model.md, "Behaviour").
    pub fn registrations_weight(&self) -> f64 {
        self.items.iter().filter(|item| item.gauge == Gauge::Registrations).map(|item| item.weight).sum()
    }
}

/// The values of an indicator that is drawn. Compiled for several processors, as [`crate::units::column`].
#[multiversion::multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn draw(item: &Item, normals: &[f32], values: &mut [f64]) {
    for (value, normal) in values.iter_mut().zip(normals) {
        *value = item.mean + item.sd * f64::from(*normal);
    }
}

/// Turns an indicator's values into what they add to scores. Compiled for several processors, as
/// [`crate::units::column`].
#[multiversion::multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn weigh(item: &Item, values: &mut [f64]) {
    let Item { weight, scale, .. } = *item;
    for value in values {
        *value = weight * scale.reached(*value);
    }
}

#[cfg(test)]
mod tests;
