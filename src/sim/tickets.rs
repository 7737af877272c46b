//! How many service tickets come in a month (docs/model.md, "Tickets and the field force").

use crate::plan::ServiceSystem;
use crate::quantile::Poisson;
use crate::sim::draws::{Draws, Kind};

/// The Poisson laws of a month's tickets by class.
#[derive(Debug)]
pub struct TicketLaws {
    /// The key of each class's draws, and its law.
    classes: Vec<(u64, Poisson)>,
}

/// Steps between the streams of the trials.
const TRIAL_STEP: u64 = 0x9E37_79B9_7F4A_7C15;

impl TicketLaws {
    /// The laws of a services system.
    pub fn new(services: &ServiceSystem) -> TicketLaws {
        let field = &services.field;
        let law = |(class, key): (usize, &u64)| (*key, Poisson::new(field.mean(class)));
        TicketLaws { classes: services.classes.iter().take(field.classes()).enumerate().map(law).collect() }
    }

    /// Whether two services systems have the same laws.
    pub fn alike(one: &ServiceSystem, other: &ServiceSystem) -> bool {
        let means = |services: &ServiceSystem| -> Vec<f64> {
            (0..services.field.classes()).map(|class| services.field.mean(class)).collect()
        };
        one.classes == other.classes && means(one) == means(other)
    }

    /// The tickets of a month of a trial, by class.
    pub fn draw(&self, draws: &Draws, trial: u64, month: usize) -> Vec<u64> {
        let draw = |(key, law): &(u64, Poisson)| {
            let mut source = draws.of_entity(Kind::Tickets, key.wrapping_add(TRIAL_STEP.wrapping_mul(trial)));
            let mut mark = [0];
            source.seek(month as u64);
            source.marks(&mut mark);
            law.count(mark[0]) as u64
        };
        self.classes.iter().map(draw).collect()
    }
}
