//! The trials for other models: a table in CSV, and a library of stochastic information packets (docs/model.md,
//! "Exchange").

use std::io::{self, Write};

use crate::plan::Plans;
use crate::sim::run::Totals;
use crate::summary::{Listed, Names, all_measures, values};

pub mod sip;

/// One number a trial, under a name.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// `Programme.reading.measure`, with `.difference` after it for the paired difference with the baseline; or the name of
    /// an uncertain input.
    pub name: String,
    /// By trial, in the measure's unit: currency units, fractions, pieces.
    pub values: Vec<f64>,
}

/// The places in [`crate::summary::Summary::measures`] of measures named by id, each once.
///
/// # Errors
/// The first id that no measure has.
pub fn places<'a>(listed: &[Listed], ids: impl IntoIterator<Item = &'a str>) -> Result<Vec<usize>, String> {
    let mut places = Vec::new();
    for id in ids {
        let place = listed.iter().position(|measure| measure.id == id).ok_or_else(|| id.to_owned())?;
        if !places.contains(&place) {
            places.push(place);
        }
    }
    Ok(places)
}

/// The series of a run: the measures at some places, of every programme in every reading, each with its difference; then
/// the drawn values of uncertain inputs.
pub fn series(
    totals: &Totals,
    plans: &Plans,
    names: &Names,
    places: &[usize],
    drawn: impl IntoIterator<Item = Series>,
) -> Vec<Series> {
    let listed = all_measures(&names.levels);
    let mut all = Vec::new();
    for (at, reading) in plans.readings.iter().enumerate() {
        let first = at * plans.programmes_a_reading();
        for &place in places {
            let baseline = values(totals, first, place);
            for (at, programme) in names.programmes.iter().enumerate() {
                let name = format!("{programme}.{}.{}", reading.word(), listed[place].id);
                if at == 0 {
                    all.push(Series { name, values: baseline.clone() });
                    continue;
                }
                let own = values(totals, first + at, place);
                let change = own.iter().zip(&baseline).map(|(own, base)| own - base).collect();
                let difference = Series { name: format!("{name}.difference"), values: change };
                all.extend([Series { name, values: own }, difference]);
            }
        }
    }
    all.extend(drawn);
    all
}

/// Writes a table of comma-separated values: a line of headings, then one line a trial, which is numbered from 1. A
/// number has the fewest digits that give it back to the bit. Lines end as RFC 4180 has it.
///
/// # Errors
/// Those of `out`.
pub fn csv(series: &[Series], out: &mut dyn Write) -> io::Result<()> {
    write!(out, "trial")?;
    for series in series {
        write!(out, ",{}", quoted(&series.name))?;
    }
    write!(out, "\r\n")?;
    let trials = series.first().map_or(0, |series| series.values.len());
    for trial in 0..trials {
        write!(out, "{}", trial + 1)?;
        for series in series {
            // Adding 0 turns -0 into 0.
            write!(out, ",{}", series.values[trial] + 0.0)?;
        }
        write!(out, "\r\n")?;
    }
    Ok(())
}

/// A heading as RFC 4180 quotes it, where it has to be. What a spreadsheet would take for a formula is quoted by an
/// apostrophe too, as names come from a workbook that others may have written.
fn quoted(name: &str) -> String {
    let name = if name.starts_with(['=', '+', '-', '@', '\t']) { format!("'{name}") } else { name.to_owned() };
    if name.contains([',', '"', '\n', '\r']) { format!("\"{}\"", name.replace('"', "\"\"")) } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str, values: &[f64]) -> Series {
        Series { name: name.to_owned(), values: values.to_vec() }
    }

    #[test]
    fn a_table_has_one_line_a_trial() {
        let mut out = Vec::new();
        let series = [of("A.static.win_rate", &[0.1 + 0.2, -0.0]), of("say \"B\", or C", &[1e21, -2.5])];
        csv(&series, &mut out).expect("a table");
        assert_eq!(
            String::from_utf8(out).expect("text"),
            "trial,A.static.win_rate,\"say \"\"B\"\", or C\"\r\n\
             1,0.30000000000000004,1000000000000000000000\r\n\
             2,0,-2.5\r\n"
        );
    }

    #[test]
    fn a_heading_is_no_formula() {
        assert_eq!(["=1+1", "a=1"].map(quoted), ["'=1+1", "a=1"]);
    }

    #[test]
    fn measures_are_found_by_id_once() {
        let listed = all_measures(&["Gold".to_owned()]);
        let found = places(&listed, ["win_rate", "partners_at_gold", "win_rate"]).expect("places");
        assert_eq!(
            found.iter().map(|at| listed[*at].id.as_str()).collect::<Vec<_>>(),
            ["win_rate", "partners_at_gold"]
        );
        assert_eq!(places(&listed, ["win_rate", "wins_rate"]), Err("wins_rate".to_owned()));
    }
}
