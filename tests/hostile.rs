//! Files that are damaged, no workbooks at all, or made to exhaust the reader: each is refused with one sentence.
//! All are made in memory, from the parts of a small good workbook.

use partnersim::sheet::read::read;
use partnersim::sheet::{Cell, Grid, guard};
use zip::CompressionMethod;

mod workbook;

use workbook::{
    GOOD_ROWS, SHEET, STRINGS, STYLES, WORKBOOK, deflated_spaces, pack, parts, with_part, with_raw_entry, workbook,
};

fn refusal(bytes: &[u8]) -> &'static str {
    let refused = read(bytes).expect_err("the file is refused");
    assert!(refused.hint.is_some() && !refused.message.contains('\n'), "{refused:?}");
    refused.id
}

/// The cells of the only sheet, with rows and columns counted from zero.
fn cells(grid: &Grid) -> Vec<(u32, u16, Cell)> {
    let rows = grid.sheets[0].rows.iter();
    rows.flat_map(|row| row.cells.iter().map(|(column, cell)| (row.number, *column, cell.clone()))).collect()
}

fn read_rows(rows: &str) -> Vec<(u32, u16, Cell)> {
    cells(&read(&workbook(rows)).unwrap())
}

#[test]
fn the_good_workbook_is_read() {
    let expected = [
        (0, 0, Cell::Text("Support".into())),
        (0, 1, Cell::Number(0.08)),
        (1, 0, Cell::Text("Rebate".into())),
        (1, 1, Cell::Number(0.16)),
        (2, 0, Cell::Error("#REF!".into())),
        (2, 1, Cell::Date(45_000.0)),
        (2, 2, Cell::Bool(true)),
    ];
    assert_eq!(read_rows(GOOD_ROWS), expected);
}

