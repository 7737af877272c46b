//! A small report with everything in it, looked at in the parts of the workbook it becomes.

use std::io::{Cursor, Read};

use super::{Part, Plan, WriteError, paper, workbook, workbook_at_once};
use crate::programme::Date;
use crate::report::{
    Bars, Block, Cell, CellName, Chart, ChartKind, Column, Family, Format, Kind, Page, Report, Series, Table, Total,
    contents,
};

mod charts;

const FORMATS: [Format; 14] = [
    Format::Plain,
    Format::Money,
    Format::Cents,
    Format::MoneyChange,
    Format::Millions,
    Format::MillionsChange,
    Format::Count,
    Format::Decimal,
    Format::Hundredths,
    Format::DecimalChange,
    Format::Percent,
    Format::FinePercent,
    Format::WholePercent,
    Format::Points,
];

fn column(heading: &str, format: Format) -> Column {
    Column {
        heading: heading.into(),
        format,
        note: None,
        width: 12,
        heat: false,
        bars: Bars::None,
        family: Family::Plain,
    }
}

fn table(rows: usize) -> Table {
    let rows = (1..=rows).map(|row| {
        let list = row as f64 * 1_000.1;
        let net = Cell::Formula("[@[List price]]*(1-[@Discount])".into(), list * 0.9, Format::Cents);
        let figure = Cell::Figure(row as f64, FORMATS[row % FORMATS.len()]);
        vec![Cell::Text(format!("Deal {row}")), Cell::Number(list), Cell::Number(0.1), net, figure, Cell::Empty]
    });
    Table {
        id: "Deals".into(),
        rows: rows.collect(),
        columns: vec![
            Column { note: Some("As registered.".into()), ..column("Deal", Format::Plain) },
            column("List price", Format::Money),
            column("Discount", Format::Percent),
            column("Net price", Format::Cents),
            column("Figure", Format::Plain),
            column("Remark", Format::Plain),
        ],
        totals: Some(vec![
            Total::Label("Total".into()),
            Total::Sum,
            Total::Ratio("Net price".into(), "List price".into()),
            Total::Sum,
            Total::Empty,
            Total::Empty,
        ]),
    }
}

fn chart(kind: ChartKind) -> Chart {
    let series = |name: &str, colour| Series {
        name: name.into(),
        values: "Net price".into(),
        colour,
        error_bars: Some(("Discount".into(), "Figure".into())),
    };
    Chart {
        kind,
        title: "What is left".into(),
        alt: format!("{kind:?} of net prices"),
        table: "Deals".into(),
        categories: "Deal".into(),
        series: vec![series("Baseline", 0), series("Open", 2)],
        x_title: "Deal".into(),
        y_title: "EUR".into(),
        format: Format::Money,
    }
}

fn page(blocks: Vec<Block>) -> Page {
    Page { name: "Deals & more".into(), title: "Deals".into(), subtitle: "In EUR".into(), one_page: false, blocks }
}

fn report(blocks: Vec<Block>) -> Report {
    Report {
        title: "Results".into(),
        subject: "Deal registration".into(),
        created: Date { year: 2017, month: 2, day: 1 },
        currency: "EUR".into(),
        pages: vec![page(blocks)],
        embedded: Vec::new(),
        names: Vec::new(),
    }
}

fn everything() -> Report {
    report(vec![
        Block::Answer("Restricting quotations pays. ".repeat(40)),
        Block::Heading("Deals".into()),
        Block::Text("Every deal of the trial.".into()),
        Block::Charts(vec![chart(ChartKind::Columns), chart(ChartKind::Lines)]),
        Block::Charts(vec![chart(ChartKind::Bars), chart(ChartKind::Histogram)]),
        Block::Table(table(10)),
    ])
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a workbook is an archive");
    let mut text = String::new();
    archive.by_name(name).expect(name).read_to_string(&mut text).expect("parts are text");
    text
}

