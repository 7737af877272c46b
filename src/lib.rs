//! partnersim
pub mod check;
pub mod diagnostic;
pub mod inputs;
pub mod measures;
pub mod model;
pub mod outcome;
pub mod plan;
pub mod programme;
pub mod quantile;
pub mod report;
pub mod scenario;
pub mod schema;
pub mod sheet;
pub mod sim;
pub mod stats;
pub mod summary;
pub mod units;
