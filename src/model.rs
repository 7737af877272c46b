//! The rules of the programme as pure functions, in the programme's language: no input or output, no clock, no
//! randomness. Each module is one part of docs/model.md.

pub mod auction;
pub mod behaviour;
pub mod cliff;
pub mod coverage;
pub mod desk;
pub mod field;
pub mod financing;
pub mod horizon;
pub mod indicators;
pub mod launch;
pub mod levels;
pub mod market;
pub mod pay_per_use;
pub mod pilot;
pub mod pool;
pub mod population;
pub mod rebates;
pub mod registration;
pub mod run_rate;
pub mod savings;
pub mod services;
pub mod staffing;
pub mod technicians;
pub mod terms;
pub mod tracks;
pub mod treatment;
