//! What a row says of a distribution: the words under Distribution and the values under Low, Mode and High
//! (docs/reference.md, "Distributions").

use super::own;
use crate::diagnostic::{CellRef, Diagnostic, Diagnostics};
use crate::inputs::uncertain::{Argument, HIGH, LOW, MODE};
use crate::inputs::{LawInput, settle};
use crate::law::{FAMILIES, Family, Law, LawError, Truncated};
use crate::quantile;
use crate::say;
use crate::schema::Kind;
use crate::schema::kind::{quoted, shortened};
use crate::schema::words::{alike, folded, nearest};

/// What follows the name of a family where Low and High are percentiles, in either language.
const BY_PERCENTILES: [&str; 3] = ["by percentiles", "par centiles", "par percentiles"];

/// The value that a distribution is about.
pub struct About<'a> {
    /// Its name.
    pub name: &'a str,
    /// What it may be.
    pub kind: &'static Kind,
    /// What the workbook enters, in natural units; `None` where the cells that are set together hold several values.
    pub entered: Option<f64>,
    /// The probabilities below Low and below High where they are percentiles.
    pub tails: [f64; 2],
}

/// How a distribution is given.
enum Form<'a> {
    /// By the family's name alone.
    Alone,
    /// By the name, `by percentiles`.
    Percentiles,
    /// By its own parameters, in parentheses.
    Own(&'a str),
}

/// The distribution of a row within what the value may be; `None` after a refusal, which is told.
pub fn law(input: &LawInput, about: &About<'_>, found: &mut Diagnostics) -> Option<Truncated> {
    let (family, form) = match stated(input) {
        Ok(stated) => stated,
        Err(diagnostic) => return tell(diagnostic, found),
    };
    let made = match form {
        Form::Own(inside) => {
            let blank = |argument: &&Argument| argument.cell.is_some();
            if let Some(filled) = [&input.low, &input.mode, &input.high].into_iter().find(blank) {
                let message =
                    say!("{name}: \"{words}\" says all of its distribution", name = about.name, words = input.words);
                let error = Diagnostic::error("distribution-twice", message).at(&filled.at);
                return tell(
                    error.hint(say!("leave Low, Mode and High blank, or write the family's name alone")),
                    found,
                );
            }
            if family == Family::Empirical {
                Law::empirical(&observations(input, about, found)?)
            } else {
                match own::law(family, inside, about.kind) {
                    Ok(made) => made,
                    Err(message) => {
                        let message = say!("{name}: {problem}", name = about.name, problem = message);
                        let error = Diagnostic::error("distribution-parameters", message).at(&input.at);
                        return tell(error.hint(say!("write it as {example}", example = own::example(family))), found);
                    }
                }
            }
        }
        Form::Alone => by_columns(family, false, arguments(input, about, found)?, about),
        Form::Percentiles => by_columns(family, true, arguments(input, about, found)?, about),
    };
    let (least, most) = about.kind.range()?;
    let within = |law: Law| {
        Truncated::new(law, least, most).map_err(|_| LawError {
            argument: "distribution",
            message: say!(
                "must have values {allowed}: less than one in a million lies there",
                allowed = about.kind.allowed()
            ),
        })
    };
    match made.and_then(within) {
        Ok(law) => Some(law),
        Err(error) => tell(refused(&error, family, &form, input, about), found),
    }
}

fn tell<T>(diagnostic: Diagnostic, found: &mut Diagnostics) -> Option<T> {
    found.push(diagnostic);
    None
}

/// The family of a name in either language.
fn family(word: &str) -> Option<Family> {
    let is = |name: &str| alike(name, word);
    let entry = FAMILIES.iter().find(|entry| [entry.key, entry.english.name, entry.french.name].into_iter().any(is));
    entry.map(|entry| entry.family)
}

/// The family and the form that the words give.
fn stated(input: &LawInput) -> Result<(Family, Form<'_>), Diagnostic> {
    let plain = folded(&input.words);
    let suffix = BY_PERCENTILES.into_iter().find_map(|suffix| plain.strip_suffix(suffix));
    let (name, form) = match (input.words.split_once('('), suffix) {
        (Some((name, rest)), _) => match rest.trim_end().strip_suffix(')') {
            Some(inside) => (name, Form::Own(inside)),
            None => {
                let message = say!("\"{words}\" has a bracket that is not closed", words = input.words);
                let error = Diagnostic::error("distribution-parameters", message).at(&input.at);
                return Err(error.hint(say!("end it with )")));
            }
        },
        (None, Some(name)) => (name, Form::Percentiles),
        (None, None) => (plain.as_str(), Form::Alone),
    };
    match family(name) {
        Some(family) => Ok((family, form)),
        None => {
            let message = say!("there is no distribution {words}", words = quoted(&shortened(name.trim())));
            let names = FAMILIES.iter().flat_map(|entry| [entry.english.name, entry.french.name]);
            let hint = match nearest(name, names) {
                Some(near) => say!("did you mean {near}?", near),
                None => {
                    let names: Vec<&str> = FAMILIES.iter().map(|entry| entry.family.word()).collect();
                    say!("write fixed, or one of {names}", names = names.join(", "))
                }
            };
            Err(Diagnostic::error("unknown-distribution", message).at(&input.at).hint(hint))
        }
    }
}

