//! The simulation: draw once, play every plan on the same draws.

pub mod accounts;
pub mod arrivals;
pub mod breakdown;
pub mod check;
pub mod deals;
pub mod draws;
pub mod facts;
pub mod run;
pub mod run_rate;
pub mod trial;
