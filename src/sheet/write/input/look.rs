//! The looks of the input workbook: what the reader fills in is coloured, everything else is quiet.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, FormatUnderline};

use crate::schema::Basis;
use crate::sheet::write::measure::Face;
use crate::sheet::write::style;
use crate::template::book::{Content, Figure, InputCell, Look, Tab};

const INK: u32 = 0x1F_2937;
const GREY: u32 = 0x5B_6472;
const NAVY: u32 = 0x1F_3A5F;
const SLATE: u32 = 0x8A_94A3;
const PALE: u32 = 0xE8_EDF4;
const RULE: u32 = 0xD0_D7E0;
const FRAME: u32 = 0xB4_BECB;
const WHITE: u32 = 0xFF_FFFF;

/// What a cell keeps free left and right of its words together, in pixels.
pub(super) const SIDES: u32 = 17;

/// The fill of a value by how well founded it is: green, blue and yellow that also differ to readers who see no red or
/// no green, the surest the darkest in grey. The word stands beside it.
pub(super) fn fill(basis: Basis) -> u32 {
    match basis {
        Basis::Fact => 0xB2_DDCB,
        Basis::Derived => 0xCF_E2F6,
        Basis::Assumption => 0xFF_F0C2,
    }
}

/// The colour of a sheet's tab.
pub(super) fn tab(tab: Tab) -> u32 {
    match tab {
        Tab::Guide => SLATE,
        Tab::Input => 0xF2_C94C,
        Tab::Scenarios => 0x2F_80C2,
        Tab::Settings => NAVY,
    }
}

/// The letters of a cell.
pub(super) fn face(look: Look) -> Face {
    let face = |size, bold| Face { size, bold };
    match look {
        Look::Title => face(16, true),
        Look::Section => face(12, true),
        Look::Heading { .. } | Look::Group | Look::Step => face(10, true),
        Look::Remark { .. } => face(8, false),
        Look::Key | Look::Back => face(9, false),
        Look::Link | Look::Subtitle | Look::Words | Look::Value { .. } | Look::Basis(_) => face(10, false),
    }
}

/// Pixels above and below the lines of a cell together.
pub(super) fn padding(look: Look) -> u32 {
    match look {
        Look::Title | Look::Subtitle | Look::Heading { .. } => 10,
        Look::Section | Look::Group => 8,
        Look::Words | Look::Key | Look::Step | Look::Link | Look::Back | Look::Value { .. } | Look::Basis(_) => 5,
        Look::Remark { .. } => 6,
    }
}

/// Whether words go on in a second line; the others run over the empty cells to their right.
pub(super) fn wraps(look: Look) -> bool {
    match look {
        Look::Value { figure, .. } => figure == Figure::Words,
        Look::Title | Look::Subtitle | Look::Section | Look::Group | Look::Key | Look::Step | Look::Back => false,
        Look::Link | Look::Heading { .. } | Look::Remark { .. } | Look::Words | Look::Basis(_) => true,
    }
}

/// The format of a cell with what it holds.
pub(super) fn format_of(cell: &InputCell) -> Format {
    let format = format(cell.look);
    match (cell.look, &cell.content) {
        // An amount with cents shows them; a percentage shows the decimals it has.
        (Look::Value { figure: Figure::Money, .. }, Content::Number(amount)) if amount.fract() != 0.0 => {
            format.set_num_format("#,##0.00_)")
        }
        (Look::Value { figure: Figure::Percent, .. }, Content::Number(rate))
            if (rate * 1e3 - (rate * 1e3).round()).abs() > 1e-9 =>
        {
            format.set_num_format(r"0.00##\ %_)")
        }
        _ => format,
    }
}

/// The format of a cell.
pub(super) fn format(look: Look) -> Format {
    let Face { size, bold } = face(look);
    let base = Format::new().set_font_name(style::FONT).set_font_size(size).set_align(FormatAlign::VerticalCenter);
    let base = if bold { base.set_bold() } else { base };
    let base = if wraps(look) { base.set_text_wrap() } else { base };
    match look {
        Look::Title => base.set_font_color(NAVY),
        Look::Subtitle => base.set_font_color(GREY),
        Look::Section => base.set_font_color(NAVY).set_border_bottom(FormatBorder::Thin).set_border_bottom_color(NAVY),
        Look::Heading { number } => {
            let base = base.set_font_color(WHITE).set_background_color(NAVY);
            let base = base.set_border_left(FormatBorder::Thin).set_border_left_color(WHITE);
            side(base, number)
        }
        Look::Remark { number } => side(base.set_font_color(GREY), number),
        Look::Group => base.set_font_color(NAVY).set_background_color(PALE),
        Look::Key => under(base.set_font_color(GREY)).set_indent(1),
        Look::Words => under(base.set_font_color(INK)).set_align(FormatAlign::Left).set_indent(1),
        Look::Link => linked(under(base)).set_align(FormatAlign::Left).set_indent(1),
        Look::Back => linked(base),
        Look::Step => under(base.set_font_color(NAVY)).set_align(FormatAlign::Left).set_indent(1),
        Look::Basis(basis) => framed(base.set_background_color(fill(basis))).set_align(FormatAlign::Left).set_indent(1),
        Look::Value { figure, basis, right } => {
            // Numbers keep away from the frame by their format: not every program heeds an indent on the right.
            let base = match figure {
                Figure::Words => framed(side(base, right)),
                _ => framed(base).set_align(if right { FormatAlign::Right } else { FormatAlign::Left }),
            };
            let base = if right { base } else { base.set_indent(1) };
            let base = base.set_num_format(number_format(figure));
            match basis {
                Some(basis) => base.set_background_color(fill(basis)),
                None => base,
            }
        }
    }
}

/// Words that lead to another place.
fn linked(format: Format) -> Format {
    format.set_font_color(0x1A_5FB4).set_underline(FormatUnderline::Single)
}

/// Numbers stand on the right, words on the left.
fn side(format: Format, number: bool) -> Format {
    format.set_align(if number { FormatAlign::Right } else { FormatAlign::Left }).set_indent(1)
}

fn under(format: Format) -> Format {
    format.set_border_bottom(FormatBorder::Hair).set_border_bottom_color(RULE)
}

fn framed(format: Format) -> Format {
    format.set_font_color(INK).set_border(FormatBorder::Thin).set_border_color(FRAME)
}

fn number_format(figure: Figure) -> &'static str {
    match figure {
        Figure::Money | Figure::Count => "#,##0_)",
        Figure::Percent => r"0.0\ %_)",
        Figure::Number => "General_)",
        Figure::Words => "General",
        Figure::Date => "yyyy-mm-dd_)",
        Figure::DateDayFirst => "dd/mm/yyyy_)",
    }
}
