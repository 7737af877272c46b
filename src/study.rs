//! Studies of a workbook: what is played beyond one run of fixed inputs, and what it says.

pub mod enough;
pub mod evidence;
pub mod guardrails;
pub mod levers;
pub mod optimise;
pub mod played;
pub mod seek;
