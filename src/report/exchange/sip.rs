//! A library of stochastic information packets (SIPs) in the JSON of the SIPmath 3.0 standard of ProbabilityManagement.org
//! (<https://www.probabilitymanagement.org/30-standard>; fields as in its example library and its writer, PySIPmath).
//!
//! Every series is there twice. As a *virtual* SIP it is a metalog (Keelin 2016) of uniform numbers that any reader makes
//! alike: the counter-based HDR generator of Hubbard, made dependent by a Gaussian copula. As a `SIP_Array` it is the
//! trials themselves, which alone keep the dependence of differences on what they are the differences of.

use std::collections::BTreeSet;
use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Value, json};

use crate::law::metalog::Metalog;
use crate::programme::Date;
use crate::quantile::normal;
use crate::report::RunFacts;
use crate::report::exchange::Series;
use crate::stats::rank::ranks;
use crate::stats::{Statistics, percentile};

/// The most terms of a metalog: Keelin's ten.
const TERMS: usize = 10;

/// The metalog is fitted to so many quantiles, at the middles of as many equal shares of probability.
const QUANTILES: usize = 100;

/// What a correlation is drawn towards 0 by. Readers take the Cholesky factor of the matrix, which would fail where one
/// series follows from others.
const DRAWN_IN: f64 = 1e-6;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Library<'a> {
    name: String,
    object_type: &'static str,
    library_type: &'static str,
    date_created: String,
    version: &'static str,
    provenance: String,
    global_variables: [Value; 1],
    #[serde(rename = "U01")]
    uniform: Value,
    sips: Vec<Sip<'a>>,
}

#[derive(Serialize)]
struct Sip<'a> {
    name: String,
    #[serde(rename = "ref")]
    reference: Value,
    function: &'static str,
    arguments: Arguments<'a>,
    metadata: Value,
}

#[derive(Serialize)]
#[serde(untagged, rename_all_fields = "camelCase")]
enum Arguments<'a> {
    Metalog { a_coefficients: Vec<f64> },
    Array { r#type: &'static str, value: &'a [f64] },
}

/// Writes the library of series. `created` is the day it carries, such as the programme's start: nothing in it comes from
/// the clock, and the generator's variables are numbered from the digest of the input, so that the same run gives the
/// same bytes and libraries of different workbooks are independent.
///
/// # Errors
/// Those of `out`.
pub fn library(series: &[Series], run: &RunFacts, created: Date, out: &mut dyn Write) -> io::Result<()> {
    let names = names(series);
    let first = first_variable(&run.sha256);
    let generator = |at: usize| {
        let arguments = json!({"counter": "PM_Index", "entity": 1, "varId": first + at as u64, "seed3": 0, "seed4": 0});
        json!({"name": format!("hdr{}", at + 1), "function": "HDR_2_0", "arguments": arguments})
    };
    let mut generators: Vec<Value> = (0..series.len()).map(generator).collect();
    generators.push(json!({"name": "index", "function": "Index", "arguments": {"counter": "PM_Index"}}));
    let numbered = |word: &str| (1..=series.len()).map(|at| format!("{word}{at}")).collect::<Vec<String>>();
    let copula = json!({
        "name": "Gaussian",
        "function": "GaussianCopula",
        "arguments": {
            "correlationMatrix": {"type": "globalVariables", "value": "correlationMatrix"},
            "rng": numbered("hdr"),
        },
        "copulaLayer": numbered("c"),
    });
    let sips = series.iter().zip(&names).enumerate().flat_map(|(at, (series, name))| pair(at, series, name)).collect();
    let library = Library {
        name: format!("{} trials", run.file),
        object_type: "sipModel",
        library_type: "SIPmath_3_0",
        date_created: created.to_string(),
        version: "1",
        provenance: format!(
            "partnersim {}, input {} (SHA-256 {}), seed {}",
            run.version, run.file, run.sha256, run.seed
        ),
        global_variables: [json!({"name": "correlationMatrix", "value": matrix(series, &names)})],
        uniform: json!({"rng": generators, "copula": [copula]}),
        sips,
    };
    serde_json::to_writer(&mut *out, &library)?;
    out.write_all(b"\n")
}

