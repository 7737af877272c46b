//! How a page prints: on A4 across, or Letter, one sheet of paper wide, and nothing torn that could be kept whole.

use rust_xlsxwriter::Worksheet;

use super::WriteError;
use super::plan::{FIRST_COLUMN, Part, Placed, Plan, is_long};
use super::style::Role;
use crate::report::{Block, Page};

/// Number of A4 in the list of paper sizes.
const A4: u8 = 9;
/// Wider than this, a page goes on several sheets of paper side by side, each of which shows so much of it.
const WIDEST: u32 = 2_400;
const SIDE_BY_SIDE: u32 = 1_700;
/// From this many rows on the last table of a page with charts is a list for the screen.
const LIST: usize = 500;
/// So many page breaks a sheet can have in Excel; below the last of them it breaks pages by itself.
const MOST_BREAKS: usize = 1_023;
/// Margins in inches: left, right, top, bottom, header, footer.
const MARGINS: [f64; 6] = [0.45, 0.45, 0.5, 0.65, 0.3, 0.3];
/// What the margins leave of A4 across, in pixels, less a little for programs that round rows up.
const PRINTED: (u32, u32) = (1_036, 665);

/// Sets up how a sheet is printed.
pub(super) fn set_up(sheet: &mut Worksheet, page: &Page, plan: &Plan) -> Result<(), WriteError> {
    let [left, right, top, bottom, header, footer] = MARGINS;
    sheet.set_paper_size(A4).set_landscape();
    sheet.set_margins(left, right, top, bottom, header, footer).set_print_center_horizontally(true);
    // Sheet and page, readable in any language.
    sheet.set_footer("&L&8&A&R&8&P / &N").set_header_footer_scale_with_doc(false);
    let parts = printed(page, plan);
    let columns = columns(plan, parts);
    let last_row = plan.parts.get(parts.len()).map_or(plan.end, |next| next.row - u32::from(next.gap > 0));
    let last_column = FIRST_COLUMN + columns as u16 - 1;
    let width: u32 = plan.columns.iter().take(columns).sum();
    let across = if width > WIDEST { width.div_ceil(SIDE_BY_SIDE) as u16 } else { 1 };
    sheet.set_print_fit_to_pages(across, u16::from(page.one_page));
    if across > 1 {
        // Row by row, and each sheet of paper says whose it is.
        sheet.set_page_order(false).set_repeat_columns(FIRST_COLUMN, FIRST_COLUMN)?;
    }
    sheet.set_print_area(plan.top, FIRST_COLUMN, last_row.saturating_sub(1), last_column)?;
    if let Some(row) = plan.repeated() {
        sheet.set_repeat_rows(row, row)?;
    } else if !page.one_page {
        let mut breaks = breaks(parts, on_one_sheet(plan, width, across));
        breaks.truncate(MOST_BREAKS);
        if !breaks.is_empty() {
            // Of several tables none has its heading repeated; the title says at least what a sheet of paper is part of.
            sheet.set_repeat_rows(plan.top, plan.top)?;
            sheet.set_page_breaks(&breaks)?;
        }
    }
    Ok(())
}

/// How large a page is printed that must fit one sheet of paper, 1 for its own size, as a rule less.
pub(super) fn scale(page: &Page, plan: &Plan) -> f64 {
    let parts = printed(page, plan);
    let height: u32 = parts.iter().map(|placed| placed.gap + placed.part.height()).sum();
    let width: u32 = plan.columns.iter().take(columns(plan, parts)).sum();
    let fit = |room: u32, taken: u32| f64::from(room) / f64::from(taken.max(1));
    fit(PRINTED.0, width).min(fit(PRINTED.1, height)).min(1.0)
}

/// The parts that are printed. What is for the screen alone stands at the end: the contents, tables that only give the
/// figures of the page's charts, or a list for filtering, which would make all that comes before it as small as its columns
/// are many.
pub(super) fn printed<'a, 'p>(page: &Page, plan: &'a Plan<'p>) -> &'a [Placed<'p>] {
    let contents = plan.parts.iter().position(|placed| matches!(placed.part, Part::Contents(_)));
    let all = &plan.parts[..contents.unwrap_or(plan.parts.len())];
    let charts =
        || page.blocks.iter().filter_map(|block| if let Block::Charts(charts) = block { Some(charts) } else { None });
    let is_charted = |id: &str| charts().flatten().any(|chart| chart.table == id);
    let only_figures = |placed: &Placed| match placed.part {
        Part::Table(table, _) => is_charted(&table.id),
        Part::Paragraph(role, ..) => role == Role::Heading,
        Part::Charts(..) | Part::Contents(_) => false,
    };
    let told = &all[..all.iter().rposition(|placed| !only_figures(placed)).map_or(0, |last| last + 1)];
    match told.split_last() {
        Some((Placed { part: Part::Table(list, _), .. }, before))
            if list.rows.len() >= LIST && charts().next().is_some() =>
        {
            // With the list go its heading and what is said below that.
            let heading = before.iter().rposition(|placed| matches!(placed.part, Part::Paragraph(Role::Heading, ..)));
            &before[..heading.unwrap_or(before.len())]
        }
        _ => told,
    }
}

