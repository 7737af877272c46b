//! From the sheet `Guardrails` to guardrails that can be judged, problems told.

use super::{Guardrail, Operator, Scope, Statistic, is_by_partner};
use crate::diagnostic::{CellRef, Diagnostic, Diagnostics};
use crate::inputs::guardrails::{ALLOWED, LIMIT, MEASURE, SCENARIO, SCOPE, STATISTIC};
use crate::inputs::{GuardrailInput, Inputs, settle};
use crate::measures::{MEASURES, Unit};
use crate::outcome::{Business, Dimension};
use crate::say;
use crate::scenario::BASELINE;
use crate::schema::Kind;
use crate::schema::words::{alike, folded, nearest};
use crate::summary::{Listed, Row, all_measures, listed_rows};
use crate::units::Rate;

/// The guardrails of a workbook; problems are added to `found`.
pub fn build(inputs: &Inputs, found: &mut Diagnostics) -> Vec<Guardrail> {
    let programme = &inputs.programme;
    let levels: Vec<String> = programme.levels.iter().map(|level| level.name.clone()).collect();
    let segments: Vec<String> = programme.segments.iter().map(|segment| segment.name.clone()).collect();
    let measures = all_measures(&levels);
    let months = programme.settings.months as usize;
    let known = Known { inputs, measures, rows: listed_rows(months, &levels, &segments), years: months.div_ceil(12) };
    inputs.guardrails.iter().filter_map(|input| known.guardrail(input, found)).collect()
}

/// What the names on the sheet can mean.
struct Known<'a> {
    inputs: &'a Inputs,
    measures: Vec<Listed>,
    rows: Vec<Row>,
    years: usize,
}

impl Known<'_> {
    fn guardrail(&self, input: &GuardrailInput, found: &mut Diagnostics) -> Option<Guardrail> {
        let (place, measure) = self.measure(input, found)?;
        let scenario = self.scenario(input, found);
        let scope = self.scope(input, found);
        let statistic = statistic(input.statistic);
        let subject = say!("the limit of {measure}", measure = measure.id);
        let kind = limit_kind(measure, statistic);
        let limit = settle(kind.read(&input.limit), &subject, &input.at[LIMIT], found);
        let (scenario, scope) = (scenario?, scope?);
        let limit = limit?.as_number()?;
        let guardrail = Guardrail {
            place,
            measure: measure.clone(),
            statistic,
            of_difference: input.of_difference,
            operator: match input.operator {
                "<=" => Operator::AtMost,
                ">" => Operator::Above,
                "<" => Operator::Below,
                _ => Operator::AtLeast,
            },
            limit,
            scope,
            allowed: input.allowed,
            scenario,
            stop: input.stop,
            why: input.why.clone(),
            at: input.at[MEASURE].clone(),
        };
        match misfit(&guardrail, &input.at) {
            Some(error) => {
                found.push(error);
                None
            }
            None => Some(guardrail),
        }
    }

    fn measure(&self, input: &GuardrailInput, found: &mut Diagnostics) -> Option<(usize, &Listed)> {
        let measure = self.measures.iter().enumerate().find(|(_, measure)| measure.id == input.measure);
        if measure.is_none() {
            let near = nearest(&input.measure, self.measures.iter().map(|measure| measure.id.as_str()));
            let hint = near.map_or_else(
                || say!("write the id of a measure, such as vendor_contribution; the reference lists them"),
                |near| say!("did you mean {near}?", near),
            );
            found.push(
                Diagnostic::error("unknown-measure", say!("\"{name}\" is no measure", name = input.measure))
                    .at(&input.at[MEASURE])
                    .hint(hint),
            );
        }
        measure
    }

    /// The scenario that a row names; `Some(None)` for all of them, `None` if there is no such scenario.
    fn scenario(&self, input: &GuardrailInput, found: &mut Diagnostics) -> Option<Option<String>> {
        let Some(name) = &input.scenario else { return Some(None) };
        let names = || self.inputs.scenarios.iter().map(|scenario| scenario.name.as_str()).chain([BASELINE]);
        if alike(name, "Référence") {
            return Some(Some(BASELINE.to_owned()));
        }
        if let Some(known) = names().find(|known| alike(known, name)) {
            return Some(Some(known.to_owned()));
        }
        let hint = nearest(name, names()).map_or_else(
            || say!("write the name of a scenario, Baseline, or nothing for every scenario"),
            |near| say!("did you mean {near}?", near),
        );
        found.push(
            Diagnostic::error("unknown-scenario", say!("there is no scenario \"{name}\"", name))
                .at(&input.at[SCENARIO])
                .hint(hint),
        );
        None
    }

    fn scope(&self, input: &GuardrailInput, found: &mut Diagnostics) -> Option<Scope> {
        let scope = self.find_scope(&input.scope);
        if let Err(hint) = &scope {
            found.push(
                Diagnostic::error("guardrail-scope", say!("\"{name}\" is no scope", name = input.scope))
                    .at(&input.at[SCOPE])
                    .hint(hint.clone()),
            );
        }
        scope.ok()
    }

    /// The rows that a scope names; else a hint.
    fn find_scope(&self, scope: &str) -> Result<Scope, String> {
        let forms = || {
            say!(
                "leave it blank for the total, or write Level[Gold], Segment[*], Year[1], Business[run_rate] or partners"
            )
        };
        let word = folded(scope);
        if word.is_empty() || word == "total" {
            return Ok(Scope::Total);
        }
        if ["partners", "partenaires"].contains(&word.as_str()) {
            return Ok(Scope::Partners);
        }
        let (of, row) = scope.strip_suffix(']').and_then(|scope| scope.split_once('[')).ok_or_else(forms)?;
        let row = row.trim();
        let dimension = match folded(of).as_str() {
            "level" | "niveau" => Dimension::Level,
            "segment" => Dimension::Segment,
            "business" | "activite" => Dimension::Business,
            "year" | "exercice" => {
                let years: Vec<usize> =
                    (0..self.years).filter(|year| row == "*" || row == (year + 1).to_string()).collect();
                return if years.is_empty() {
                    Err(say!("years go from 1 to {most}, or * for each of them", most = self.years))
                } else {
                    Ok(Scope::Years(years))
                };
            }
            _ => return Err(forms()),
        };
        let programme = &self.inputs.programme;
        let names: Vec<&str> = match dimension {
            Dimension::Level => programme.levels.iter().map(|level| level.name.as_str()).collect(),
            Dimension::Segment => programme.segments.iter().map(|segment| segment.name.as_str()).collect(),
            _ => Business::ALL.iter().map(|business| business.key()).collect(),
        };
        let wanted = |name: &str| names.contains(&name) && (row == "*" || alike(name, row));
        let places = self.rows.iter().enumerate();
        let places: Vec<usize> =
            places.filter(|(_, known)| known.dimension == dimension && wanted(&known.name)).map(|(at, _)| at).collect();
        if places.is_empty() {
            return Err(match nearest(row, names.iter().copied()) {
                Some(near) => say!("did you mean {near}?", near),
                None => say!("its rows are {names}, or * for each of them", names = names.join(", ")),
            });
        }
        Ok(Scope::Rows(places))
    }
}

