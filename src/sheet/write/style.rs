//! The looks of the result workbook: colours, fonts, edges.

use rust_xlsxwriter::{Format as CellFormat, FormatAlign, FormatBorder, FormatUnderline, Note};

use super::measure::Face;
use super::numbers::number_format;
use crate::report::{Family, Format, Kind};

/// The font of everything. Arial is on every desktop, and where it is not, a font of the same widths takes its place.
pub(super) const FONT: &str = "Arial";
/// Running text and figures.
pub(super) const BODY: Face = Face { size: 10, bold: false };
/// Headings and totals of tables.
pub(super) const STRONG: Face = Face { size: 10, bold: true };

const INK: u32 = 0x1F_2937;
const GREY: u32 = 0x5B_6472;
const NAVY: u32 = 0x1F_3A5F;
const SLATE: u32 = 0x8A_9BB3;
const PALE: u32 = 0xE8_F0F8;
const RULE: u32 = 0xD0_D7E0;
const ENTERED: u32 = 0x1D_4ED8;
const WHITE: u32 = 0xFF_FFFF;
const BAND: u32 = 0xF3_F6FA;
const TOTAL: u32 = 0xE4_E9F0;
const LINK: u32 = 0x0B_5CAD;
/// Bars behind numbers: light enough for dark letters.
pub(super) const BAR: u32 = 0xA9_C7E8;
pub(super) const BAR_BELOW: u32 = 0xF0_C9A0;
/// The ends of a heat map: apart in grey too, and both light enough for dark letters.
pub(super) const COLD: u32 = 0xFF_FFFF;
pub(super) const HOT: u32 = 0x7F_AEDB;

/// What a paragraph is to the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// The page's title.
    Title,
    /// The line below it.
    Subtitle,
    /// A heading within the page.
    Heading,
    /// Running text.
    Text,
    /// The page's message.
    Answer,
}

impl Role {
    /// The letters it is set in.
    pub fn face(self) -> Face {
        match self {
            Role::Title => Face { size: 16, bold: true },
            Role::Heading => Face { size: 12, bold: true },
            Role::Answer => Face { size: 11, bold: true },
            Role::Subtitle | Role::Text => BODY,
        }
    }

    /// Pixels above and below its lines together.
    pub fn padding(self) -> u32 {
        match self {
            Role::Title => 6,
            Role::Heading | Role::Subtitle => 4,
            Role::Answer => 14,
            Role::Text => 2,
        }
    }

    /// The format of its cells.
    pub fn format(self) -> CellFormat {
        let base = lettering(self.face()).set_text_wrap().set_align(FormatAlign::VerticalCenter);
        match self {
            Role::Title => base.set_font_color(NAVY),
            Role::Subtitle => base.set_font_color(GREY),
            Role::Heading => {
                base.set_font_color(NAVY).set_border_bottom(FormatBorder::Thin).set_border_bottom_color(NAVY)
            }
            Role::Text => base.set_font_color(INK),
            Role::Answer => base
                .set_font_color(NAVY)
                .set_background_color(PALE)
                .set_indent(1)
                .set_border_left(FormatBorder::Thick)
                .set_border_left_color(NAVY),
        }
    }
}

/// The format of a link.
pub(super) fn link() -> CellFormat {
    lettering(BODY).set_font_color(LINK).set_underline(FormatUnderline::Single).set_align(FormatAlign::VerticalCenter)
}

/// The format of a part's name in the contents.
pub(super) fn section() -> CellFormat {
    lettering(STRONG).set_font_color(GREY).set_align(FormatAlign::VerticalCenter)
}

/// The colour of a sheet's tab: the darker, the nearer to the answer.
pub(super) fn tab(kind: Kind) -> u32 {
    match kind {
        Kind::Answers => NAVY,
        Kind::Figures => 0x4F_81BD,
        Kind::Subjects => 0xA9_C7E8,
        Kind::Evidence => 0xB8_BEC8,
    }
}