/// The values under Low, Mode and High: each blank, or one that the input could have.
fn arguments(input: &LawInput, about: &About<'_>, found: &mut Diagnostics) -> Option<[Option<f64>; 3]> {
    let mut read = |argument: &Argument, label: &str| match &argument.cell {
        None => Some(None),
        Some(cell) => {
            let subject = say!("{name}: {problem}", name = about.name, problem = label);
            let value = settle(about.kind.read(cell), &subject, &argument.at, found)?;
            Some(value.as_number())
        }
    };
    // All three are read, so that all that is wrong is told.
    let all = [read(&input.low, LOW.said()), read(&input.mode, MODE.said()), read(&input.high, HIGH.said())];
    let [Some(low), Some(mode), Some(high)] = all else { return None };
    Some([low, mode, high])
}

/// The observations, each one that the input could have.
fn observations(input: &LawInput, about: &About<'_>, found: &mut Diagnostics) -> Option<Vec<f64>> {
    let subject = say!("{name}: an observation", name = about.name);
    let mut read = |(at, cell)| settle(about.kind.read(cell), &subject, at, found)?.as_number();
    let values: Vec<Option<f64>> = input.observations.iter().map(|(at, cell)| read((at, cell))).collect();
    values.into_iter().collect()
}

/// The law of a family by Low, Mode and High.
fn by_columns(
    family: Family,
    percentiles: bool,
    [low, mode, high]: [Option<f64>; 3],
    about: &About<'_>,
) -> Result<Law, LawError> {
    let wrong = |argument, message: String| LawError { argument, message };
    let given = |argument, value: Option<f64>| value.ok_or_else(|| wrong(argument, say!("must be given")));
    let blank = |argument, value: Option<f64>, why: fn() -> String| match value {
        Some(_) => Err(wrong(argument, say!("must be blank: {why}", why = why()))),
        None => Ok(()),
    };
    let several = || wrong("mode", say!("must be given, since the cells that are set together hold several values"));
    let middle = || mode.or(about.entered).ok_or_else(several);
    let nothing = [low, mode, high].iter().all(Option::is_none);
    let [below, above] = about.tails;
    let tails = (low.map(|x| (below, x)), high.map(|x| (above, x)));
    match family {
        Family::Uniform if !percentiles => {
            blank("mode", mode, || say!("every value is as likely as another"))?;
            Law::uniform(given("low", low)?, given("high", high)?)
        }
        Family::Triangular if !percentiles => Law::triangular(given("low", low)?, middle()?, given("high", high)?),
        Family::Pert if !percentiles => Law::pert(given("low", low)?, middle()?, given("high", high)?),
        Family::Triangular | Family::Pert | Family::Metalog => {
            Law::by_percentiles(family, tails.0, Some(middle()?), tails.1)
        }
        Family::Exponential if nothing => Law::exponential(middle()?),
        Family::Poisson if nothing => Law::poisson(middle()?),
        Family::Binomial if !percentiles => {
            blank("low", low, || say!("High is the number of trials, and their mean is the entered value"))?;
            blank("mode", mode, || say!("the mean is the entered value"))?;
            let trials = given("high", high)?;
            Law::binomial(trials, about.entered.ok_or_else(several)? / trials)
        }
        // An estimate with its interval: the mean, and as wide as from Low to High.
        Family::Normal if mode.is_some() => {
            let width = given("high", high)? - given("low", low)?;
            let mean = middle()?;
            Law::normal(mean, width / (quantile::normal(above) - quantile::normal(below)))
        }
        Family::Discrete | Family::Empirical => Err(wrong("values", say!("must be given in parentheses"))),
        _ => Law::by_percentiles(family, tails.0, mode, tails.1),
    }
}

/// A law that there is not, at the cell of its argument.
fn refused(error: &LawError, family: Family, form: &Form<'_>, input: &LawInput, about: &About<'_>) -> Diagnostic {
    let by_own = matches!(form, Form::Own(_));
    let (label, at): (String, &CellRef) = match error.argument {
        "low" if !by_own => (LOW.said().to_owned(), &input.low.at),
        "mode" if !by_own => (MODE.said().to_owned(), &input.mode.at),
        "high" if !by_own => (HIGH.said().to_owned(), &input.high.at),
        "trials" if !by_own => (say!("High, the number of trials,"), &input.high.at),
        "chance" if !by_own => (say!("the entered value as a share of High"), &input.high.at),
        "distribution" => (say!("the distribution"), &input.at),
        other => (own::parameter_name(other).to_owned(), &input.at),
    };
    let ends = matches!(family, Family::Uniform | Family::Triangular | Family::Pert);
    let hint = match form {
        Form::Alone if ends => say!("Low and High are the ends; Mode, if there is one, lies between them."),
        Form::Alone if family == Family::Binomial => {
            say!("High is the number of trials; or write binomial by percentiles.")
        }
        Form::Alone | Form::Percentiles if !matches!(family, Family::Discrete | Family::Empirical) => {
            family.said().percentiles.to_owned()
        }
        _ if matches!(about.kind, Kind::Rate { .. }) => {
            say!("write it as {example}, percentages as 8 % or 0.08", example = own::example(family))
        }
        _ => say!("write it as {example}", example = own::example(family)),
    };
    Diagnostic::error(
        "impossible-distribution",
        say!("{name}: {problem}", name = about.name, problem = format!("{label} {}", error.message)),
    )
    .at(at)
    .hint(hint)
}
