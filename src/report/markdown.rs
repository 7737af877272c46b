//! The answer as Markdown, for a mail or a pull request: what was compared, the answer in words, the headline table, the
//! guardrails and the run.

use crate::language::number;
use crate::measures::Unit;
use crate::report::headline::{in_behaviour, printed, sentence};
use crate::report::words::{
    Supported, count, list, money_change_and_range, money_change_mean, money_mean, percent_mean, pieces, points,
};
use crate::report::{Story, guardrails};
use crate::say;
use crate::stats::Statistics;

/// The text, in GitHub's Markdown; it ends with a line break.
pub fn summary(story: &Story<'_>) -> String {
    let scenarios = &story.summary.programmes[1..];
    let names: Vec<&str> = scenarios.iter().map(|scenario| scenario.name.as_str()).collect();
    let compared = match scenarios.is_empty() {
        true => say!("The workbook has no scenario; these are the figures of its baseline."),
        false => say!(
            "Compared with the baseline: {names}. All were played on the same simulated futures, so that a difference is \
             the policy's and not luck; ranges hold nine futures in ten.",
            names = list(&names)
        ),
    };
    let title = say!("What the policies of {file} bring", file = story.run.file);
    let mut text = format!("# {}\n\n{}\n", escaped(&title), escaped(&compared));
    for (at, scenario) in scenarios.iter().enumerate() {
        let answered = in_behaviour(story, at + 1);
        let answered =
            answered.map_or_else(String::new, |words| say!(" Where people answer to the rules: {words}.", words));
        let said = escaped(&(sentence(story, scenario) + &answered));
        let separator = if at == 0 { "\n" } else { "" };
        text.push_str(&format!("{separator}- {}\n", named_boldly(&said, &escaped(&scenario.name))));
    }
    text.push_str(&format!("\n{}", table(&headline(story), if scenarios.is_empty() { 1 } else { 2 })));
    if !story.guarded.is_empty() {
        text.push_str(&format!("\n## {}\n\n", say!("Guardrails")));
    }
    for judgement in story.guarded {
        text.push_str(&format!("- {}\n", escaped(&guardrails::line(story, judgement))));
    }
    text + &format!("\n---\n\n{}\n", facts(story))
}

/// What identifies the run.
fn facts(story: &Story<'_>) -> String {
    let settings = &story.inputs.programme.settings;
    let (version, sha256) = (story.run.version, &story.run.sha256);
    let about = say!(
        "{trials} trials of {months} months from {start}, seed {seed}, amounts in {currency}",
        trials = count(story.summary.trials as f64),
        months = settings.months,
        start = settings.start.said(),
        seed = story.run.seed,
        currency = settings.currency
    );
    format!("partnersim {version}. {}. {} SHA-256 `{sha256}`.", escaped(&about), escaped(&story.run.file))
}

/// The headline table with its head: a row a measure and scenario.
fn headline(story: &Story<'_>) -> Vec<Vec<String>> {
    let currency = &story.inputs.programme.settings.currency;
    let (baseline, scenarios) = (&story.summary.programmes[0], &story.summary.programmes[1..]);
    if scenarios.is_empty() {
        let rows = printed(story).into_iter().map(|(at, measure)| {
            vec![measure.label.said().to_owned(), level(&baseline.measures[at], measure.unit, currency)]
        });
        return std::iter::once(vec![say!("Measure"), say!("Baseline")]).chain(rows).collect();
    }
    let mut rows = vec![vec![
        say!("Measure"),
        say!("Scenario"),
        say!("Baseline"),
        say!("With the scenario"),
        say!("Difference"),
        say!("90 % range"),
        say!("Better in"),
    ]];
    for (at, measure) in printed(story) {
        for scenario in scenarios {
            let difference = &scenario.differences[at];
            let (change, range) = change_and_range(&difference.statistics, measure.unit, currency);
            rows.push(vec![
                measure.label.said().to_owned(),
                scenario.name.clone(),
                level(&baseline.measures[at], measure.unit, currency),
                level(&scenario.measures[at], measure.unit, currency),
                change,
                range,
                share(difference.probability_better),
            ]);
        }
    }
    rows
}

/// A mean in words.
fn level(of: &Statistics, unit: Unit, currency: &str) -> String {
    match unit {
        Unit::Money if of.mean < 0.0 => money_change_mean(of, currency),
        Unit::Money => money_mean(of, currency),
        Unit::Fraction => percent_mean(of),
        Unit::Count => pieces(of.mean),
        Unit::Days | Unit::Index => Supported::mean(of).in_units(1.0, 1),
    }
}