fn statistic(key: &str) -> Statistic {
    match key {
        "p05" => Statistic::Percentile(0.05),
        "p25" => Statistic::Percentile(0.25),
        "p50" => Statistic::Percentile(0.50),
        "p75" => Statistic::Percentile(0.75),
        "p95" => Statistic::Percentile(0.95),
        "probability" => Statistic::Probability,
        _ => Statistic::Mean,
    }
}

/// What a limit may be: a probability, or in the measure's unit.
fn limit_kind(measure: &Listed, statistic: Statistic) -> Kind {
    match (statistic, measure.unit) {
        (Statistic::Probability, _) => Kind::Rate { min: Rate::ZERO, max: Rate::ONE },
        // The break-even uplift goes up to 1,000 %.
        (_, Unit::Fraction) if measure.id == "break_even_win_uplift" => {
            Kind::Rate { min: Rate::per_mille(-10_000), max: Rate::per_mille(10_000) }
        }
        (_, Unit::Fraction) => Kind::Rate { min: Rate::per_mille(-1_000), max: Rate::ONE },
        (_, Unit::Money | Unit::Count | Unit::Days | Unit::Index) => Kind::Number { min: -1e15, max: 1e15 },
    }
}

/// What of a guardrail does not go together; `at` are the cells of its row.
fn misfit(guardrail: &Guardrail, at: &[CellRef]) -> Option<Diagnostic> {
    let id = &guardrail.measure.id;
    let total = guardrail.scope == Scope::Total;
    if !total && guardrail.statistic != Statistic::Mean {
        let message = say!(
            "{measure} has no {statistic} by row: rows have means",
            measure = id,
            statistic = guardrail.statistic.word()
        );
        let error = Diagnostic::error("guardrail-statistic", message).at(&at[STATISTIC]);
        return Some(error.hint(say!("leave Scope blank, or take the mean")));
    }
    if guardrail.scope == Scope::Partners && !(is_by_partner(guardrail.place) && guardrail.of_difference) {
        let error =
            Diagnostic::error("guardrail-scope", say!("{measure} is not kept by partner", measure = id)).at(&at[SCOPE]);
        return Some(error.hint(say!("write partner_net_margin, of difference: what changes for each partner")));
    }
    if !total && guardrail.place >= MEASURES.len() {
        let error = Diagnostic::error("guardrail-scope", say!("{measure} is a total and has no rows", measure = id))
            .at(&at[SCOPE]);
        return Some(error.hint(say!("leave Scope blank")));
    }
    if total && guardrail.allowed > 0.0 {
        let message = say!("{measure} has no rows that could be allowed to miss the limit", measure = id);
        let error = Diagnostic::error("guardrail-allowed", message).at(&at[ALLOWED]);
        return Some(error.hint(say!("leave Allowed blank, or give a scope such as partners")));
    }
    let of_baseline = guardrail.scenario.as_deref() == Some(BASELINE);
    if of_baseline && (guardrail.of_difference || guardrail.statistic == Statistic::Probability) {
        let message = say!("{measure} of the baseline does not differ from the baseline", measure = id);
        let error = Diagnostic::error("guardrail-statistic", message).at(&at[STATISTIC]);
        return Some(error.hint(say!("take the value, or name a scenario")));
    }
    None
}
