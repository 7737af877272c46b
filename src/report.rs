//! What a result workbook says, free of any spreadsheet engine's types.
//!
//! A [`Report`] is a list of [`Page`]s, each a list of [`Block`]s from top to bottom. [`crate::sheet::write`] lays them
//! out; each result sheet is made by one file beside this one.

use rayon::prelude::*;

use crate::embedded::Extent;
use crate::inputs::Inputs;
use crate::language::{speaking, spoken};
use crate::model::population::Member;
use crate::plan::Plans;
use crate::programme::{Programme, Readings};
use crate::say;
use crate::scenario::Scenario;
use crate::sim::design::Repair;
use crate::study::Sensitivity;
use crate::study::attribution::Brought;
use crate::study::audit::Audit;
use crate::study::enough::Exactness;
use crate::study::guardrails::Judgement;
use crate::summary::Summary;
use crate::uncertainty::Uncertainty;

mod alike;
mod by_month;
mod changes;
mod checks;
pub mod compare;
pub mod contents;
mod document;
pub mod exchange;
pub mod explain;
pub mod glossary;
mod grounds;
pub mod guardrails;
mod headline;
mod inputs;
mod interactions;
pub mod json;
mod ledger;
mod left_out;
mod levels;
pub mod markdown;
mod measures;
pub mod optimise;
mod partner_margin;
mod questions;
mod quotations;
mod readings;
mod reconciliation;
mod run;
mod savings;
mod scenarios;
pub mod seek;
pub mod sensitivity;
mod services;
pub mod since;
mod summary;
pub mod text;
mod tracks;
mod uncertainty;
mod waterfall;
mod winners;
pub mod words;

pub use document::{
    Bars, Block, Cell, CellName, Chart, ChartKind, Column, Entry, Family, Format, Kind, Page, Report, Section, Series,
    Table, Total,
};
pub use headline::{HEADLINE, lead};

/// All that the pages of a result tell of.
#[derive(Debug)]
pub struct Story<'a> {
    /// What the workbook said.
    pub inputs: &'a Inputs,
    /// The scenarios that were played.
    pub scenarios: &'a [Scenario],
    /// All partners.
    pub members: &'a [Member],
    /// What was played: the plans of [`Summary::programmes`] come first, in the same order.
    pub plans: &'a Plans,
    /// The figures.
    pub summary: &'a Summary,
    /// The run.
    pub run: &'a RunFacts,
    /// What was uncertain, and how it was drawn; `None` where everything is known.
    pub drawn: Option<Drawn<'a>>,
    /// How exact the watched differences became.
    pub exactness: Option<&'a Exactness>,
    /// The verdicts on guardrails.
    pub guarded: &'a [Judgement],
    /// What the changes of scenarios bring one by one, where that was studied.
    pub brought: &'a [Brought],
    /// Which uncertain input decides, where that was studied.
    pub sensitivity: Option<&'a Sensitivity>,
    /// The trial that the ledger lists the deals of, if there is to be one.
    pub audit: Option<&'a Audit>,
}

/// What was uncertain in a run.
#[derive(Debug, Clone, Copy)]
pub struct Drawn<'a> {
    /// The inputs.
    pub uncertainty: &'a Uncertainty,
    /// The values of each input, by trial.
    pub values: &'a [Vec<f64>],
    /// What was done to wanted correlations that no values can have.
    pub repair: Option<&'a Repair>,
}

impl Story<'_> {
    /// The parameters of a programme, by its place in [`Summary::programmes`].
    fn programme(&self, at: usize) -> &Programme {
        match at.checked_sub(1).and_then(|scenario| self.scenarios.get(scenario)) {
            Some(scenario) => &scenario.programme,
            None => &self.inputs.programme,
        }
    }
}

/// What identifies a run: the same facts and version give the same bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunFacts {
    /// Name of the input file, without its folder.
    pub file: String,
    /// SHA-256 of the input file, in hexadecimal.
    pub sha256: String,
    /// Seed.
    pub seed: u64,
    /// Version of the program.
    pub version: &'static str,
    /// How much was played and studied.
    pub extent: Extent,
    /// The readings that the workbook asks for, whatever the command line does.
    pub asked: Readings,
}

/// Makes a page; `None` where its system is not used.
type Maker = fn(&Story<'_>) -> Option<Page>;

/// The pages after the summary in order, up to the ledger.
const BEFORE_LEDGER: [(Kind, Maker); 17] = [
    (Kind::Answers, |story| Some(questions::page(story))),
    (Kind::Figures, |story| Some(scenarios::page(story))),
    (Kind::Figures, |story| Some(measures::page(story))),
    (Kind::Figures, changes::page),
    (Kind::Figures, by_month::page),
    (Kind::Figures, guardrails::page),
    (Kind::Figures, interactions::page),
    (Kind::Figures, reconciliation::page),
    (Kind::Subjects, |story| Some(partner_margin::page(story))),
    (Kind::Subjects, winners::page),
    (Kind::Subjects, levels::page),
    (Kind::Subjects, |story| Some(quotations::page(story))),
    (Kind::Subjects, savings::page),
    (Kind::Subjects, services::page),
    (Kind::Subjects, tracks::page),
    (Kind::Evidence, uncertainty::page),
    (Kind::Evidence, sensitivity::page),
];

/// Those after it.
const AFTER_LEDGER: [(Kind, Maker); 3] = [
    (Kind::Evidence, |story| Some(checks::page(story))),
    (Kind::Evidence, |story| Some(inputs::page(story.inputs))),
    (Kind::Evidence, |story| Some(run::page(story))),
];

/// The result workbook of a run.
pub fn report(story: &Story<'_>) -> Report {
    let settings = &story.inputs.programme.settings;
    // Sentences are in the language of the thread that asks for them.
    let language = spoken();
    let make = |(kind, maker): &(Kind, Maker)| Some((*kind, speaking(language, || maker(story))?));
    let pages = |makers: &[(Kind, Maker)]| makers.par_iter().filter_map(make).collect::<Vec<(Kind, Page)>>();
    let (ledger, (mut before, after)) = rayon::join(
        || speaking(language, || ledger::pages(story)),
        || rayon::join(|| pages(&BEFORE_LEDGER), || pages(&AFTER_LEDGER)),
    );
    let (ledger, names) = ledger.unzip();
    before.extend(ledger.into_iter().flatten().map(|page| (Kind::Evidence, page)));
    before.extend(after);
    let trials = words::count(story.summary.trials as f64);
    Report {
        title: say!("Partner programme: {file}", file = story.run.file),
        subject: say!("Simulated policy scenarios, {trials} trials, seed {seed}", trials, seed = story.run.seed),
        created: settings.start,
        currency: settings.currency.clone(),
        pages: contents::bound(summary::page(story), contents::chapters(before)),
        embedded: Vec::new(),
        names: names.unwrap_or_default(),
    }
}