fn sheet_of(blocks: Vec<Block>) -> String {
    part(&workbook(&report(blocks)).expect("a sound report"), "xl/worksheets/sheet1.xml")
}

fn refused(blocks: Vec<Block>) -> WriteError {
    workbook(&report(blocks)).expect_err("an unsound report")
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let first = workbook(&everything()).expect("a sound report");
    assert!(first == workbook(&everything()).expect("a sound report"));
    let core = part(&first, "docProps/core.xml");
    assert!(core.contains("2017-02-01T00:00:00Z") && core.contains("<dc:creator>partnersim</dc:creator>"), "{core}");
}

#[test]
fn an_answer_at_once_is_the_same_workbook_packed_less() {
    let [small, quick] = [workbook, workbook_at_once].map(|made| made(&everything()).expect("a sound report"));
    assert!(small.len() < quick.len());
    for name in ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/charts/chart1.xml"] {
        assert_eq!(part(&small, name), part(&quick, name));
    }
}

#[test]
fn formulas_refer_to_cells_and_carry_their_values() {
    let sheet = sheet_of(vec![Block::Table(table(2))]);
    // The heading is row 4, for title, subtitle and a blank row stand above it.
    for cell in [
        format!("<f>C5*(1-D5)</f><v>{}</v>", 1_000.1 * 0.9),
        format!("<f>SUBTOTAL(109,C5:C6)</f><v>{}</v>", 1_000.1 + 2_000.2),
        format!("<f>IF(C7=0,0,E7/C7)</f><v>{}</v>", (1_000.1 * 0.9 + 2_000.2 * 0.9) / (1_000.1 + 2_000.2)),
    ] {
        assert!(sheet.contains(&cell), "{cell} in {sheet}");
    }
}

#[test]
fn names_stand_for_a_cell_or_for_a_column() {
    let mut deals = table(3);
    deals.rows[0][5] = Cell::Words("IF([@Discount]>deals_discount,\"more\",\"as usual\")".into(), "as usual".into());
    let name = |name: &str, row| CellName { name: name.into(), table: "Deals".into(), column: 2, row };
    let named = Report {
        names: vec![name("deals_discount", Some(1)), name("all_discounts", None)],
        ..report(vec![Block::Table(deals)])
    };
    let bytes = workbook(&named).expect("a sound report");
    let (book, sheet) = (part(&bytes, "xl/workbook.xml"), part(&bytes, "xl/worksheets/sheet1.xml"));
    // The table's rows are 5 to 7, its third column is D.
    assert!(book.contains("<definedName name=\"deals_discount\">'Deals &amp; more'!$D$6</definedName>"), "{book}");
    assert!(book.contains("<definedName name=\"all_discounts\">'Deals &amp; more'!$D$5:$D$7</definedName>"), "{book}");
    assert!(
        sheet.contains("t=\"str\"><f>IF(D5&gt;deals_discount,\"more\",\"as usual\")</f><v>as usual</v>"),
        "{sheet}"
    );
}

#[test]
fn an_empty_table_has_a_row_and_totals_of_nothing() {
    let bytes = workbook(&report(vec![Block::Table(table(0))])).expect("a sound report");
    assert!(part(&bytes, "xl/tables/table1.xml").contains("ref=\"B4:G6\""));
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("<f>IF(C6=0,0,E6/C6)</f><v>0</v>"), "{sheet}");
}

#[test]
fn totals_do_not_lose_small_amounts_among_large_ones() {
    let mut cancelling = table(3);
    for (row, value) in cancelling.rows.iter_mut().zip([1e17, 1.0, -1e17]) {
        row[1] = Cell::Number(value);
    }
    assert!(sheet_of(vec![Block::Table(cancelling)]).contains("<f>SUBTOTAL(109,C5:C7)</f><v>1</v>"));
}

