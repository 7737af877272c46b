use super::*;
use crate::embedded::Extent;
use crate::programme::Readings;

/// Draws of a series: the normal distribution at the middles of equal shares, in the order that a step through them makes.
fn drawn(count: usize, step: usize, of: fn(f64) -> f64) -> Vec<f64> {
    (0..count).map(|trial| of(normal(((trial * step % count) as f64 + 0.5) / count as f64))).collect()
}

fn of(name: &str, values: Vec<f64>) -> Series {
    Series { name: name.to_owned(), values }
}

fn written(series: &[Series]) -> Value {
    let run = RunFacts {
        file: "in.xlsx".to_owned(),
        sha256: "000000ff".to_owned(),
        seed: 7,
        version: "1.0",
        extent: Extent::Whole,
        asked: Readings::Both,
    };
    let mut out = Vec::new();
    library(series, &run, Date { year: 2026, month: 1, day: 31 }, &mut out).expect("a library");
    serde_json::from_slice(&out).expect("JSON")
}

/// A metalog as a reader computes it: Keelin's basis, written out.
fn quantile(coefficients: &[Value], p: f64) -> f64 {
    let (logit, middle) = (libm::log(p / (1.0 - p)), p - 0.5);
    let basis = [
        1.0,
        logit,
        middle * logit,
        middle,
        middle.powi(2),
        middle.powi(2) * logit,
        middle.powi(3),
        middle.powi(3) * logit,
        middle.powi(4),
        middle.powi(4) * logit,
    ];
    coefficients.iter().zip(basis).map(|(a, term)| a.as_f64().expect("a number") * term).sum()
}

#[test]
fn a_reader_gets_back_the_distribution() {
    // Log-normal with sigma 0.5 and a normal, 1,009 values each: a prime, so that any step goes through all.
    let skewed = drawn(1_009, 1, |z| 1e6 * libm::exp(0.5 * z));
    let normal = drawn(1_009, 37, |z| 3.0 - 2.0 * z);
    let json = written(&[of("A.static.margin", skewed.clone()), of("A.static.rate", normal.clone())]);
    for (at, values) in [(0, &skewed), (2, &normal)] {
        let (sip, trials) = (&json["sips"][at], &json["sips"][at + 1]);
        assert_eq!((&sip["function"], &trials["function"]), (&"Metalog_1_0".into(), &"SIP_Array".into()));
        // This reader may be off in the last bit.
        let read: Vec<f64> = serde_json::from_value(trials["arguments"]["value"].clone()).expect("numbers");
        assert!(
            read.len() == values.len() && read.iter().zip(values).all(|(read, own)| (read / own - 1.0).abs() < 1e-15)
        );
        let coefficients = sip["arguments"]["aCoefficients"].as_array().expect("coefficients");
        let number = |key: &str| sip["metadata"][key].as_f64().expect("a number");
        let (sd, gap) = (number("std"), number("fitLargestGap"));
        // Ten terms fit a log-normal of this skewness within a hundredth of its standard deviation.
        assert!(gap < 0.01 * sd, "{gap} of {sd}");
        for (key, p) in [("P05", 0.05), ("P25", 0.25), ("P50", 0.5), ("P75", 0.75), ("P95", 0.95)] {
            assert!((quantile(coefficients, p) - number(key)).abs() <= 1.5 * gap + 1e-9 * sd, "{key}");
        }
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        assert!((number("mean") - mean).abs() < 1e-9 * sd && (number("fitMean") - mean).abs() < 0.01 * sd);
        assert_eq!(number("count"), 1_009.0);
    }
}

#[test]
fn the_copula_has_the_correlation_of_normal_scores() {
    // z, exp(z): the same ranks. -z: the opposite. A constant has nothing to do with anything.
    let series = [
        of("a", drawn(500, 1, |z| z)),
        of("b", drawn(500, 1, libm::exp)),
        of("c", drawn(500, 1, |z| -z)),
        of("d", vec![4.0; 500]),
    ];
    let json = written(&series);
    let matrix = &json["globalVariables"][0]["value"];
    assert_eq!(matrix["columns"], json!(["a", "b", "c", "d"]));
    let entries = matrix["matrix"].as_array().expect("entries");
    let value = |row: &str, column: &str| {
        let entry = entries.iter().find(|entry| entry["row"] == row && entry["col"] == column);
        entry.and_then(|entry| entry["value"].as_f64()).expect("an entry")
    };
    for (row, column, expected) in [("a", "a", 1.0), ("a", "b", 0.999_999), ("a", "c", -0.999_999), ("c", "d", 0.0)] {
        assert!((value(row, column) - expected).abs() < 1e-12, "{row} {column}");
    }
    assert_eq!((entries.len(), value("d", "d")), (10, 1.0));
    // The constant is its only coefficient.
    assert_eq!(json["sips"][6]["arguments"]["aCoefficients"], json!([4.0]));
}

#[test]
fn what_refers_to_something_finds_it() {
    let json = written(&[of("a", drawn(50, 1, |z| z)), of("b", drawn(50, 3, |z| z))]);
    assert_eq!((&json["objectType"], &json["libraryType"]), (&"sipModel".into(), &"SIPmath_3_0".into()));
    assert_eq!(json["dateCreated"], "2026-01-31");
    let names = |list: &Value| -> Vec<Value> {
        list.as_array().expect("a list").iter().map(|entry| entry["name"].clone()).collect()
    };
    let generators = names(&json["U01"]["rng"]);
    assert_eq!(generators, ["hdr1", "hdr2", "index"]);
    let copula = &json["U01"]["copula"][0];
    assert!(copula["arguments"]["rng"].as_array().expect("a list").iter().all(|name| generators.contains(name)));
    assert_eq!(copula["arguments"]["correlationMatrix"]["value"], json["globalVariables"][0]["name"]);
    for (sip, layer) in [(0, "c1"), (2, "c2")] {
        assert_eq!(json["sips"][sip]["ref"]["copulaLayer"], layer);
        assert!(copula["copulaLayer"].as_array().expect("a list").contains(&layer.into()));
    }
    assert_eq!(json["sips"][1]["ref"]["name"], "index");
    // 0xff and 1.
    assert_eq!(json["U01"]["rng"][0]["arguments"]["varId"], 256);
}

#[test]
fn names_are_those_of_ranges_and_differ() {
    let series =
        ["Installed base.static.x", "Installed-base.static.x", "2 tiers", "Été"].map(|name| of(name, Vec::new()));
    assert_eq!(names(&series), ["Installed_base.static.x", "Installed_base.static.x_2", "_2_tiers", "Été"]);
}

#[test]
fn values_that_hardly_vary_are_their_median() {
    let mut ordered = vec![0.0; 999];
    ordered.push(1.0);
    let fit = Fit::new(&ordered);
    assert_eq!((fit.coefficients, fit.gap), (vec![0.0], 0.0));
}
