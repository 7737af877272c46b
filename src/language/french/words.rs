//! Words that many sentences use.

pub const ENTRIES: &[(&str, &str)] = &[("{low} to {high}", "{low} à {high}")];
