//! The programmes of each trial where something is uncertain: its sample of the inputs, put into them.

use std::borrow::Cow;
use std::sync::Arc;

use crate::plan::{Ground, Plans};
use crate::programme::Programme;
use crate::scenario::Scenario;
use crate::schema;
use crate::sim::design::{Dependence, Design, Repair};
use crate::sim::draws::Draws;
use crate::uncertainty::{Uncertainty, World};

/// A workbook's programmes and how their uncertain inputs are sampled.
#[derive(Debug, Clone)]
pub struct Sampled<'a> {
    /// The baseline.
    pub baseline: &'a Programme,
    /// The scenarios.
    pub scenarios: &'a [Scenario],
    /// What is uncertain.
    pub uncertainty: &'a Uncertainty,
    ground: Ground,
    design: Arc<Design>,
    /// What was done to wanted correlations that no values can have.
    pub repair: Option<Repair>,
}

/// The values of the inputs in a batch of trials.
#[derive(Debug, Clone, PartialEq)]
pub struct Batch {
    inputs: usize,
    values: Vec<f64>,
}

impl Batch {
    /// Number of trials.
    pub fn trials(&self) -> usize {
        self.values.len().checked_div(self.inputs).unwrap_or(0)
    }

    /// The values of a trial of the batch, one an input.
    pub fn trial(&self, at: usize) -> &[f64] {
        &self.values[at * self.inputs..][..self.inputs]
    }
}

impl<'a> Sampled<'a> {
    /// The programmes for `trials` trials of a seed.
    pub fn new(
        baseline: &'a Programme,
        scenarios: &'a [Scenario],
        uncertainty: &'a Uncertainty,
        (seed, trials): (u64, usize),
    ) -> Sampled<'a> {
        let settings = &baseline.settings.uncertainty;
        let wanted = uncertainty.correlations.as_ref();
        let (dependence, repair) =
            wanted.map(|wanted| Dependence::new(settings.correlating, wanted.names.clone(), &wanted.matrix)).unzip();
        let design = Design::new(
            &Draws::new(seed),
            &uncertainty.names(),
            settings.sampling,
            settings.antithetic,
            dependence.as_ref(),
            &dimension,
            trials,
        );
        let programmes: Vec<&Programme> = scenarios.iter().map(|scenario| &scenario.programme).collect();
        let ground = Ground::new(baseline, &programmes, uncertainty.may_behave());
        Sampled { baseline, scenarios, uncertainty, ground, design: design.into(), repair: repair.flatten() }
    }

    /// Some of these scenarios beside the same baseline: on the ground of all, and drawn as all are.
    pub fn of(&self, scenarios: &'a [Scenario]) -> Sampled<'a> {
        Sampled { scenarios, ..self.clone() }
    }

    /// What all plans of these programmes share.
    pub fn ground(&self) -> &Ground {
        &self.ground
    }

    /// The plans of the programmes as they are entered.
    pub fn entered(&self) -> Plans {
        let programmes = self.scenarios.iter().map(|scenario| &scenario.programme);
        Plans::on(&self.ground, &[std::iter::once(self.baseline).chain(programmes).collect()])
    }

    /// The programmes where the inputs have some values.
    pub fn world(&self, values: &[f64]) -> World {
        self.uncertainty.world(self.baseline, self.scenarios, values)
    }

    /// The plans of the programmes where the inputs have some values.
    pub fn plans(&self, values: &[f64]) -> Plans {
        let world = self.world(values);
        Plans::on(&self.ground_of(&world), &[world.family()])
    }

    /// The ground on which programmes of drawn values are played.
    pub fn ground_of(&self, world: &World) -> Cow<'_, Ground> {
        match self.uncertainty.changes_partners() {
            true => Cow::Owned(self.ground.with_partners_of(&world.baseline)),
            false => Cow::Borrowed(&self.ground),
        }
    }

    /// The values of a batch, as many trials as are left of it.
    pub fn batch(&self, batch: usize) -> Batch {
        let inputs = self.uncertainty.inputs.len();
        let uniforms = self.design.batch(batch);
        let values = uniforms.chunks(inputs.max(1)).flat_map(|uniforms| self.uncertainty.values(uniforms)).collect();
        Batch { inputs, values }
    }
}

/// The dimension of a parameter in Sobol's sequence: its place among all parameters. Table cells and edits have none.
pub fn dimension(name: &str) -> Option<usize> {
    schema::parameters().position(|parameter| parameter.key == name)
}
