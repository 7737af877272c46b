//! The one integration binary.

mod architecture;
mod binding;
mod broken;
mod calibration;
mod catalogue;
mod circles;
mod commands;
mod compare;
mod errors;
mod explain;
mod french;
mod generated;
mod hostile;
mod known_answers;
mod ledger;
mod many_scenarios;
mod notes;
mod outputs;
mod properties;
mod scenarios;
mod sensitivity;
mod settings;
mod simulation;
mod terminal;
mod uncertainty;
mod verify;
#[cfg(target_os = "linux")]
mod watch;