#[test]
fn dates_are_brought_to_1900_and_durations_are_numbers() {
    let sheet = r#"<workbook><workbookPr date1904="1"/><sheets><sheet name="Data" r:id="r1" state="veryHidden"/></sheets></workbook>"#;
    let mut parts = parts(r#"<row><c s="1"><v>1</v></c><c s="2"><v>1.5</v></c></row>"#);
    parts[3].1 = sheet.into();
    let grid = read(&pack(&parts, CompressionMethod::Stored)).unwrap();
    assert_eq!(cells(&grid), [(0, 0, Cell::Date(1_463.0)), (0, 1, Cell::Number(1.5))]);
}

#[test]
fn other_kinds_of_file_are_not_workbooks() {
    for bytes in [
        &b""[..],
        b"hello",
        b"key;value\nquotation.support;0.08\n",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"%PDF-1.7",
        b"<!DOCTYPE html><html></html>",
        b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 W\0o\0r\0k\0b\0o\0o\0k\0",
        b"\0\x01\x02\x03",
    ] {
        assert_eq!(refusal(bytes), "not-a-workbook", "{bytes:?}");
    }
    let archive = |name| pack(&[(name, String::from("text"))], CompressionMethod::Stored);
    for (name, named) in [("readme.txt", "archive"), ("word/document.xml", "Word"), ("xl/workbook.bin", ".xlsb")] {
        let refused = read(&archive(name)).unwrap_err();
        assert_eq!(refused.id, "not-a-workbook");
        assert!(refused.message.contains(named), "{refused:?}");
    }
}

#[test]
fn protected_workbooks_are_named_as_such() {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(refusal(&[b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", &name[..]].concat()), "password-protected");
    assert_eq!(refusal(&with_raw_entry(SHEET, b"secret", 6, 1)), "password-protected");
}

#[test]
fn a_file_broken_off_anywhere_is_damaged() {
    let good = workbook(GOOD_ROWS);
    for length in (1..good.len()).step_by(97).chain(good.len() - 30..good.len()) {
        assert_eq!(refusal(&good[..length]), "damaged-workbook", "{length} bytes");
    }
}

#[test]
fn a_wrong_byte_never_ends_in_a_panic() {
    let good = workbook(GOOD_ROWS);
    for at in 0..good.len() {
        let mut bytes = good.clone();
        bytes[at] ^= [0x01, 0x20, 0x80, 0xFF][at % 4];
        drop(read(&bytes));
    }
    // The same inside the parts, with checksums that fit.
    for part in 1..7 {
        let length = parts(GOOD_ROWS)[part].1.len();
        for (at, byte) in (0..length).step_by(2).zip(b"<>\"/&'9AZ!= -".iter().cycle()) {
            let mut parts = parts(GOOD_ROWS);
            parts[part].1.replace_range(at..=at, &char::from(*byte).to_string());
            drop(read(&pack(&parts, CompressionMethod::Stored)));
        }
    }
}

#[test]
fn what_unpacks_to_a_gigabyte_is_too_large() {
    let bomb = deflated_spaces(1 << 30);
    assert_eq!(refusal(&with_raw_entry(SHEET, &bomb, 1 << 30, 0)), "too-large");
    assert_eq!(refusal(&with_raw_entry("xl/media/image1.png", &bomb, 1 << 30, 0)), "too-large");
    // An entry that unpacks to more than it declares.
    assert_eq!(refusal(&with_raw_entry(SHEET, &bomb, 10, 0)), "damaged-workbook");
    assert_eq!(refusal(&vec![0; guard::LARGEST_FILE + 1]), "too-large");
}

#[test]
fn declared_counts_are_not_trusted() {
    for count in ["9999999999", "18446744073709551615", "99999999999999999999999"] {
        let strings = format!(r#"<sst count="1" uniqueCount="{count}"><si><t>Support</t></si></sst>"#);
        assert_eq!(refusal(&with_part(STRINGS, strings)), "too-large", "{count}");
    }
    let rows = r#"<row><c><f t="shared" ref="A1:A2" si="99999999999">1</f><v>1</v></c></row>"#;
    assert_eq!(refusal(&workbook(rows)), "damaged-workbook");
}

#[test]
fn a_little_that_is_copied_often_is_too_large() {
    let format = format!(r##"<numFmt numFmtId="200" formatCode="{}"/>"##, "0".repeat(100_000));
    let formats = r#"<xf numFmtId="200"/>"#.repeat(1_000);
    let styles = format!("<styleSheet><numFmts>{format}</numFmts><cellXfs>{formats}</cellXfs></styleSheet>");
    assert_eq!(refusal(&with_part(STYLES, styles)), "too-large");

    let mut shared = parts(&format!("<row>{}</row>", r#"<c t="s"><v>0</v></c>"#.repeat(1_000)));
    shared[4].1 = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(100_000));
    assert_eq!(refusal(&pack(&shared, CompressionMethod::Deflated)), "too-large");

    let fonts = format!("<styleSheet><fonts>{}</fonts></styleSheet>", "<font/>".repeat(200_001));
    assert_eq!(refusal(&with_part(STYLES, fonts)), "too-large");

    let sheets = r#"<workbook><sheets><sheet name="A" r:id="r1"/><sheet name="B" r:id="r1"/></sheets></workbook>"#;
    assert_eq!(refusal(&with_part(WORKBOOK, sheets)), "damaged-workbook");
}

#[test]
fn far_cells_cost_no_more_than_near_ones() {
    let rows = r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>"#;
    assert_eq!(read_rows(rows), [(0, 0, Cell::Number(1.0)), (1_048_575, 16_383, Cell::Number(2.0))]);
    let rows = r#"<row r="1"><c r="A1"><f t="shared" ref="A1:XFD1048576" si="0">1+1</f><v>2</v></c>
        <c r="B1"><f t="shared" si="0"/></c></row>"#;
    assert_eq!(read_rows(rows), [(0, 0, Cell::Number(2.0)), (0, 1, Cell::Unsaved)]);
}

#[test]
fn addresses_beyond_the_last_cell_are_refused() {
    for address in
        ["A99999999999", "A1048577", "A0", "XFE1", "ZZZZZZZZZZ1", "AAAAAAAAAAAAAAAAAAAAAAAA99", "A", "", "A-1"]
    {
        let rows = format!(r#"<row><c r="{address}"><v>1</v></c></row>"#);
        assert_eq!(refusal(&workbook(&rows)), "bad-cell-address", "{address}");
    }
    for row in ["99999999999", "1048577", "0", "-1"] {
        assert_eq!(refusal(&workbook(&format!(r#"<row r="{row}"></row>"#))), "bad-cell-address", "{row}");
    }
    for range in ["B2:A1", "A1:XFE1", "A1:A99999999999", "A1:B2:C3"] {
        let sheet = format!(r#"<worksheet><dimension ref="{range}"/><sheetData/></worksheet>"#);
        assert_eq!(refusal(&with_part(SHEET, sheet)), "bad-cell-address", "{range}");
    }
    // Cells without an address count on from the one before.
    let rows = r#"<row r="1048576"/><row><c><v>1</v></c></row>"#;
    assert_eq!(refusal(&workbook(rows)), "bad-cell-address");
    let rows = r#"<row><c r="XFD1"><v>1</v></c><c><v>1</v></c></row>"#;
    assert_eq!(refusal(&workbook(rows)), "bad-cell-address");
}

#[test]
fn declared_entities_are_refused_in_every_part() {
    let entities = r#"<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>"#;
    for part in [SHEET, STRINGS, "docProps/app.xml"] {
        assert_eq!(refusal(&with_part(part, format!("{entities}<x>&b;</x>"))), "xml-entities", "{part}");
    }
}

#[test]
fn parts_that_are_no_whole_xml_are_damaged() {
    let nested = "<a>".repeat(100_000) + &"</a>".repeat(100_000);
    let wide = String::from_utf8(b"<\0a\0>\0<\0/\0a\0>\0".to_vec()).unwrap();
    let endless = r#"<worksheet><sheetData><row><c r="A1"><v>1</v></c>"#.into();
    let encoded = r#"<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData/></worksheet>"#.into();
    let twice = r#"<worksheet><?xml encoding="UTF-16"?><sheetData/></worksheet>"#.into();
    for text in [nested, wide, endless, encoded, twice, String::new(), "<worksheet".into(), "<!-- ".into()] {
        assert_eq!(refusal(&with_part(SHEET, text.clone())), "damaged-workbook", "{:.60}", text);
    }
    let mut without = parts(GOOD_ROWS);
    without.pop();
    assert_eq!(refusal(&pack(&without, CompressionMethod::Deflated)), "damaged-workbook");
}

#[test]
fn numbers_that_are_none_and_formulas_without_a_value_are_marked() {
    let rows = r#"<row><c><v>NaN</v></c><c><v>inf</v></c><c t="n"><v>-1e999</v></c><c s="1"><v>nan</v></c>
        <c><f>A1*2</f></c><c t="str"><f>""</f><v></v></c><c t="s"><v>1</v></c></row>"#;
    let error = |text: &str| Cell::Error(text.into());
    let expected = [error("NaN"), error("inf"), error("-inf"), error("NaN"), Cell::Unsaved];
    assert_eq!(read_rows(rows).into_iter().map(|(_, _, cell)| cell).collect::<Vec<_>>(), expected);
}

#[test]
fn of_cells_with_one_address_the_last_counts() {
    let rows = r#"<row r="3"><c r="B3"><v>1</v></c><c r="A3"><v>2</v></c></row><row r="1"><c r="C1"><v>3</v></c></row>
        <row r="3"><c r="B3"><v>4</v></c></row>"#;
    let expected = [(0, 2, Cell::Number(3.0)), (2, 0, Cell::Number(2.0)), (2, 1, Cell::Number(4.0))];
    assert_eq!(read_rows(rows), expected);
}