/// How many columns the parts take.
fn columns(plan: &Plan, parts: &[Placed]) -> usize {
    let tables = parts.iter().map(|placed| match placed.part {
        Part::Table(table, _) => table.columns.len(),
        Part::Paragraph(..) | Part::Charts(..) | Part::Contents(_) => usize::from(plan.span),
    });
    tables.max().unwrap_or(1).clamp(1, plan.columns.len())
}

/// How much of a page's width goes on one of the sheets of paper side by side, with the first column that is repeated.
fn on_one_sheet(plan: &Plan, width: u32, across: u16) -> u32 {
    let repeated = plan.columns.first().copied().unwrap_or(0) * u32::from(across - 1);
    (width + repeated).div_ceil(u32::from(across))
}

/// The rows that begin a sheet of paper, below the title again, so that charts, short tables and headings with what follows
/// are not torn.
pub(super) fn breaks(parts: &[Placed], width: u32) -> Vec<u32> {
    let room = PRINTED.1 * width.max(PRINTED.0) / PRINTED.0;
    let title = parts.first().map_or(0, |title| title.part.height());
    let mut breaks = Vec::new();
    let mut used = 0;
    for (at, placed) in parts.iter().enumerate() {
        let height = placed.gap + placed.part.height();
        // What a heading leads was thought of with the heading.
        if used > 0
            && !is_led(&parts[..at], &placed.part)
            && used + kept_together(&parts[at..], room, used, title) > room
        {
            // Above the blank row, for the frame of a chart is drawn on the edge of its first row.
            breaks.push(placed.row - u32::from(placed.gap > 0));
            used = title;
        }
        match &placed.part {
            // Torn where we say, so that what follows is known to have the room that is counted on.
            Part::Table(_, heights) if used + height > room => {
                used += placed.gap;
                for (row, height) in (placed.row..).zip(heights) {
                    if used + height > room {
                        breaks.push(row);
                        used = title;
                    }
                    used += height;
                }
            }
            _ => used = (used + height) % (room + 1),
        }
    }
    breaks
}

/// Whether a part stands below a heading, or is a table below what is said of it there.
fn is_led(before: &[Placed], part: &Part) -> bool {
    let role = |placed: &Placed| if let Part::Paragraph(role, ..) = placed.part { Some(role) } else { None };
    match before.last().and_then(role) {
        Some(Role::Title | Role::Subtitle | Role::Heading) => true,
        Some(Role::Answer | Role::Text) if matches!(part, Part::Table(..)) => {
            let words = |placed: &&Placed| matches!(role(placed), Some(Role::Answer | Role::Text));
            let above = before.iter().rev().find(|placed| !words(placed));
            above.and_then(role) == Some(Role::Heading)
        }
        _ => false,
    }
}

/// The pixels of a part, and of what follows it if it is a heading, that belong on one sheet of paper of which so many are
/// used; on a fresh one so many stand above it.
fn kept_together(parts: &[Placed], room: u32, used: u32, above: u32) -> u32 {
    let Some((first, rest)) = parts.split_first() else { return 0 };
    let own = match &first.part {
        // Of a table that is too long for one sheet, or that would leave half of this one blank, the heading and a few rows.
        Part::Table(table, heights)
            if above + first.gap + first.part.height() > room || is_long(table) && used < room / 2 =>
        {
            heights.iter().take(4).sum()
        }
        part => part.height(),
    };
    let below = above + first.gap + own;
    match first.part {
        Part::Paragraph(Role::Title | Role::Subtitle, ..) => first.gap + own + kept_together(rest, room, used, below),
        Part::Paragraph(Role::Heading, ..) => {
            // With what is said below a heading goes what that is said about, if one sheet takes it all.
            let said =
                rest.iter().take_while(|placed| matches!(placed.part, Part::Paragraph(Role::Answer | Role::Text, ..)));
            let words = said.clone().map(|placed| placed.gap + placed.part.height()).sum::<u32>();
            let whole = words + kept_together(&rest[said.count()..], room, used, below + words);
            first.gap + own + if own + whole <= room { whole } else { kept_together(rest, room, used, below) }
        }
        _ => first.gap + own,
    }
}