#[test]
fn a_heat_map_is_shaded_row_by_row() {
    let mut hot = table(2);
    hot.columns[1].heat = true;
    hot.columns[2].heat = true;
    let sheet = sheet_of(vec![Block::Table(hot)]);
    for range in ["C5:D5", "C6:D6"] {
        assert!(
            sheet.contains(&format!("<conditionalFormatting sqref=\"{range}\"><cfRule type=\"colorScale\"")),
            "{sheet}"
        );
    }
    assert!(sheet.contains("<cfvo type=\"num\" val=\"0\"/><cfvo type=\"max\""), "{sheet}");
    assert!(!sheet_of(vec![Block::Table(table(2))]).contains("colorScale"));
}

#[test]
fn a_long_table_keeps_its_heading_in_sight_and_on_every_sheet_of_paper() {
    let text = Block::Text("Every deal.".into());
    let bytes = workbook(&report(vec![text, Block::Table(table(30))])).expect("a sound report");
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("ySplit=\"6\""), "{sheet}");
    assert!(part(&bytes, "xl/workbook.xml").contains("'Deals &amp; more'!$6:$6"));
    assert!(part(&bytes, "xl/tables/table1.xml").contains("<autoFilter"));
    let short = sheet_of(vec![Block::Table(table(3))]);
    assert!(short.contains("ySplit=\"2\""), "{short}");
}

#[test]
fn a_heading_has_its_note() {
    let bytes = workbook(&everything()).expect("a sound report");
    let notes = part(&bytes, "xl/comments1.xml");
    assert!(notes.contains("As registered.") && notes.contains("partnersim"), "{notes}");
}

#[test]
fn a_long_paragraph_gets_a_high_row() {
    let height = |words: usize| {
        let sheet = sheet_of(vec![Block::Text("word ".repeat(words))]);
        let row = sheet.split("<row r=\"4\"").nth(1).and_then(|rest| rest.split("ht=\"").nth(1)).expect("row 4");
        row.split('"').next().and_then(|height| height.parse::<f64>().ok()).expect("a height")
    };
    assert!(height(300) > 5.0 * height(3));
    assert!(height(9_000) <= 409.0);
}

#[test]
fn a_number_that_is_not_finite_is_refused() {
    for (at, cell) in [
        (1, Cell::Number(f64::NAN)),
        (4, Cell::Figure(f64::INFINITY, Format::Points)),
        (3, Cell::Formula("[@Discount]/0".into(), f64::NEG_INFINITY, Format::Cents)),
        // Each is finite, their sum is not.
        (1, Cell::Number(f64::MAX)),
    ] {
        let mut unsound = table(2);
        unsound.rows[0][1] = Cell::Number(f64::MAX);
        unsound.rows[1][at] = cell;
        let error = refused(vec![Block::Table(unsound)]);
        assert!(matches!(&error, WriteError::NotFinite { page, table } if page == "Deals & more" && table == "Deals"));
        assert!(error.to_string().contains("Deals & more"), "{error}");
    }
}

#[test]
fn what_is_not_there_cannot_be_referred_to() {
    let elsewhere = Chart { table: "Partners".into(), ..chart(ChartKind::Bars) };
    let error = refused(vec![Block::Table(table(2)), Block::Charts(vec![elsewhere])]);
    assert!(matches!(error, WriteError::UnknownTable { table, .. } if table == "Partners"));

    let unknown = Chart { categories: "Partner".into(), ..chart(ChartKind::Lines) };
    let mut formula = table(2);
    formula.rows[0][3] = Cell::Formula("[@Partner]*2".into(), 1.0, Format::Money);
    let mut ratio = table(2);
    ratio.totals = Some(vec![Total::Ratio("Partner".into(), "List price".into()); 6]);
    for blocks in [
        vec![Block::Table(table(2)), Block::Charts(vec![unknown])],
        vec![Block::Table(formula)],
        vec![Block::Table(ratio)],
    ] {
        assert!(matches!(refused(blocks), WriteError::UnknownHeading { heading, .. } if heading == "Partner"));
    }
}

