//! How figures of one trial came about, step by step: what happened, by which rule, from which values and cells. Every
//! amount is the kernel's own, as its trace tells it.

use crate::inputs::Inputs;
use crate::language::number;
use crate::plan::{Plans, Reading};
use crate::report::words;
use crate::say;
use crate::schema::Value;
use crate::sim::trace::Trace;
use crate::units::{Money, Rate};

mod deal;
mod fields;
mod measure;
mod partner;
mod source;

pub use deal::deal;
pub use measure::{headline, measure};
pub use partner::partner;
pub use source::Rules;

/// A trial of a programme beside its baseline, in one reading.
#[derive(Debug)]
pub struct Telling<'a> {
    /// The workbook.
    pub inputs: &'a Inputs,
    /// The plans of the trial.
    pub plans: &'a Plans,
    /// What people do.
    pub reading: Reading,
    /// The trial, from 1.
    pub trial: u64,
    /// The seed of all draws.
    pub seed: u64,
    /// The programme.
    pub programme: Told<'a>,
    /// Its baseline; the same where the baseline is told of.
    pub baseline: Told<'a>,
}

/// A programme in a trial.
#[derive(Debug)]
pub struct Told<'a> {
    /// Its name in results.
    pub name: String,
    /// Its place among the plans.
    pub plan: usize,
    /// Its values.
    pub rules: Rules<'a>,
    /// What happened.
    pub trace: Trace,
}

impl Telling<'_> {
    /// Whether the baseline itself is told of.
    pub fn is_baseline(&self) -> bool {
        self.programme.plan == self.baseline.plan
    }

    /// Whose values hold where a plan's rules do: before a scenario starts the baseline's.
    fn rules(&self, plan: usize) -> &Rules<'_> {
        if plan == self.programme.plan { &self.programme.rules } else { &self.baseline.rules }
    }

    /// What is told of, and on which draws.
    fn setting(&self) -> String {
        say!(
            "{programme}, {reading}, trial {trial} of seed {seed}, amounts in {currency}",
            programme = self.programme.name,
            reading = words::reading(self.reading),
            trial = self.trial,
            seed = self.seed,
            currency = self.inputs.programme.settings.currency
        )
    }

    /// The names of levels, segments and partners.
    fn level(&self, level: usize) -> &str {
        self.inputs.programme.levels.get(level).map_or("", |level| &level.name)
    }

    fn segment(&self, row: usize) -> &str {
        self.inputs.programme.segments.get(row).map_or("", |segment| &segment.name)
    }

    fn partner(&self, place: usize) -> &str {
        self.plans.members.get(place).map_or("", |member| &member.id)
    }
}

/// A step on the way to a figure.
#[derive(Debug, Default)]
struct Step {
    /// What happened, in a few words.
    title: String,
    /// The section of docs/model.md that has the rule.
    section: &'static str,
    /// The figures put in.
    lines: Vec<String>,
    /// The values that the rule takes, each with its source.
    sources: Vec<String>,
}

impl Step {
    fn new(title: String, section: &'static str) -> Step {
        Step { title, section, ..Step::default() }
    }

    fn line(mut self, line: String) -> Step {
        self.lines.push(line);
        self
    }

    fn lines(mut self, lines: impl IntoIterator<Item = String>) -> Step {
        self.lines.extend(lines);
        self
    }

    fn from(mut self, sources: impl IntoIterator<Item = String>) -> Step {
        self.sources.extend(sources);
        self
    }

    fn parameters(self, rules: &Rules<'_>, keys: &[&str]) -> Step {
        let sources: Vec<String> = keys.iter().map(|key| rules.parameter(key)).collect();
        self.from(sources)
    }
}

/// Steps as text, numbered.
fn text(heading: &str, setting: &str, steps: &[Step]) -> String {
    let mut text = format!("{heading}\n{setting}\n");
    for (at, step) in steps.iter().enumerate() {
        text.push_str(&format!("\n{number:>2}. {title}\n", number = at + 1, title = step.title));
        for line in &step.lines {
            text.push_str(format!("      {line}").trim_end());
            text.push('\n');
        }
        for source in &step.sources {
            text.push_str(&format!("    < {source}\n"));
        }
        text.push_str(&format!("    {}\n", say!("rule: docs/model.md, {section}", section = step.section)));
    }
    text
}

/// An amount with its cents.
fn money(amount: Money) -> String {
    number::grouped(amount.to_units(), 2)
}

/// A rate, exactly.
fn rate(rate: Rate) -> String {
    Value::Rate(rate).shown()
}

/// A factor or a share with many digits.
fn factor(number: f64) -> String {
    number::fixed(number, 8)
}
