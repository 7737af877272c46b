//! The rules of the programme as pure functions, in the programme's language: no input or output, no clock, no
//! randomness. Each module is one part of docs/model.md.

pub mod auction;
pub mod desk;
pub mod horizon;
pub mod launch;
pub mod market;
pub mod pool;
pub mod population;
pub mod registration;
pub mod run_rate;
pub mod treatment;
