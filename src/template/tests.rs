//! Templates read back through the program's own reader.

use std::collections::BTreeSet;

use super::*;
use crate::diagnostic::{Diagnostics, text::render};
use crate::scenario::Scenario;
use crate::schema;
use crate::sheet::{read, write};
use crate::{check, inputs, language, scenario, uncertainty};

const LANGUAGES: [Language; 2] = [Language::En, Language::Fr];

fn bytes(template: &Template, language: Language) -> Vec<u8> {
    write::input::input_workbook(&book(template, language)).expect("a template can be written")
}

fn read_back(template: &Template, language: Language) -> (inputs::Inputs, Vec<Scenario>) {
    let grid = read::read(&bytes(template, language)).expect("a template can be read");
    let mut found = Diagnostics::default();
    let inputs = inputs::read(&grid, &mut found);
    check::baseline(&inputs, &mut found);
    let scenarios = scenario::build(&inputs, &mut found);
    let uncertainty = uncertainty::build(&inputs, &scenarios, &mut found);
    let stated = template.uncertainty.map_or((0, 0), |stated| (stated.inputs.len() + stated.edits.len(), 1));
    assert_eq!(
        (uncertainty.inputs.len(), usize::from(uncertainty.correlations.is_some())),
        stated,
        "{}",
        template.name
    );
    assert_eq!(render(template.name, &found), "", "{language:?}");
    (inputs, scenarios)
}

/// Every setting and parameter.
fn all() -> impl Iterator<Item = &'static schema::Parameter> {
    schema::settings::SETTINGS.parameters.iter().chain(schema::parameters())
}

/// Those that a template shows.
fn shown(template: &Template) -> impl Iterator<Item = &'static schema::Parameter> {
    schema::settings::SETTINGS.parameters.iter().chain(template.groups.iter().flat_map(|group| group.parameters))
}

#[test]
fn a_template_reads_back_as_the_defaults_without_a_remark() {
    for template in TEMPLATES {
        for language in LANGUAGES {
            let (inputs, scenarios) = read_back(template, language);
            let mut wanted = schema::defaults();
            for over in template.overrides {
                let parameter = all().find(|parameter| parameter.key == over.key).expect("a parameter or setting");
                assert_ne!((parameter.get)(&wanted), over.value, "{}: {} is the default", template.name, over.key);
                (parameter.set)(&mut wanted, over.value.clone());
            }
            for table in template.tables {
                (table.table.clear)(&mut wanted);
                for (row, values) in table.values().enumerate() {
                    (table.table.push)(&mut wanted);
                    for (column, value) in table.table.columns.iter().zip(values) {
                        (column.set)(&mut wanted, row, value.clone());
                    }
                }
            }
            // Nobody is listed where there is no such sheet.
            if !template.tables.iter().any(|table| table.table.sheet.en == "Partners") {
                wanted.partners.clear();
            }
            wanted.settings.language = language;
            assert_eq!(inputs.programme, wanted, "{} {language:?}", template.name);
            assert_eq!(inputs.unread, [] as [std::sync::Arc<str>; 0]);
            let names: Vec<&str> = scenarios.iter().map(|scenario| scenario.name.as_str()).collect();
            let given: Vec<&str> = template.scenarios.iter().map(|scenario| scenario.name.lang(language)).collect();
            assert_eq!(names, given);
            assert!(scenarios.iter().all(|scenario| scenario.edits.iter().all(|edit| !edit.why.is_empty())));
        }
    }
}

