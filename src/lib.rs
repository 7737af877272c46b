//! `partnersim` simulates the policies of a vendor's partner programme: from an Excel workbook of parameters and
//! scenarios to an Excel workbook of results.
//!
//! Data flows one way, each arrow a function from one immutable value to the next, and a module imports only earlier
//! stages:
//!
//! ```text
//! bytes -> sheet::read -> Grid -> inputs -> Inputs -> check, scenario -> Programmes -> plan -> Plans
//! bytes <- sheet::write <- Report <- report <- Summary <- summary, measures, stats <- Trials <- sim
//! ```
//!
//! - [`units`] is the only arithmetic on money, [`diagnostic`] what problems are made of.
//! - [`language`] makes every sentence in English or French.
//! - [`schema`] declares every parameter, table and column once; [`inputs`], [`template`] and [`mod@reference`] are views of it.
//! - [`programme`] is a full set of parameters; [`check`] and [`mod@scenario`] see to it that it can be played.
//! - [`mod@law`] has the distributions of uncertain inputs.
//! - [`model`] states the rules as pure functions; docs/model.md is its text.
//! - [`plan`] flattens each programme in each reading and keeps what they share once; [`sim`] draws once and plays every
//!   plan on the same draws, months first and then each partner's fiscal year.
//! - [`outcome`] and [`measures`] say what is added up and what it means; [`mod@summary`] makes the figures, [`mod@report`] tells
//!   them; [`study`] says which uncertain input decides.
//! - [`embedded`] is what a result carries, so that it can be played again.
//! - [`calibrate`] estimates parameters from a log of past opportunities.
//! - [`commands`] chains the stages; [`selftest`] holds the simulation against answers known in closed form.
//!
//! # Example
//!
//! What does opening quotations to the installed base bring partners, on a hundred simulated futures?
//!
//! ```
//! use partnersim::plan::Plans;
//! use partnersim::programme::Readings;
//! use partnersim::schema;
//! use partnersim::sim::run::run;
//! use partnersim::summary::{Names, Summary};
//!
//! let mut baseline = schema::defaults();
//! baseline.settings.readings = Readings::Static;
//! let mut open = baseline.clone();
//! open.registration.installed_base = true;
//!
//! let plans = Plans::new(&baseline, &[&open]);
//! let trials = run(&plans, 2017, 100, &|_| {})?;
//!
//! let names = Names {
//!     programmes: ["Baseline", "Installed base"].map(String::from).into(),
//!     includes: vec![Vec::new(); 2],
//!     levels: baseline.levels.iter().map(|level| level.name.clone()).collect(),
//!     segments: baseline.segments.iter().map(|segment| segment.name.clone()).collect(),
//! };
//! let summary = Summary::new(&trials, &plans, &names);
//! let difference = summary.programmes[1].difference("partner_front_margin").expect("a scenario");
//! assert!(difference.statistics.mean > 20.0 * difference.statistics.se);
//! # Ok::<(), partnersim::sim::check::CheckFailed>(())
//! ```

#![warn(missing_docs)]
// What a user hands in must never end in a panic.
#![cfg_attr(not(test), warn(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::todo))]

pub mod calibrate;
pub mod check;
pub mod cli;
pub mod commands;
pub mod diagnostic;
pub mod embedded;
pub mod inputs;
pub mod language;
pub mod law;
pub mod measures;
pub mod model;
pub mod outcome;
pub mod plan;
pub mod programme;
pub mod quantile;
pub mod reference;
pub mod report;
pub mod scenario;
pub mod schema;
pub mod selftest;
pub mod sheet;
pub mod sim;
pub mod stats;
pub mod study;
pub mod summary;
pub mod template;
pub mod uncertainty;
pub mod units;