#[test]
fn a_row_has_a_cell_a_column() {
    let mut short = table(2);
    short.rows[1].pop();
    assert!(matches!(refused(vec![Block::Table(short)]), WriteError::Uneven { .. }));
    let mut narrow = table(2);
    narrow.totals = Some(vec![Total::Sum]);
    assert!(matches!(refused(vec![Block::Table(narrow)]), WriteError::Uneven { .. }));
}

#[test]
fn a_name_may_be_used_once() {
    assert!(matches!(refused(vec![Block::Table(table(1)), Block::Table(table(1))]), WriteError::Engine(_)));
}

fn titled(name: &str, blocks: Vec<Block>) -> Page {
    Page { name: name.into(), title: format!("About {name}"), ..page(blocks) }
}

#[test]
fn the_contents_lead_to_every_sheet_and_every_sheet_leads_back() {
    let chapters = [
        (Kind::Subjects, vec![titled("Partner's margin", Vec::new())]),
        (Kind::Evidence, vec![titled("Run", vec![Block::Table(table(30))])]),
    ];
    let first = titled("Summary", vec![Block::Text("What pays.".into())]);
    let bound = Report { pages: contents::bound(first, chapters), ..report(Vec::new()) };
    let bytes = workbook(&bound).expect("a sound report");
    let summary = part(&bytes, "xl/worksheets/sheet1.xml");
    // Link, title, subtitle, gap, text, gap, contents; then a heading and a sheet, twice.
    for link in [
        "ref=\"B1\" location=\"'Summary'!A7\"",
        "ref=\"B9\" location=\"'Partner''s margin'!A1\"",
        "ref=\"B11\" location=\"'Run'!A1\"",
    ] {
        assert!(summary.contains(link), "{link} in {summary}");
    }
    for sheet in [2, 3] {
        let xml = part(&bytes, &format!("xl/worksheets/sheet{sheet}.xml"));
        assert!(xml.contains("ref=\"B1\" location=\"'Summary'!A1\""), "{xml}");
        assert!(xml.contains("<tabColor"), "{xml}");
    }
    // Neither the link nor the contents are printed, and a long table keeps its heading on every sheet of paper.
    let names = part(&bytes, "xl/workbook.xml");
    assert!(
        names.contains("Summary!$B$2:$") && names.contains("$5</definedName>") && names.contains("Run!$5:$5"),
        "{names}"
    );
    // A report without contents has no links.
    assert!(!sheet_of(vec![Block::Text("What pays.".into())]).contains("<hyperlink"));
}

#[test]
fn bars_have_one_scale_for_rows_of_the_same_kind() {
    let mut barred = table(4);
    barred.columns[1].bars = Bars::Changes;
    barred.columns[2].bars = Bars::Shares;
    for (row, kind) in barred.rows.iter_mut().zip(["Margin", "Margin", "Wins", "Wins"]) {
        row[0] = Cell::Text(kind.into());
    }
    let sheet = sheet_of(vec![Block::Table(barred)]);
    for range in ["C5:C6", "C7:C8", "D5:D8"] {
        assert!(
            sheet.contains(&format!("<conditionalFormatting sqref=\"{range}\"><cfRule type=\"dataBar\"")),
            "{range} in {sheet}"
        );
    }
    assert!(sheet.contains("<cfvo type=\"num\" val=\"0\"/><cfvo type=\"num\" val=\"1\"/>"), "{sheet}");
}

