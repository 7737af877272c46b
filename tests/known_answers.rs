//! The known answers of `partnersim selftest`: all pass, and wrong ones would not (docs/model.md, "Known answers").

use std::sync::LazyLock;

use partnersim::selftest::{KnownAnswer, MOST_ANSWERS, known_answers, table};

/// Trials of each simulation: enough that the standard error of every mean is below 0.21 % of it, so that a mean that
/// is 2 % off lies nearly ten standard errors off, twice the bound.
const TRIALS: usize = 2_000;
const SEED: u64 = 2017;

static ANSWERS: LazyLock<Vec<KnownAnswer>> = LazyLock::new(|| known_answers(SEED, TRIALS, &|_, _| {}));

fn is_variance(answer: &KnownAnswer) -> bool {
    answer.name.contains("variance")
}

fn is_index(answer: &KnownAnswer) -> bool {
    answer.name.contains("Sobol index")
}

fn is_coverage(answer: &KnownAnswer) -> bool {
    answer.name.contains("share that holds it")
}

#[test]
fn every_known_answer_is_met() {
    let wrong: Vec<KnownAnswer> = ANSWERS.iter().filter(|answer| !answer.passes()).cloned().collect();
    assert!(wrong.is_empty(), "\n{}", table(&wrong));
}

#[test]
fn the_bound_covers_as_many_answers_as_there_are() {
    let by_luck = ANSWERS.iter().filter(|answer| !answer.is_exact()).count();
    assert!((75..=MOST_ANSWERS).contains(&by_luck), "{by_luck} answers");
}

#[test]
fn an_answer_that_is_two_percent_wrong_fails() {
    let is_mean = |answer: &&KnownAnswer| !is_variance(answer) && !is_index(answer) && !is_coverage(answer);
    for answer in ANSWERS.iter().filter(|answer| !answer.is_exact()).filter(is_mean) {
        for factor in [0.98, 1.02] {
            let wrong = KnownAnswer { closed_form: answer.closed_form * factor, ..answer.clone() };
            assert!(!wrong.passes(), "{}: z {} with the closed form x {factor}", answer.name, wrong.z());
        }
    }
}

#[test]
fn a_coverage_that_is_five_points_off_fails() {
    // Of 1,000 intervals, sqrt(0.95 x 0.05 / 1,000) = 0.69 points are one standard error.
    for answer in ANSWERS.iter().filter(|answer| is_coverage(answer)) {
        for points in [-0.05, 0.05] {
            let wrong = KnownAnswer { closed_form: answer.closed_form + points, ..answer.clone() };
            assert!(!wrong.passes(), "{}: z {}", answer.name, wrong.z());
        }
    }
}

#[test]
fn an_index_that_is_a_tenth_wrong_fails() {
    // 128,000 base points leave a standard error of at most 1.1 % of an index above 0.1: a tenth is nine of them.
    for answer in ANSWERS.iter().filter(|answer| is_index(answer) && answer.closed_form > 0.1) {
        for factor in [0.9, 1.1] {
            let wrong = KnownAnswer { closed_form: answer.closed_form * factor, ..answer.clone() };
            assert!(!wrong.passes(), "{}: z {}", answer.name, wrong.z());
        }
    }
}

#[test]
fn a_variance_that_is_a_third_wrong_fails() {
    // The standard error of a variance is sqrt(2 / trials) of it, here 3.2 %: a third is ten of them.
    for answer in ANSWERS.iter().filter(|answer| is_variance(answer)) {
        for factor in [2.0 / 3.0, 4.0 / 3.0] {
            let wrong = KnownAnswer { closed_form: answer.closed_form * factor, ..answer.clone() };
            assert!(!wrong.passes(), "{}: z {}", answer.name, wrong.z());
        }
    }
}

#[test]
fn an_exact_answer_admits_no_luck() {
    for answer in ANSWERS.iter().filter(|answer| answer.is_exact()) {
        let off = answer.closed_form.abs() * 1e-9 + if answer.closed_form == 0.0 { 1.0 } else { 0.0 };
        let beyond = off + 2.0 * answer.within;
        for closed_form in [answer.closed_form - beyond, answer.closed_form + beyond] {
            let wrong = KnownAnswer { closed_form, ..answer.clone() };
            assert!(!wrong.passes(), "{}", answer.name);
        }
    }
}

#[test]
fn what_is_rounded_hides_nothing_that_matters() {
    for answer in ANSWERS.iter().filter(|answer| answer.within > 0.0) {
        assert!(answer.is_exact() && answer.within < 1e-3 * answer.closed_form.abs(), "{}", answer.name);
    }
}