#[test]
fn every_parameter_says_where_it_comes_from() {
    for template in TEMPLATES {
        for language in LANGUAGES {
            let (inputs, _) = read_back(template, language);
            for parameter in shown(template) {
                let origin = &inputs.origins[&inputs::Target::Parameter(parameter.key)];
                assert!(origin.cell.is_some(), "{}", parameter.key);
                let over = template.overrides.iter().find(|over| over.key == parameter.key);
                let wanted = over.map_or((parameter.basis, parameter.source), |over| (over.basis, over.source));
                let stated = template.uncertainty.and_then(|stated| stated.of(parameter.key));
                let wanted = stated.map_or(wanted, |stated| (stated.basis, stated.source));
                assert_eq!((origin.basis, origin.source.as_str()), (Some(wanted.0), wanted.1.lang(language)));
            }
        }
    }
}

#[test]
fn what_a_template_changes_can_be_seen_in_it() {
    for template in TEMPLATES {
        let edits = template.scenarios.iter().flat_map(|scenario| scenario.edits).map(|edit| edit.target);
        for target in template.overrides.iter().map(|over| over.key).chain(edits).filter(|key| *key != "include") {
            let seen = match target.split_once('[') {
                Some((sheet, _)) => template.tables.iter().any(|table| table.table.sheet.en == sheet),
                None => shown(template).any(|parameter| parameter.key == target),
            };
            assert!(seen, "{}: {target}", template.name);
        }
    }
}

#[test]
fn the_full_template_shows_everything() {
    assert_eq!(shown(&FULL).count(), all().count());
    assert_eq!(FULL.tables.len(), schema::TABLES.len());
}

#[test]
fn the_scenarios_of_deal_registration_are_the_story_of_2017() {
    let (inputs, scenarios) = read_back(&DEAL_REGISTRATION, Language::En);
    let [none, open, installed, less] = &scenarios[..] else { panic!("four scenarios") };
    assert_eq!(none.programme.registration.regime, crate::programme::Regime::None);
    assert_eq!(open.programme.registration.regime, crate::programme::Regime::Open);
    assert!(open.programme.registration.installed_base && installed.programme.registration.installed_base);
    assert_eq!(installed.programme.launch.backlog, 188.0);
    assert_eq!(less.programme.quotation.support, crate::units::Rate::per_mille(60));
    assert_eq!(less.programme.launch, installed.programme.launch);
    assert_eq!(none.programme.levels, inputs.programme.levels);
}

#[test]
fn the_same_template_gives_the_same_bytes() {
    for template in TEMPLATES {
        for language in LANGUAGES {
            assert!(bytes(template, language) == bytes(template, language), "{}", template.name);
        }
    }
}

#[test]
fn every_key_is_a_legal_name_for_formulas() {
    for language in LANGUAGES {
        let book = book(&FULL, language);
        let mut seen = BTreeSet::new();
        for parameter in all() {
            let wanted = parameter.key.replace('.', "_");
            let name = book.names.iter().find(|name| name.name == wanted).expect("a name for every key");
            // Letters and at least one underscore: never a cell's address such as FY26, never R1C1.
            assert!(name.name.contains('_') && name.name.chars().all(|c| c.is_ascii_lowercase() || c == '_'));
            let sheet = book.sheets.iter().find(|sheet| sheet.name == name.sheet).expect("the sheet of the name");
            let row = &sheet.rows[name.cell.0 as usize];
            assert_eq!(row[0].content, Content::Text(parameter.key.into()));
            assert!(matches!(row[usize::from(name.cell.1)].look, Look::Value { .. }));
        }
        for name in book.names.iter().map(|name| name.name.as_str()) {
            assert!(seen.insert(name.to_lowercase()), "{name}");
        }
        // Names of tables live among them.
        for table in book.sheets.iter().filter_map(|sheet| sheet.table.as_ref()) {
            assert!(seen.insert(table.name.to_lowercase()), "{}", table.name);
        }
    }
}

