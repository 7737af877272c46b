//! Workbooks written down as text, made into real ones.
//!
//! `[Sheet]` begins a sheet; a line is a row, its cells are set apart by `|`. `8 %` and `0.08` are numbers, `"8 %"` is
//! a text, `2017-02-01` a date, `TRUE` and `FALSE` are that, `#REF!` is an error value, `=A1*2` a formula that was
//! saved without its value, and anything else is a text. A blank cell is none. `name: quotation_support = Data!$B$2`
//! defines a name for the workbook, `local name: ...` for its first sheet.

use std::io::{Cursor, Write};

use partnersim::diagnostic::column_letters;
use partnersim::programme::Date;
use partnersim::sheet::guard::LARGEST_FILE;
use partnersim::sheet::origin::RESULT_CATEGORY;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The bytes of a workbook whose sheets are given as text.
pub fn from_text(text: &str) -> Vec<u8> {
    let mut sheets: Vec<(&str, String)> = Vec::new();
    let (mut number, mut names) = (0, String::new());
    for line in text.lines() {
        if let Some(defined) = name(line) {
            names.push_str(&defined);
            continue;
        }
        match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            Some(name) => {
                sheets.push((name, String::new()));
                number = 0;
            }
            None => {
                number += 1;
                let (_, rows) = sheets.last_mut().expect("a row stands below the name of its sheet");
                rows.push_str(&row(number, line));
            }
        }
    }
    pack(&sheets, &names)
}

