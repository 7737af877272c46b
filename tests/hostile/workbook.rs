//! A small good workbook, written part by part so that any of them can be damaged, replaced or made to lie.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Where the cells of the sheet stand.
pub const SHEET: &str = "xl/worksheets/sheet1.xml";
/// Where the texts stand that cells name.
pub const STRINGS: &str = "xl/sharedStrings.xml";
/// Where the formats of cells stand.
pub const STYLES: &str = "xl/styles.xml";
/// Where the sheets are named.
pub const WORKBOOK: &str = "xl/workbook.xml";

/// The parts of a workbook with one sheet, `Data`, whose rows are given.
pub fn parts(rows: &str) -> Vec<(&'static str, String)> {
    let rel = |id, kind, target| {
        format!(r#"<Relationship Id="{id}" Type="http://x/relationships/{kind}" Target="{target}"/>"#)
    };
    let rels = |inside: String| format!("<Relationships>{inside}</Relationships>");
    vec![
        ("[Content_Types].xml", "<Types/>".into()),
        ("_rels/.rels", rels(rel("a", "officeDocument", "xl/workbook.xml"))),
        ("xl/_rels/workbook.xml.rels", rels(rel("r1", "worksheet", "worksheets/sheet1.xml"))),
        (WORKBOOK, r#"<workbook><sheets><sheet name="Data" sheetId="1" r:id="r1"/></sheets></workbook>"#.into()),
        (STRINGS, r#"<sst uniqueCount="2"><si><t>Support</t></si><si><t> </t></si></sst>"#.into()),
        (
            STYLES,
            r#"<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="46"/></cellXfs></styleSheet>"#
                .into(),
        ),
        (
            SHEET,
            format!(r#"<?xml version="1.0" encoding="UTF-8"?><worksheet><sheetData>{rows}</sheetData></worksheet>"#),
        ),
    ]
}

/// A cell of every kind.
pub const GOOD_ROWS: &str = r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>0.08</v></c></row>
<row r="2"><c r="A2" t="inlineStr"><is><t>Rebate</t></is></c><c r="B2"><f>B1*2</f><v>0.16</v></c></row>
<row r="3"><c r="A3" t="e"><v>#REF!</v></c><c r="B3" s="1"><v>45000</v></c><c r="C3" t="b"><v>1</v></c></row>"#;

/// An archive of some parts.
pub fn pack(parts: &[(&str, String)], method: CompressionMethod) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// The workbook of some rows.
pub fn workbook(rows: &str) -> Vec<u8> {
    pack(&parts(rows), CompressionMethod::Deflated)
}

/// The good workbook with one part replaced.
pub fn with_part(name: &'static str, text: impl Into<String>) -> Vec<u8> {
    let mut parts = parts(GOOD_ROWS);
    parts.retain(|(part, _)| *part != name);
    parts.push((name, text.into()));
    pack(&parts, CompressionMethod::Deflated)
}

/// An archive with one more entry, written by hand so that it can lie: `packed` unpacks to more than `declared`.
pub fn with_raw_entry(name: &str, packed: &[u8], declared: u32, flags: u16) -> Vec<u8> {
    let mut parts = parts(GOOD_ROWS);
    parts.retain(|(part, _)| *part != name);
    let mut bytes = pack(&parts, CompressionMethod::Deflated);
    let end = bytes.split_off(bytes.len() - 22);
    let start = u32::from_le_bytes(end[16..20].try_into().unwrap());
    let directory = bytes.split_off(start as usize);
    let header = |extra: &[u8]| {
        let mut header = vec![20, 0];
        header.extend(flags.to_le_bytes());
        header.extend([8, 0, 0, 0, 0, 0, 0, 0, 0, 0]); // deflated, no time, no checksum
        header.extend((packed.len() as u32).to_le_bytes());
        header.extend(declared.to_le_bytes());
        header.extend((name.len() as u16).to_le_bytes());
        header.extend(extra);
        header.extend(name.as_bytes());
        header
    };
    bytes.extend(b"PK\x03\x04");
    bytes.extend(header(&[0, 0]));
    bytes.extend(packed);
    let directory_start = bytes.len() as u32;
    bytes.extend(&directory);
    bytes.extend(b"PK\x01\x02\x14\x00");
    let mut extra = [0; 16];
    extra[12..].copy_from_slice(&start.to_le_bytes());
    bytes.extend(header(&extra));
    let (count, size) = (parts.len() as u16 + 1, bytes.len() as u32 - directory_start);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend([count.to_le_bytes(), count.to_le_bytes()].concat());
    bytes.extend([size.to_le_bytes(), directory_start.to_le_bytes()].concat());
    bytes.extend([0, 0]);
    bytes
}

/// Deflated spaces, about `length` of them: one space, then "repeat 258 times" 13 bits each, eight of which fill
/// 13 bytes.
pub fn deflated_spaces(length: usize) -> Vec<u8> {
    let mut bits = String::from("110") + "01010000";
    bits += &"1100010100000".repeat(24);
    let byte = |bits: &[u8]| bits.iter().rev().fold(0, |byte, bit| byte << 1 | (bit - b'0'));
    let bytes: Vec<u8> = bits.as_bytes().chunks_exact(8).map(byte).collect();
    let mut packed = bytes[..2].to_vec();
    packed.extend(bytes[2..15].repeat(length / (258 * 8)));
    packed
}