#[test]
fn what_excel_refuses_fits_its_boxes() {
    let books = TEMPLATES.iter().flat_map(|template| LANGUAGES.map(|language| book(template, language)));
    for book in books {
        for sheet in &book.sheets {
            for check in &sheet.checks {
                assert!(check.title.chars().count() <= 32, "{}", check.title);
                assert!(check.refusal.as_ref().is_none_or(|text| text.chars().count() <= 255), "{}", check.title);
            }
            if let Some(area) = &sheet.table {
                let headings = &sheet.rows[area.heading as usize];
                let unique: BTreeSet<String> =
                    headings.iter().map(|cell| format!("{:?}", cell.content).to_lowercase()).collect();
                assert_eq!(unique.len(), headings.len(), "{}", sheet.name);
            }
        }
    }
}

#[test]
fn excel_refuses_in_the_words_of_the_errors() {
    for language in LANGUAGES {
        let book = book(&FULL, language);
        let refusals: Vec<_> = book.sheets.iter().flat_map(|sheet| &sheet.checks).collect();
        for parameter in all() {
            let Some((_, most)) = parameter.kind.range() else { continue };
            let title: String = parameter.key.chars().take(32).collect();
            let check = refusals.iter().find(|check| check.title == title).expect("a check for every parameter");
            let refusal = check.refusal.as_deref().expect("a parameter out of its range is refused");
            let beyond = crate::sheet::Cell::Number(most * 10.0 + 1e6);
            let error = language::speaking(language, || parameter.kind.read(&beyond)).expect_err("beyond the range");
            assert!(error.message.starts_with(refusal), "{}: {}", error.message, refusal);
        }
    }
}

#[test]
fn the_guide_leads_to_every_sheet_and_group_and_they_lead_back() {
    for template in TEMPLATES {
        let book = book(template, Language::Fr);
        let link = |cell: &book::InputCell| match &cell.content {
            Content::Link { words, sheet, row } => Some((words.clone(), sheet.clone(), *row)),
            _ => None,
        };
        let links: Vec<_> = book.sheets[0].rows.iter().flatten().filter_map(link).collect();
        for (words, sheet, row) in &links {
            let to = book.sheets.iter().find(|other| other.name == *sheet).expect("the sheet of the link");
            let cell = to.rows[*row as usize].iter().find(|cell| cell.content != Content::Empty).expect("a title");
            assert_eq!(cell.content, Content::Text(words.clone()), "{sheet}");
        }
        for sheet in &book.sheets[1..] {
            assert!(links.iter().any(|(_, to, row)| *to == sheet.name && *row == 0), "{}", sheet.name);
            assert_eq!(sheet.rows[2].first().and_then(link).map(|(_, to, _)| to).as_deref(), Some("Guide"));
        }
    }
}

#[test]
fn a_french_template_has_its_sources_in_french() {
    let sources = |language| {
        let (inputs, _) = read_back(&FULL, language);
        inputs.origins.into_iter().map(|(target, origin)| (target, origin.source)).collect::<Vec<_>>()
    };
    let (english, french) = (sources(Language::En), sources(Language::Fr));
    assert_eq!(english.len(), french.len());
    let same = english.iter().zip(&french).find(|(one, other)| one == other && !one.1.is_empty());
    assert_eq!(same, None);
}

#[test]
fn rows_of_tables_keep_what_they_rest_on() {
    let (inputs, _) = read_back(&COMPENSATION_TRACKS, Language::En);
    let origin = &inputs.origins[&inputs::Target::Cell("Partners", 0, "purchases")];
    assert_eq!((origin.basis, origin.source.as_str()), (Some(Basis::Assumption), "an invented partner"));
    let sheet = book(&COMPENSATION_TRACKS, Language::En).sheets.into_iter().find(|sheet| sheet.name == "Partners");
    let check = sheet.expect("partners").checks.into_iter().find(|check| check.title == "compensation_track");
    assert!(matches!(check.expect("a check").rule, book::Rule::Column { sheet, .. } if sheet == "Tracks"));
}

#[test]
fn templates_are_found_by_name() {
    assert_eq!(template("deal-registration").map(|template| template.title.en), Some("Deal registration"));
    assert!(template("Deal registration").is_none());
}
