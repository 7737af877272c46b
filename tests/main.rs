//! The one integration binary.

mod architecture;
mod commands;
mod errors;
mod generated;
mod hostile;
mod scenarios;