/// The format that cells have when nothing is said.
pub(super) fn plain() -> CellFormat {
    lettering(BODY)
}

fn lettering(face: Face) -> CellFormat {
    let format = CellFormat::new().set_font_name(FONT).set_font_size(face.size);
    if face.bold { format.set_bold() } else { format }
}

/// The format of a table's headings; `filter` leaves room for the button that covers the right end of the cell.
pub(super) fn header(numbers: bool, filter: bool, family: Family) -> CellFormat {
    // Apart in grey too, and all dark enough for white letters.
    let ground = match family {
        Family::Plain | Family::Money => NAVY,
        Family::Facts => 0x5B_7BA5,
        Family::Terms => 0x6B_5B95,
        Family::Bids => 0x2F_6B6B,
    };
    let format = lettering(STRONG)
        .set_font_color(WHITE)
        .set_background_color(ground)
        .set_text_wrap()
        .set_align(FormatAlign::VerticalCenter)
        .set_border_left(FormatBorder::Thin)
        .set_border_left_color(SLATE);
    match (numbers, filter) {
        (true, false) => format.set_align(FormatAlign::Right),
        (true, true) => format.set_align(FormatAlign::Right).set_indent(2),
        (false, _) => format.set_align(FormatAlign::Left).set_indent(1),
    }
}

/// The format of words in a table.
pub(super) fn words() -> CellFormat {
    body(BODY).set_text_wrap().set_align(FormatAlign::Left).set_indent(1)
}

/// A format of a cell that holds a value among formulas: spreadsheets of finance have them in blue.
pub(super) fn entered(format: CellFormat) -> CellFormat {
    format.set_font_color(ENTERED)
}

/// The format of a number in a table.
pub(super) fn number(format: Format) -> CellFormat {
    body(BODY).set_num_format(number_format(format)).set_align(FormatAlign::Right)
}

/// The format of a number that is rounded to 0: it has no sign.
pub(super) fn nothing(format: Format) -> CellFormat {
    let unsigned = match format {
        Format::MoneyChange => Format::Money,
        Format::MillionsChange => Format::Millions,
        Format::DecimalChange => Format::Decimal,
        Format::Points => Format::Percent,
        other => other,
    };
    // The second form is for numbers below 0.
    let written = number_format(unsigned);
    number(format).set_num_format(format!("{written};{written}"))
}

fn body(face: Face) -> CellFormat {
    lettering(face)
        .set_font_color(INK)
        .set_align(FormatAlign::VerticalCenter)
        .set_border_bottom(FormatBorder::Thin)
        .set_border_bottom_color(RULE)
}

/// The format of a cell of the total row; `None` for words.
pub(super) fn total(format: Option<Format>) -> CellFormat {
    let base = body(STRONG)
        .set_background_color(TOTAL)
        .set_border_top(FormatBorder::Medium)
        .set_border_top_color(NAVY)
        .set_border_bottom(FormatBorder::None);
    match format {
        Some(format) => base.set_num_format(number_format(format)).set_align(FormatAlign::Right),
        None => base.set_align(FormatAlign::Left).set_indent(1),
    }
}

/// What every other row of a table has on top of its cells' formats.
pub(super) fn band() -> CellFormat {
    CellFormat::new().set_background_color(BAND)
}

/// Width in pixels of a note on a heading.
pub(super) const NOTE: u32 = 260;
/// The same of one on a paragraph, which may explain several terms.
pub(super) const WIDE_NOTE: u32 = 460;

/// A note of a width in pixels, as high as its text.
pub(super) fn note(text: &str, width: u32) -> Note {
    /// What a note keeps free left and right of its text together.
    const PADDING: u32 = 20;
    let lines = super::measure::lines(text, Face { size: 9, bold: false }, width - PADDING).len() as u32;
    Note::new(text)
        .set_author("partnersim")
        .add_author_prefix(false)
        .set_font_name(FONT)
        .set_font_size(9)
        .set_width(width)
        .set_height(lines * 16 + 14)
}