/// The virtual SIP of a series and its trials.
fn pair<'a>(at: usize, series: &'a Series, name: &str) -> [Sip<'a>; 2] {
    let mut ordered = series.values.clone();
    let statistics = Statistics::ordering(&mut ordered);
    let fit = Fit::new(&ordered);
    let [p05, p25, p50, p75, p95] = statistics.percentiles;
    let (least, most) = (ordered[0], ordered[ordered.len() - 1]);
    let known = json!({
        "series": series.name, "count": ordered.len(), "mean": statistics.mean, "std": statistics.sd,
        "standardError": statistics.se, "min": least, "P05": p05, "P25": p25, "P50": p50, "P75": p75, "P95": p95,
        "max": most,
    });
    let mut fitted = known.clone();
    fitted["fitMean"] = json!(fit.mean);
    fitted["fitLargestGap"] = json!(fit.gap);
    let layer = format!("c{}", at + 1);
    [
        Sip {
            name: name.to_owned(),
            reference: json!({"source": "copula", "name": "Gaussian", "copulaLayer": layer}),
            function: "Metalog_1_0",
            arguments: Arguments::Metalog { a_coefficients: fit.coefficients },
            metadata: fitted,
        },
        Sip {
            name: format!("{name}.trials"),
            reference: json!({"source": "rng", "name": "index"}),
            function: "SIP_Array",
            arguments: Arguments::Array { r#type: "array", value: &series.values },
            metadata: known,
        },
    ]
}

/// A metalog without bounds in the place of values.
struct Fit {
    coefficients: Vec<f64>,
    mean: f64,
    /// The largest distance between its quantiles and those of the values, from 0.5 % to 99.5 %, in their unit.
    gap: f64,
}

impl Fit {
    /// Of the numbers of terms the one whose quantiles come nearest, of two that are alike the smaller. Values that hardly
    /// vary are their median.
    fn new(ordered: &[f64]) -> Fit {
        let at = |share: usize| (share as f64 + 0.5) / QUANTILES as f64;
        let quantiles: Vec<(f64, f64)> =
            (0..QUANTILES).map(|share| (at(share), percentile(ordered, at(share)))).collect();
        let gap =
            |quantile: &dyn Fn(f64) -> f64| quantiles.iter().map(|(p, x)| (quantile(*p) - x).abs()).fold(0.0, f64::max);
        let median = percentile(ordered, 0.5);
        let constant = Fit { coefficients: vec![median], mean: median, gap: gap(&|_| median) };
        let fits = (2..=TERMS).filter_map(|terms| Metalog::near(&quantiles, terms)).map(|law| Fit {
            gap: gap(&|p| law.quantile(p)),
            mean: law.moments.0,
            coefficients: law.coefficients(),
        });
        fits.fold(constant, |best, next| if next.gap < best.gap { next } else { best })
    }
}

/// The correlations of the normal scores of the ranks, which is what a Gaussian copula takes: for each series, those with
/// itself and the series after it.
fn matrix(series: &[Series], names: &[String]) -> Value {
    let scores: Vec<Vec<f64>> = series.iter().map(|series| scores(&series.values)).collect();
    let mut entries = Vec::new();
    for (row, own) in scores.iter().enumerate() {
        for (column, other) in scores.iter().enumerate().skip(row) {
            let product: f64 = own.iter().zip(other).map(|(own, other)| own * other).sum();
            let value = if row == column { 1.0 } else { (1.0 - DRAWN_IN) * product };
            entries.push(json!({"row": names[row], "col": names[column], "value": value}));
        }
    }
    json!({"columns": names, "rows": names, "matrix": entries})
}

/// Van der Waerden's scores of values, with squares that add up to 1; all 0 where values never vary.
fn scores(values: &[f64]) -> Vec<f64> {
    let count = values.len() as f64;
    let mut scores: Vec<f64> = ranks(values).into_iter().map(|rank| normal(rank / (count + 1.0))).collect();
    // Ties take the mean of their ranks, so that the scores' mean is not quite 0.
    let mean = scores.iter().sum::<f64>() / count;
    scores.iter_mut().for_each(|score| *score -= mean);
    let length = libm::sqrt(scores.iter().map(|score| score * score).sum());
    if length > 0.0 {
        scores.iter_mut().for_each(|score| *score /= length);
    }
    scores
}

/// Names that a spreadsheet can give to a range: letters, digits, `_` and `.`, a letter or `_` first, each once.
fn names(series: &[Series]) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let mut named = |series: &Series| {
        let allowed = |letter: char| if letter.is_alphanumeric() || letter == '.' { letter } else { '_' };
        let mut name: String = series.name.chars().map(allowed).collect();
        if !name.starts_with(|first: char| first.is_alphabetic() || first == '_') {
            name.insert(0, '_');
        }
        let other = |number: usize| if number == 1 { name.clone() } else { format!("{name}_{number}") };
        let mut number = 1;
        while !taken.insert(other(number).to_lowercase()) {
            number += 1;
        }
        other(number)
    };
    series.iter().map(&mut named).collect()
}

/// The generator's first variable, 1 to 10 million, from the input's digest in hexadecimal.
fn first_variable(sha256: &str) -> u64 {
    sha256.get(..8).and_then(|digits| u64::from_str_radix(digits, 16).ok()).unwrap_or(0) % 10_000_000 + 1
}

#[cfg(test)]
mod tests;
