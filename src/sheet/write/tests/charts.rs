//! Charts as they are written.

use super::*;

#[test]
fn a_waterfall_floats_on_a_series_that_is_not_drawn() {
    let mut steps = table(3);
    // Piles of 2,000, 2,500 and 900 upward, and 500 hanging down from 0.
    for (row, (base, saved, spent)) in
        [(0.0, 2_000.0, 0.0), (2_000.0, 500.0, 0.0), (0.0, 900.0, -500.0)].iter().enumerate()
    {
        steps.rows[row][1] = Cell::Number(*base);
        steps.rows[row][2] = Cell::Number(*saved);
        steps.rows[row][4] = Cell::Number(*spent);
    }
    let series = |values: &str, colour| Series { name: values.into(), values: values.into(), colour, error_bars: None };
    let waterfall = Chart {
        series: vec![series("List price", 0), series("Discount", 1), series("Figure", 2)],
        ..chart(ChartKind::Waterfall)
    };
    let bytes = workbook(&report(vec![Block::Charts(vec![waterfall]), Block::Table(steps)])).expect("a workbook");
    let xml = part(&bytes, "xl/charts/chart1.xml");
    assert!(xml.contains("<c:grouping val=\"stacked\"/>") && xml.contains("<c:overlap val=\"100\"/>"), "{xml}");
    assert_eq!(xml.matches("<c:spPr><a:noFill/>").count(), 1, "{xml}");
    assert!(xml.contains("<c:max val=\"2500\"/><c:min val=\"-500\"/>"), "{xml}");
    assert!(!xml.contains("<c:legend>"), "{xml}");
}

#[test]
fn charts_show_the_cells_of_their_table() {
    let bytes = workbook(&everything()).expect("a sound report");
    let drawing = part(&bytes, "xl/drawings/drawing1.xml");
    for (number, kind) in (1..).zip(["barChart", "lineChart", "barChart", "barChart"]) {
        let chart = part(&bytes, &format!("xl/charts/chart{number}.xml"));
        for wanted in [kind, "'Deals &amp; more'!$E$", "8C8C8C", "C98500", "What is left", "<c:plus>", "<c:minus>"] {
            assert!(chart.contains(wanted), "{wanted} in {chart}");
        }
    }
    for kind in ["Columns", "Lines", "Bars", "Histogram"] {
        assert!(drawing.contains(&format!("descr=\"{kind} of net prices\"")), "{drawing}");
    }
    assert!(part(&bytes, "xl/charts/chart2.xml").contains("<c:symbol val=\"circle\"/>"));
}

#[test]
fn scenarios_have_their_colours_in_bars_and_points() {
    let of = |kind| {
        let chart = Chart { categories: "List price".into(), ..chart(kind) };
        let bytes =
            workbook(&report(vec![Block::Charts(vec![chart]), Block::Table(table(3))])).expect("a sound report");
        part(&bytes, "xl/charts/chart1.xml")
    };
    let bars = of(ChartKind::ByScenario);
    let points = of(ChartKind::TradeOff);
    assert_eq!(points.matches("<c:ser>").count(), 3, "{points}");
    for (row, colour) in ["005E9E", "C98500", "005A44"].iter().enumerate() {
        let point = format!("<c:dPt><c:idx val=\"{row}\"/><c:spPr><a:solidFill><a:srgbClr val=\"{colour}\"");
        assert!(bars.contains(&point), "{point} in {bars}");
        let filled = format!("<c:size val=\"9\"/><c:spPr><a:solidFill><a:srgbClr val=\"{colour}\"");
        assert!(points.contains(&filled), "{filled} in {points}");
        // Named beside the point.
        assert!(points.contains(&format!("<a:t>Deal {}</a:t>", row + 1)), "{points}");
    }
}

#[test]
fn points_have_the_colour_of_their_series_and_one_name_in_the_legend() {
    let of_points = Chart { categories: "List price".into(), ..chart(ChartKind::Points) };
    let bytes = workbook(&report(vec![Block::Charts(vec![of_points]), Block::Table(table(3))])).expect("a workbook");
    let xml = part(&bytes, "xl/charts/chart1.xml");
    // Two series of three numbers, grey and orange.
    assert_eq!(xml.matches("<c:ser>").count(), 6, "{xml}");
    assert_eq!(["8C8C8C", "C98500"].map(|colour| xml.matches(colour).count()), [6, 6], "{xml}");
    assert_eq!(xml.matches("<c:legendEntry>").count(), 4, "{xml}");
}