/// The element of a line that defines a name.
fn name(line: &str) -> Option<String> {
    let (defined, scope) = match line.strip_prefix("local name: ") {
        Some(rest) => (rest, r#" localSheetId="0""#),
        None => (line.strip_prefix("name: ")?, ""),
    };
    let (name, refers_to) = defined.split_once(" = ").expect("a name refers to something");
    Some(format!(r#"<definedName name="{name}"{scope}>{}</definedName>"#, escaped(refers_to)))
}

/// The bytes of a file that cannot be written down as text.
pub fn from_recipe(name: &str) -> Vec<u8> {
    let one = |rows: &str| pack(&[("Parameters", rows.to_owned())], "");
    match name {
        "csv" => b"Key;Value\nquotation.support;0.08\n".to_vec(),
        "password" => {
            let stream = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes);
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".iter().copied().chain(stream).collect()
        }
        "broken-off" => {
            let mut bytes = one(&row(1, "Key | Value"));
            bytes.truncate(bytes.len() / 2);
            bytes
        }
        "too-large" => vec![0; LARGEST_FILE + 1],
        "far-cell" => one(r#"<row r="1"><c r="XFE1"><v>1</v></c></row>"#),
        "entities" => one(r#"<row r="1"/><!DOCTYPE x [<!ENTITY a "lol">]>"#),
        "result" => {
            let mut archive = ZipWriter::new_append(Cursor::new(one(""))).expect("an archive to add to");
            archive.start_file("docProps/core.xml", SimpleFileOptions::default()).expect("a part can be begun");
            let properties = format!("<p><cp:category>{RESULT_CATEGORY}</cp:category></p>");
            archive.write_all(properties.as_bytes()).expect("a part can be written");
            archive.finish().expect("an archive can be finished").into_inner()
        }
        "hundred-thousand-levels" => {
            let mut text = String::from("[Levels]\nlevel\n");
            (1..=100_001).for_each(|level| text.push_str(&format!("L{level}\n")));
            from_text(&text)
        }
        "two-hundred-and-one-uncertain" => {
            let mut text = String::from("[Partners]\nid | name | level | purchases\n");
            (1..=201).for_each(|id| text.push_str(&format!("P{id} | P{id} | Silver | 200000\n")));
            text.push_str("[Uncertain cells]\nTarget | Distribution | Low | High\n");
            (1..=201).for_each(|id| text.push_str(&format!("Partners[P{id}].purchases | uniform | 100000 | 300000\n")));
            from_text(&text)
        }
        other => panic!("there is no recipe {other}"),
    }
}

fn row(number: usize, line: &str) -> String {
    let cells: String = (0..)
        .zip(line.split('|'))
        .filter(|(_, cell)| !cell.trim().is_empty())
        .map(|(column, text)| cell(&format!("{}{number}", column_letters(column)), text.trim()))
        .collect();
    format!(r#"<row r="{number}">{cells}</row>"#)
}

fn cell(at: &str, text: &str) -> String {
    if let Some(quoted) = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')) {
        return words(at, quoted);
    }
    if let Some(formula) = text.strip_prefix('=') {
        return format!(r#"<c r="{at}"><f>{}</f></c>"#, escaped(formula));
    }
    if text.starts_with('#') {
        return format!(r#"<c r="{at}" t="e"><v>{text}</v></c>"#);
    }
    if let Some(date) = date(text) {
        return format!(r#"<c r="{at}" s="1"><v>{}</v></c>"#, date.excel_serial());
    }
    match (text, text.parse::<f64>(), text.strip_suffix('%').map(|percent| percent.trim().parse::<f64>())) {
        ("TRUE" | "FALSE", ..) => format!(r#"<c r="{at}" t="b"><v>{}</v></c>"#, u8::from(text == "TRUE")),
        (_, Ok(number), _) => format!(r#"<c r="{at}"><v>{number}</v></c>"#),
        (_, _, Some(Ok(percent))) => format!(r#"<c r="{at}"><v>{}</v></c>"#, percent / 100.0),
        _ => words(at, text),
    }
}

fn words(at: &str, text: &str) -> String {
    format!(r#"<c r="{at}" t="inlineStr"><is><t>{}</t></is></c>"#, escaped(text))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn date(text: &str) -> Option<Date> {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else { return None };
    Some(Date { year: year.parse().ok()?, month: month.parse().ok()?, day: day.parse().ok()? })
}

/// A workbook with sheets by name and the XML of their rows, and the XML of the names that it defines.
fn pack(sheets: &[(&str, String)], names: &str) -> Vec<u8> {
    let relation = |id: &str, kind: &str, target: &str| {
        format!(r#"<Relationship Id="{id}" Type="http://x/relationships/{kind}" Target="{target}"/>"#)
    };
    let numbered = || (1..).zip(sheets);
    let listed: String = numbered()
        .map(|(at, (name, _))| format!(r#"<sheet name="{}" sheetId="{at}" r:id="r{at}"/>"#, escaped(name)))
        .collect();
    let related: String = numbered()
        .map(|(at, _)| relation(&format!("r{at}"), "worksheet", &format!("worksheets/sheet{at}.xml")))
        .collect();
    let mut parts = vec![
        ("[Content_Types].xml".to_owned(), "<Types/>".to_owned()),
        (
            "_rels/.rels".to_owned(),
            format!("<Relationships>{}</Relationships>", relation("w", "officeDocument", "xl/workbook.xml")),
        ),
        ("xl/_rels/workbook.xml.rels".to_owned(), format!("<Relationships>{related}</Relationships>")),
        (
            "xl/workbook.xml".to_owned(),
            format!("<workbook><sheets>{listed}</sheets><definedNames>{names}</definedNames></workbook>"),
        ),
        (
            "xl/styles.xml".to_owned(),
            r#"<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#.to_owned(),
        ),
    ];
    parts.extend(numbered().map(|(at, (_, rows))| {
        (format!("xl/worksheets/sheet{at}.xml"), format!("<worksheet><sheetData>{rows}</sheetData></worksheet>"))
    }));
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in &parts {
        archive.start_file(name.as_str(), SimpleFileOptions::default()).expect("a part can be begun");
        archive.write_all(text.as_bytes()).expect("a part can be written");
    }
    archive.finish().expect("an archive can be finished").into_inner()
}
