//! The answer as a short table for the terminal.

use crate::report::Story;
use crate::report::words::{futures, money, money_range, percent};
use crate::summary::ProgrammeSummary;

/// A line a programme: front margin and contribution, and for scenarios their differences.
pub fn table(story: &Story<'_>) -> String {
    let currency = &story.inputs.programme.settings.currency;
    let mut rows = vec![[
        "Programme".to_owned(),
        "Partner front margin".to_owned(),
        "difference (90 % range)".to_owned(),
        "Vendor contribution".to_owned(),
        "difference (90 % range)".to_owned(),
        "Win rate".to_owned(),
        "Requests".to_owned(),
    ]];
    for programme in &story.summary.programmes {
        rows.push([
            programme.name.clone(),
            money(programme.measure("partner_front_margin").mean, currency),
            difference(programme, "partner_front_margin", currency),
            money(programme.measure("vendor_contribution").mean, currency),
            difference(programme, "vendor_contribution", currency),
            percent(programme.measure("win_rate").mean),
            crate::report::words::count(programme.measure("quotation_requests").mean),
        ]);
    }
    let widths: Vec<usize> =
        (0..7).map(|column| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0)).collect();
    let mut text = String::new();
    for row in &rows {
        let line: Vec<String> = row
            .iter()
            .zip(&widths)
            .enumerate()
            .map(|(at, (cell, width))| if at == 0 { format!("{cell:<width$}") } else { format!("{cell:>width$}") })
            .collect();
        text.push_str(line.join("  ").trim_end());
        text.push('\n');
    }
    for scenario in &story.summary.programmes[1..] {
        if let (Some(partner), Some(vendor)) =
            (scenario.difference("partner_front_margin"), scenario.difference("vendor_contribution"))
        {
            text.push_str(&format!(
                "{}: better for partners {}, for the vendor {}\n",
                scenario.name,
                futures(partner.probability_better),
                futures(vendor.probability_better)
            ));
        }
    }
    text
}

fn difference(programme: &ProgrammeSummary, id: &str, currency: &str) -> String {
    match programme.difference(id) {
        None => String::new(),
        Some(difference) => {
            let mean = difference.statistics.mean;
            let sign = if mean < 0.0 { "-" } else { "+" };
            format!("{sign}{} ({})", money(mean, currency), money_range(difference.statistics.range(), currency))
        }
    }
}
