//! The simulation: draw once, play every plan on the same draws.

pub mod accounts;
pub mod accrual;
pub mod arrivals;
pub mod breakdown;
pub mod changes;
pub mod check;
pub mod chunks;
pub mod courses;
pub mod deals;
pub mod design;
pub mod draws;
pub mod facts;
pub mod partners;
pub mod roll;
pub mod run;
pub mod sampled;
pub mod tickets;
pub mod trace;
pub mod trial;
pub mod witness;
