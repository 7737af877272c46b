//! partnersim
pub mod diagnostic;
pub mod model;
pub mod outcome;
pub mod plan;
pub mod programme;
pub mod quantile;
pub mod report;
pub mod schema;
pub mod sheet;
pub mod sim;
pub mod units;
