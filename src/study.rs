//! Studies of a workbook: what is played beyond one run of fixed inputs, and what it says.

pub mod enough;
pub mod played;
