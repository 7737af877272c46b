//! Studies of a workbook: what is played beyond one run of fixed inputs, and what it says.

pub mod attribution;
pub mod audit;
pub mod case;
pub mod comparison;
pub mod enough;
pub mod evidence;
mod flip;
pub mod guardrails;
pub mod ledger;
pub mod levers;
pub mod optimise;
pub mod played;
mod saltelli;
pub mod seek;
pub mod sensitivity;

pub use case::Case;
pub use flip::Flip;
pub use sensitivity::{Decision, Effect, Factor, Sample, Sensitivity};