/// A mean difference and its 90 % range in words.
fn change_and_range(of: &Statistics, unit: Unit, currency: &str) -> (String, String) {
    let (low, high) = Supported::range(of);
    match unit {
        Unit::Money => money_change_and_range(of, currency),
        Unit::Fraction => {
            let (low, high) = (low.change_in_units(0.01, 1), points(of.range().1));
            (points(of.mean), say!("{low} to {high}", low, high))
        }
        Unit::Count | Unit::Days | Unit::Index => {
            let [mean, low, high] = [Supported::mean(of), low, high].map(|value| value.change_in_units(1.0, 1));
            (mean, say!("{low} to {high}", low, high))
        }
    }
}

/// A probability in percent: never quite all or nothing unless it is.
fn share(probability: f64) -> String {
    match probability * 100.0 {
        percent if percent > 99.5 && percent < 100.0 => "> 99 %".to_owned(),
        percent if percent < 0.5 && percent > 0.0 => "< 1 %".to_owned(),
        percent => format!("{} %", number::fixed(percent, 0)),
    }
}

/// A sentence with the name that it begins with in bold, if it does.
fn named_boldly(said: &str, name: &str) -> String {
    said.strip_prefix(name).map_or_else(|| said.to_owned(), |rest| format!("**{name}**{rest}"))
}

/// Rows as a pipe table, the first its head, so many columns to the left and the others to the right.
fn table(rows: &[Vec<String>], to_the_left: usize) -> String {
    let mut text = String::new();
    for (at, row) in rows.iter().enumerate() {
        let cells: Vec<String> = row.iter().map(|cell| escaped(cell)).collect();
        text.push_str(&format!("| {} |\n", cells.join(" | ")));
        if at == 0 {
            let rule = (0..row.len()).map(|column| if column < to_the_left { "---|" } else { "---:|" });
            text.push_str(&format!("|{}\n", rule.collect::<String>()));
        }
    }
    text
}

/// A text in which nothing is read as markup, on one line. An underscore within a word is none, and ids have many.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let in_word = before.is_alphanumeric() && letters.peek().is_some_and(|next| next.is_alphanumeric());
        match letter {
            '\n' | '\r' => out.push(' '),
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '&' => out.extend(['\\', letter]),
            '_' if !in_word => out.extend(['\\', letter]),
            _ => out.push(letter),
        }
        before = letter;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_never_markup() {
        assert_eq!(escaped("a|b *c* <d>\n[e]"), "a\\|b \\*c\\* \\<d\\> \\[e\\]");
        assert_eq!(escaped("win_rate _x_"), "win_rate \\_x\\_");
    }

    #[test]
    fn a_chance_is_whole_only_where_it_is_sure() {
        assert_eq!([1.0, 0.999, 0.414, 0.001, 0.0].map(share), ["100 %", "> 99 %", "41 %", "< 1 %", "0 %"]);
    }

    #[test]
    fn a_table_has_a_head_a_rule_and_a_row_a_line() {
        let rows = [["A", "B"], ["x|y", "1"]].map(|row| row.map(str::to_owned).to_vec());
        assert_eq!(table(&rows, 1), "| A | B |\n|---|---:|\n| x\\|y | 1 |\n");
    }

    #[test]
    fn figures_are_said_in_their_unit() {
        let of =
            |mean: f64, se: f64| Statistics { mean, sd: se, se, percentiles: [mean - se, mean, mean, mean, mean + se] };
        let money = of(-4_567.0, 345.0);
        assert_eq!(
            [level(&money, Unit::Money, "EUR"), change_and_range(&money, Unit::Money, "EUR").0],
            ["-4,570 EUR"; 2]
        );
        assert_eq!(change_and_range(&of(12.3e6, 1.5e6), Unit::Money, "EUR").1, "10.8 to 13.8 M EUR");
        let share = of(0.012, 0.001);
        assert_eq!(
            [level(&share, Unit::Fraction, ""), change_and_range(&share, Unit::Fraction, "").0],
            ["1.2 %", "+1.2 points"]
        );
        assert_eq!(change_and_range(&share, Unit::Fraction, "").1, "+1.1 to +1.3 points");
        assert_eq!(change_and_range(&of(-0.25, 0.02), Unit::Index, "").0, "-0.3");
    }
}
