//! Properties that hold for any valid input: random programmes, and the parts a deal is made of.

mod parts;
mod programmes;
