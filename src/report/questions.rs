//! `Questions`: the ten questions that executives ask, answered in words with figures.

use crate::report::words::{capitalised, count, list};
use crate::report::{Block, Page, Story};
use crate::say;
use crate::summary::ProgrammeSummary;

mod assumptions;
mod conduct;
mod money;
mod operations;
mod support;
mod time;
mod together;
mod winners;

/// A question and what answers it, a paragraph an answer.
type Question = (&'static str, fn(&Story<'_>) -> Vec<String>);

/// The questions, in the order in which they are asked.
const QUESTIONS: [Question; 10] = [
    ("1. What does it cost, and what is the net effect on gross profit?", money::cost),
    ("2. Who wins and who loses?", winners::who),
    ("3. Does partner margin really rise, or is it passed on to customers?", money::passed_on),
    ("4. How much of the spending is deadweight?", support::deadweight),
    ("5. Which rise of wins is needed to break even, and is it plausible?", support::break_even),
    ("6. Which assumptions drive the answer, and where does the decision flip?", assumptions::drivers),
    ("7. When do savings and cash arrive?", time::by_year),
    ("8. Can operations cope?", operations::cope),
    ("9. What gaming or adverse behaviour does it invite?", conduct::invited),
    ("10. Do the policies add up, and what happens when a suspension ends?", together::add_up),
];

/// The page.
pub fn page(story: &Story<'_>) -> Page {
    let mut blocks = Vec::new();
    for (question, answer) in QUESTIONS {
        blocks.push(Block::Heading(question.to_owned()));
        blocks.extend(answer(story).into_iter().map(Block::Text));
    }
    blocks.push(Block::Heading("Not asked of a simulation: is it lawful?".to_owned()));
    blocks.push(Block::Text(
        "Prices for one partner alone, payment beyond the legal limit and the sharing of data need a lawyer's answer; no \
         figure here gives one."
            .to_owned(),
    ));
    let readings: Vec<&str> = story.plans.readings.iter().map(|reading| reading.word()).collect();
    Page {
        name: say!("Questions"),
        title: "Ten questions and what the simulation answers".to_owned(),
        subtitle: format!(
            "{} trials, whole horizon unless a year is named; readings: {}; ranges hold nine simulated futures in ten",
            count(story.summary.trials as f64),
            list(&readings)
        ),
        one_page: false,
        blocks,
    }
}

/// What stands where no scenario was played.
const NO_SCENARIO: &str = "No scenario was played, so that there is nothing to compare.";

/// A programme in the first reading, and beside it in the behavioural one where both were played.
struct Played<'a> {
    first: &'a ProgrammeSummary,
    behavioural: Option<&'a ProgrammeSummary>,
}

impl<'a> Played<'a> {
    /// The programmes in all readings, the first first.
    fn readings(&self) -> impl Iterator<Item = &'a ProgrammeSummary> {
        std::iter::once(self.first).chain(self.behavioural)
    }

    /// `Name, static reading`.
    fn label(&self) -> String {
        format!("{}, {}", self.first.name, crate::report::words::reading(self.first.reading))
    }
}

/// All programmes, the baseline first.
fn programmes<'a>(story: &'a Story<'_>) -> Vec<Played<'a>> {
    let behavioural = |at: usize| story.summary.behavioural.as_ref().map(|programmes| &programmes[at]);
    let first = story.summary.programmes.iter().enumerate();
    first.map(|(at, programme)| Played { first: programme, behavioural: behavioural(at) }).collect()
}

/// The programmes but for the baseline.
fn scenarios<'a>(story: &'a Story<'_>) -> Vec<Played<'a>> {
    programmes(story).into_iter().skip(1).collect()
}

/// What is told of a programme in each of its readings: the word of the reading, and the text.
type Texts<'a> = Vec<(&'a str, String)>;

/// What is told of each programme in each of its readings, programmes of which the same is told together.
fn told_together(story: &Story<'_>, tell: impl Fn(&ProgrammeSummary, usize) -> Option<String>) -> Vec<String> {
    let mut told: Vec<(Vec<&str>, Texts<'_>)> = Vec::new();
    let all = programmes(story);
    for (at, played) in all.iter().enumerate() {
        let texts: Texts<'_> =
            played.readings().filter_map(|programme| Some((programme.reading.word(), tell(programme, at)?))).collect();
        let name = played.first.name.as_str();
        match told.iter_mut().find(|(_, known)| *known == texts) {
            Some((names, _)) => names.push(name),
            None => told.push((vec![name], texts)),
        }
    }
    told.retain(|(_, texts)| !texts.is_empty());
    told.iter().map(|(names, texts)| format!("{}, {}", list(names), readings_in_words(texts))).collect()
}

/// `static reading: this. Behavioural reading: that.`; said once where both are the same.
fn readings_in_words(texts: &[(&str, String)]) -> String {
    match texts {
        [(first, text), (second, same)] if text == same => format!("{first} and {second} reading: {text}."),
        _ => {
            let sentences = texts.iter().enumerate().map(|(at, (reading, text))| {
                let reading = if at == 0 { (*reading).to_owned() } else { capitalised(reading) };
                format!("{reading} reading: {text}.")
            });
            sentences.collect::<Vec<_>>().join(" ")
        }
    }
}

/// An answer for each scenario, or the line that says there is none.
fn for_each(story: &Story<'_>, answer: impl Fn(&Played<'_>) -> String) -> Vec<String> {
    let answers: Vec<String> = scenarios(story).iter().map(answer).collect();
    if answers.is_empty() { vec![NO_SCENARIO.to_owned()] } else { answers }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_the_same_in_both_readings_is_said_once() {
        let texts = |second: &str| [("static", "it copes".to_owned()), ("behavioural", second.to_owned())];
        assert_eq!(readings_in_words(&texts("it copes")), "static and behavioural reading: it copes.");
        assert_eq!(
            readings_in_words(&texts("it does not")),
            "static reading: it copes. Behavioural reading: it does not."
        );
    }
}
