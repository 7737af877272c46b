//! The known answers as a table of text, in the language that is spoken.

use std::fmt::Write as _;

use super::KnownAnswer;
use crate::language::number;
use crate::say;
use crate::schema::Text;
use crate::schema::value::text;

/// The answers as a table of text: one a line, with the verdict.
pub fn table(answers: &[KnownAnswer]) -> String {
    let width = answers.iter().map(|answer| answer.name.chars().count()).max().unwrap_or(0);
    let mut text = String::new();
    let mut section = "";
    for answer in answers {
        if answer.section != section {
            section = answer.section;
            let _ = writeln!(
                text,
                "{}{:<width$}  {:>14}  {:>14}  {:>10}  {:>6}",
                if text.is_empty() { "" } else { "\n" },
                section_said(section),
                say!("known"),
                say!("simulated"),
                say!("std. error"),
                "z"
            );
        }
        let verdict = if answer.passes() { say!("ok") } else { say!("WRONG") };
        let (error, z) = match answer.is_exact() {
            true if answer.within > 0.0 => (number::written(format!("+-{:.1e}", answer.within)), String::new()),
            true => (say!("exact"), String::new()),
            false => (number::written(format!("{:.2e}", answer.standard_error)), number::signed(answer.z(), 2)),
        };
        let _ = writeln!(
            text,
            "{:<width$}  {:>14}  {:>14}  {error:>10}  {z:>6}  {verdict}",
            answer.name,
            figure(answer.closed_form),
            figure(answer.simulated),
        );
    }
    text
}

/// Seven significant digits.
fn figure(value: f64) -> String {
    let whole = if value == 0.0 { 1 } else { libm::log10(value.abs()).floor() as i32 + 1 };
    number::fixed(value, (7 - whole).clamp(0, 7) as usize)
}

/// A section of docs/model.md, whose headings are English, in the language that is spoken.
fn section_said(section: &'static str) -> &'static str {
    SECTIONS.iter().find(|known| known.en == section).map_or(section, |known| known.said())
}

/// The sections that are tested.
const SECTIONS: [Text; 24] = [
    text("Price", "Prix"),
    text("Support", "Soutien"),
    text("Measures", "Mesures"),
    text("Protection", "Protection"),
    text("Opportunities", "Affaires"),
    text("Run-rate business", "Flux courant"),
    text("Population", "Population"),
    text("The desk", "Cellule de cotation"),
    text("Known answers", "Réponses connues"),
    text("Levels", "Niveaux"),
    text("Pay-per-use", "Paiement à l'usage"),
    text("Rebates", "Remises arrière"),
    text("Arrivals", "Arrivées"),
    text("Eligibility and requests", "Éligibilité et demandes"),
    text("Launch", "Lancement"),
    text("Behaviour", "Comportement"),
    text("Uncertainty", "Incertitude"),
    text("Savings", "Économies"),
    text("Services programme", "Programme de services"),
    text("Tickets and the field force", "Tickets et techniciens"),
    text("Payment terms", "Délais de paiement"),
    text("Financing", "Financement"),
    text("Tracks", "Voies"),
    text("What must hold", "Ce qui doit tenir"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::selftest::answer;

    #[test]
    fn the_table_is_told_in_french() {
        let known = answer("Price", "rente", 0.04, (0.041, 0.001));
        let text = crate::language::speaking(crate::language::Language::Fr, || table(&[known]));
        assert!(text.starts_with("Prix ") && text.contains("0,0410000") && text.contains("+1,00  ok"), "{text}");
    }

    #[test]
    fn the_table_names_what_is_wrong() {
        let right = answer("Price", "right", 0.04, (0.041, 0.001));
        let wrong = answer("Price", "wrong", 1.0, (1.1, 0.0));
        let text = table(&[right, wrong]);
        assert!(text.contains("+1.00  ok") && text.contains("WRONG"), "{text}");
    }
}
