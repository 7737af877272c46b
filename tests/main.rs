//! The one integration binary.

mod architecture;
mod commands;
mod hostile;
mod scenarios;
