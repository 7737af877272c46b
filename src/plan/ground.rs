//! What stays the same whatever is drawn: the partners, whom deals meet, and what people answer.

use std::borrow::Cow;
use std::sync::Arc;

use crate::model::behaviour::{Response, apply, respond};
use crate::model::horizon::YEAR_MONTHS;
use crate::model::indicators::Scorecard;
use crate::model::market::Market;
use crate::model::pilot::pilot;
use crate::model::pool::Pool;
use crate::model::population::{Columns, Member, population};
use crate::plan::Reading;
use crate::programme::{CompensationModel, Programme, Readings};
use crate::units::Rate;

/// What stays the same whatever is drawn for uncertain inputs: draws mean the same under every value of them, so that
/// programmes with other values can be compared trial by trial.
#[derive(Debug, Clone)]
pub struct Ground {
    /// All partners.
    pub members: Arc<[Member]>,
    pub(super) columns: Arc<Columns>,
    /// The propensity to register as the workbook enters it: it says how many opportunities stand behind the requests.
    pub(super) propensity: Rate,
    /// The widths of the strips in which opportunities are drawn, a day, by month of the fiscal year.
    pub(super) strips: [f64; YEAR_MONTHS],
    /// The pools of the workbook's own programmes, with what they depend on.
    pools: Vec<((usize, f64), Arc<Pool>)>,
    /// The readings that are played.
    pub readings: Vec<Reading>,
}

impl Ground {
    /// The ground of a workbook's baseline and scenarios, all valid, in the readings that its settings ask for. People
    /// are taken to answer if any programme makes them, or if `may_behave`: where it depends on what is drawn.
    pub fn new(baseline: &Programme, scenarios: &[&Programme], may_behave: bool) -> Ground {
        let propensity = baseline.registration.propensity;
        let members = population(baseline);
        let mut ground = Ground {
            columns: Columns::new(&members).into(),
            members: members.into(),
            propensity,
            strips: Market::strip_widths(&Market::rates(baseline, propensity)),
            pools: Vec::new(),
            readings: Vec::new(),
        };
        let asked = baseline.settings.readings;
        let programmes: Vec<&Programme> = std::iter::once(baseline).chain(scenarios.iter().copied()).collect();
        for programme in &programmes {
            let pool = (Market::meets(programme), ground.pool(programme));
            ground.pools.push(pool);
        }
        let behaves =
            asked != Readings::Static && (may_behave || ground.answered(&programmes) != as_entered(&programmes));
        if asked != Readings::Behavioural || !behaves {
            ground.readings.push(Reading::Static);
        }
        if behaves {
            ground.readings.push(Reading::Behavioural);
        }
        ground
    }

    /// The same ground for a baseline whose partners are of other sizes.
    pub fn with_partners_of(&self, baseline: &Programme) -> Ground {
        let members = population(baseline);
        let columns = Columns::new(&members).into();
        Ground { columns, members: members.into(), pools: Vec::new(), ..self.clone() }
    }

    /// Who meets a programme's deals.
    pub(super) fn pool(&self, programme: &Programme) -> Arc<Pool> {
        let (level, elasticity) = Market::meets(programme);
        let known = self.pools.iter().find(|(meets, _)| *meets == (level, elasticity));
        known.map_or_else(|| Arc::new(Pool::new(&self.members, level, elasticity)), |(_, pool)| Arc::clone(pool))
    }

    /// The programmes as a reading plays them, with what else people do in it; the baseline first.
    pub fn played<'a>(&self, programmes: &[&'a Programme], reading: Reading) -> Vec<(Cow<'a, Programme>, Response)> {
        match reading {
            Reading::Static => as_entered(programmes),
            Reading::Behavioural => self.answered(programmes),
        }
    }

    /// The programmes as people answer to them, with what else they do.
    fn answered<'a>(&self, programmes: &[&'a Programme]) -> Vec<(Cow<'a, Programme>, Response)> {
        let play = |programme: &Programme| pilot(programme, &self.members, self.propensity);
        let baseline = play(programmes[0]);
        programmes
            .iter()
            .map(|programme| {
                let response = respond(programme, &baseline, &play(programme), registrations_weight(programme));
                (Cow::Owned(apply(programme, &response)), response)
            })
            .collect()
    }
}

/// Programmes to which nobody answers.
fn as_entered<'a>(programmes: &[&'a Programme]) -> Vec<(Cow<'a, Programme>, Response)> {
    programmes.iter().map(|programme| (Cow::Borrowed(*programme), Response::none(programme))).collect()
}

/// The weight of registrations among the indicators, where they decide what partners are paid.
fn registrations_weight(programme: &Programme) -> f64 {
    match programme.compensation.model {
        CompensationModel::Legacy => 0.0,
        CompensationModel::Tracks => {
            Scorecard::new(programme, programme.links.service_indicator).registrations_weight()
        }
    }
}
