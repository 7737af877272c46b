//! `Questions`: the ten questions that executives ask, answered in words with figures.

use crate::report::words::{capitalised, count, list, reading, reading_word};
use crate::report::{Block, Page, Story};
use crate::say;
use crate::schema::Text;
use crate::schema::value::text;
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
type Question = (Text, fn(&Story<'_>) -> Vec<String>);

/// The questions, in the order in which they are asked.
const QUESTIONS: [Question; 10] = [
    (
        text(
            "1. What does it cost, and what is the net effect on gross profit?",
            "1. Combien cela coûte-t-il, et quel est l'effet net sur la marge brute\u{a0}?",
        ),
        money::cost,
    ),
    (text("2. Who wins and who loses?", "2. Qui gagne et qui perd\u{a0}?"), winners::who),
    (
        text(
            "3. Does partner margin really rise, or is it passed on to customers?",
            "3. La marge des partenaires augmente-t-elle vraiment, ou va-t-elle aux clients\u{a0}?",
        ),
        money::passed_on,
    ),
    (
        text(
            "4. How much of the spending is deadweight?",
            "4. Quelle part de la dépense est un effet d'aubaine\u{a0}?",
        ),
        support::deadweight,
    ),
    (
        text(
            "5. Which rise of wins is needed to break even, and is it plausible?",
            "5. Quelle hausse des victoires faut-il pour atteindre le point mort, et est-elle plausible\u{a0}?",
        ),
        support::break_even,
    ),
    (
        text(
            "6. Which assumptions drive the answer, and where does the decision flip?",
            "6. Quelles hypothèses déterminent la réponse, et où la décision bascule-t-elle\u{a0}?",
        ),
        assumptions::drivers,
    ),
    (
        text("7. When do savings and cash arrive?", "7. Quand les économies et la trésorerie arrivent-elles\u{a0}?"),
        time::by_year,
    ),
    (text("8. Can operations cope?", "8. Les opérations tiennent-elles la charge\u{a0}?"), operations::cope),
    (
        text(
            "9. What gaming or adverse behaviour does it invite?",
            "9. Quels contournements ou effets pervers cela encourage-t-il\u{a0}?",
        ),
        conduct::invited,
    ),
    (
        text(
            "10. Do the policies add up, and what happens when a suspension ends?",
            "10. Les mesures s'additionnent-elles, et que se passe-t-il à la fin d'une suspension\u{a0}?",
        ),
        together::add_up,
    ),
];

/// The page.
pub fn page(story: &Story<'_>) -> Page {
    let mut blocks = Vec::new();
    for (question, answer) in QUESTIONS {
        blocks.push(Block::Heading(question.said().to_owned()));
        blocks.extend(answer(story).into_iter().map(Block::Text));
    }
    blocks.push(Block::Heading(say!("Not asked of a simulation: is it lawful?")));
    blocks.push(Block::Text(say!(
        "Prices for one partner alone, payment beyond the legal limit and the sharing of data need a lawyer's answer; \
         no figure here gives one."
    )));
    let readings: Vec<&str> = story.plans.readings.iter().map(|reading| reading_word(*reading)).collect();
    Page {
        name: say!("Questions"),
        title: say!("Ten questions and what the simulation answers"),
        subtitle: say!(
            "{trials} trials, whole horizon unless a year is named; readings: {readings}; ranges hold nine simulated \
             futures in ten",
            trials = count(story.summary.trials as f64),
            readings = list(&readings)
        ),
        one_page: false,
        blocks,
    }
}

/// What stands where no scenario was played.
fn no_scenario() -> String {
    say!("No scenario was played, so that there is nothing to compare.")
}

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
        format!("{}, {}", self.first.shown(), reading(self.first.reading))
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
        let texts: Texts<'_> = played
            .readings()
            .filter_map(|programme| Some((reading_word(programme.reading), tell(programme, at)?)))
            .collect();
        let name = played.first.shown();
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
        [(first, text), (second, same)] if text == same => {
            say!("{first} and {second} reading: {text}.", first, second, text)
        }
        _ => {
            let sentences = texts.iter().enumerate().map(|(at, (reading, text))| {
                let sentence = say!("{reading} reading: {text}.", reading, text);
                if at == 0 { sentence } else { capitalised(&sentence) }
            });
            sentences.collect::<Vec<_>>().join(" ")
        }
    }
}

/// An answer for each scenario, or the line that says there is none.
fn for_each(story: &Story<'_>, answer: impl Fn(&Played<'_>) -> String) -> Vec<String> {
    let answers: Vec<String> = scenarios(story).iter().map(answer).collect();
    if answers.is_empty() { vec![no_scenario()] } else { answers }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Language, speaking};

    #[test]
    fn what_is_the_same_in_both_readings_is_said_once() {
        let texts = |second: &str| [("static", "it copes".to_owned()), ("behavioural", second.to_owned())];
        assert_eq!(readings_in_words(&texts("it copes")), "static and behavioural reading: it copes.");
        assert_eq!(
            readings_in_words(&texts("it does not")),
            "static reading: it copes. Behavioural reading: it does not."
        );
    }

    #[test]
    fn french_sentences_begin_with_their_own_capital() {
        let texts = [("statique", "cela tient".to_owned()), ("comportementale", "cela ne tient pas".to_owned())];
        let said = speaking(Language::Fr, || readings_in_words(&texts));
        let expected = "lecture statique\u{a0}: cela tient. Lecture comportementale\u{a0}: cela ne tient pas.";
        assert_eq!(said, expected);
    }
}