/// A first page with two measures of each of so many scenarios.
fn first_page(scenarios: usize) -> Page {
    let answer = "raises the partners' front margin by 3.10 M EUR (90 % range 2.80 to 3.40 M EUR) and costs the vendor 400 k \
                  EUR of contribution; better for partners in 100 % of futures, for the vendor in 41 %.";
    let answers: Vec<String> = (1..=scenarios).map(|scenario| format!("Scenario {scenario} {answer}")).collect();
    let mut headline = table(2 * scenarios);
    headline.totals = None;
    let charts = vec![chart(ChartKind::ByScenario), chart(ChartKind::TradeOff)];
    let blocks = vec![
        Block::Text(answer.into()),
        Block::Answer(answers.join("\n")),
        Block::Table(Table { id: "Headline".into(), ..headline }),
        Block::Charts(charts),
        Block::Text(answer.into()),
        Block::Table(table(scenarios)),
    ];
    Page { one_page: true, ..page(blocks) }
}

#[test]
fn a_first_page_is_printed_legibly_on_one_sheet() {
    // Letters of 10 points come out as those of 5.5 points at 55 %, and of 7.5 at 75 %.
    for (scenarios, least) in [(1, 0.9), (4, 0.75), (12, 0.55)] {
        let page = first_page(scenarios);
        let scale = paper::scale(&page, &Plan::of(&page, true));
        assert!(scale >= least, "{scenarios} scenarios at {scale}");
    }
    let xml = part(
        &workbook(&Report { pages: vec![first_page(4)], ..report(Vec::new()) }).expect("a sound report"),
        "xl/worksheets/sheet1.xml",
    );
    assert!(xml.contains("orientation=\"landscape\"") && !xml.contains("fitToHeight=\"0\""), "{xml}");
}

#[test]
fn differences_of_rates_are_in_points() {
    let mut rates = table(1);
    rates.rows[0][4] = Cell::Figure(0.035, Format::Points);
    let bytes = workbook(&report(vec![Block::Table(rates)])).expect("a sound report");
    // 3.5 points; the cell holds the difference of the two rates.
    let styles = part(&bytes, "xl/styles.xml");
    assert!(styles.contains("+0.0%&quot; pts&quot;"), "{styles}");
    assert!(part(&bytes, "xl/worksheets/sheet1.xml").contains("<v>0.035</v>"));
}

#[test]
fn what_only_gives_the_figures_of_charts_is_not_printed() {
    let deals = Block::Table(table(3));
    let other = Block::Table(Table { id: "Others".into(), ..table(3) });
    let heading = || Block::Heading("Figures of the charts".into());
    let parts = |blocks: Vec<Block>| {
        let page = page(blocks);
        paper::printed(&page, &Plan::of(&page, false)).len()
    };
    let charts = || Block::Charts(vec![chart(ChartKind::Columns)]);
    // Title, subtitle and charts; a table that no chart shows stays, with what stands above it.
    assert_eq!(parts(vec![charts(), heading(), deals.clone()]), 3);
    assert_eq!(parts(vec![charts(), heading(), deals.clone(), other]), 6);
    assert_eq!(parts(vec![heading(), deals]), 4);
}

#[test]
fn a_table_far_wider_than_paper_goes_on_several_sheets_side_by_side() {
    let mut wide = table(30);
    for at in 6..36 {
        wide.columns.push(column(&format!("Column {at}"), Format::Money));
        wide.rows.iter_mut().for_each(|row| row.push(Cell::Number(1.0)));
    }
    wide.totals = None;
    let bytes = workbook(&report(vec![Block::Table(wide)])).expect("a sound report");
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    // 36 columns of some 110 pixels are 4,000: three sheets of 1,700. The
    // footer is not made smaller with the rest.
    for wanted in ["fitToWidth=\"3\"", "pageOrder=\"overThenDown\"", "scaleWithDoc=\"0\""] {
        assert!(sheet.contains(wanted), "{wanted}");
    }
    assert!(part(&bytes, "xl/workbook.xml").contains("$B:$B,"), "the first column is on every sheet");
    assert!(!sheet_of(vec![Block::Table(table(3))]).contains("fitToWidth=\"3\""));
}