#[test]
fn a_chart_is_not_torn_after_a_table_that_is() {
    // Rows of 20 pixels: the first table takes most of a sheet, the second is torn, the chart would be.
    let one = Block::Table(Table { id: "One".into(), totals: None, ..table(10) });
    let two = Block::Table(Table { id: "Two".into(), totals: None, ..table(48) });
    let long = page(vec![one, two, Block::Charts(vec![chart(ChartKind::Columns)]), Block::Table(table(2))]);
    let plan = Plan::of(&long, false);
    let parts = paper::printed(&long, &plan);
    let breaks = paper::breaks(parts, plan.columns.iter().sum());
    let charts = parts.iter().find(|placed| matches!(placed.part, Part::Charts(..))).expect("charts");
    // What stands between a break and the chart, and the chart, go on one sheet of 665 pixels.
    let last = breaks.iter().rev().find(|row| **row < charts.row).expect("a break");
    let above: u32 = parts
        .iter()
        .map(|placed| match &placed.part {
            Part::Table(_, heights) => {
                (placed.row..charts.row).zip(heights).filter(|(row, _)| row >= last).map(|(_, high)| high).sum()
            }
            _ => 0,
        })
        .sum();
    let title = parts[0].part.height();
    assert!(title + above + charts.part.height() <= 665, "{above} above the chart");
    // The title is printed again on each.
    let xml = part(&workbook(&report(long.blocks.clone())).expect("a workbook"), "xl/workbook.xml");
    assert!(xml.contains("_xlnm.Print_Titles") && xml.contains("$1:$1"), "{xml}");
    assert!(breaks.iter().any(|row| *row > parts[3].row && *row < charts.row), "the second table is torn: {breaks:?}");
}

#[test]
fn a_heading_is_not_left_behind_by_a_table_of_just_a_sheet() {
    // 665 pixels hold the table alone, and not with the title and the heading above it.
    let mut few = Table { totals: None, ..table(11) };
    few.rows.iter_mut().for_each(|row| row[0] = Cell::Text("as high\nas\nthree lines".into()));
    let long = page(vec![Block::Heading("By programme".into()), Block::Table(few)]);
    let plan = Plan::of(&long, false);
    let parts = paper::printed(&long, &plan);
    let (table, before) = parts.split_last().expect("a table");
    let above: u32 = before.iter().map(|placed| placed.gap + placed.part.height()).sum();
    assert!(table.part.height() <= 665 && above + table.part.height() > 665, "{above} {}", table.part.height());
    let breaks = paper::breaks(parts, plan.columns.iter().sum());
    assert!(!breaks.is_empty() && breaks.iter().all(|row| *row > table.row + 4), "{breaks:?} in {}", table.row);
}

#[test]
fn a_chart_is_not_torn_on_a_page_wider_than_a_sheet_of_paper() {
    let mut wide = Table { id: "Wide".into(), totals: None, ..table(30) };
    for at in 6..36 {
        wide.columns.push(column(&format!("Column {at}"), Format::Money));
        wide.rows.iter_mut().for_each(|row| row.push(Cell::Number(1.0)));
    }
    let blocks = vec![Block::Table(wide), Block::Charts(vec![chart(ChartKind::Columns)]), Block::Table(table(2))];
    let long = page(blocks.clone());
    let plan = Plan::of(&long, false);
    let charts = plan.parts.iter().find(|placed| matches!(placed.part, Part::Charts(..))).expect("charts");
    let above: u32 =
        plan.parts.iter().take_while(|placed| placed.row < charts.row).map(|placed| placed.part.height()).sum();
    // 665 pixels high for 1,036 in width: three sheets of a third of the columns have no room for all, one that showed
    // them all would have.
    let needed = above + charts.part.height();
    let width: u32 = plan.columns.iter().sum();
    assert!(needed > 665 * (width / 3 + plan.columns[0]) / 1_036 && needed < 665 * width / 1_036, "{needed} {width}");
    let sheet = part(&workbook(&report(blocks)).expect("a workbook"), "xl/worksheets/sheet1.xml");
    assert!(sheet.contains(&format!("<brk id=\"{}\"", charts.row - 1)), "{sheet}");
}

#[test]
fn a_page_of_more_sheets_of_paper_than_excel_has_breaks_is_written() {
    // Rows of 20 pixels, 32 to a sheet: 1,100 sheets.
    let list = Table { id: "List".into(), totals: None, ..table(35_000) };
    let blocks = vec![Block::Table(list), Block::Heading("Short".into()), Block::Table(table(2))];
    let sheet = part(&workbook(&report(blocks)).expect("a workbook"), "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("<rowBreaks count=\"1023\""));
}
