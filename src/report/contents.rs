//! The contents of a result: which sheets there are and what each answers, with the way there and back.

use crate::report::{Block, Entry, Kind, Page, Section};

/// The sheets of a report: the first one with the contents below all but the figures of its charts, and then those of
/// the chapters.
pub fn bound(mut first: Page, chapters: impl IntoIterator<Item = (Kind, Vec<Page>)>) -> Vec<Page> {
    let chapters: Vec<(Kind, Vec<Page>)> = chapters.into_iter().filter(|(_, pages)| !pages.is_empty()).collect();
    let entry = |page: &Page| Entry { name: page.name.clone(), answers: page.title.clone() };
    let section =
        |(kind, pages): &(Kind, Vec<Page>)| Section { kind: *kind, entries: pages.iter().map(entry).collect() };
    let contents = Block::Contents(chapters.iter().map(section).collect());
    first.blocks.insert(before_figures(&first.blocks), contents);
    std::iter::once(first).chain(chapters.into_iter().flat_map(|(_, pages)| pages)).collect()
}

/// Pages in order, put into chapters.
pub fn chapters(pages: Vec<(Kind, Page)>) -> Vec<(Kind, Vec<Page>)> {
    let mut chapters: Vec<(Kind, Vec<Page>)> = Vec::new();
    for (kind, page) in pages {
        match chapters.last_mut().filter(|(last, _)| *last == kind) {
            Some((_, chapter)) => chapter.push(page),
            None => chapters.push((kind, vec![page])),
        }
    }
    chapters
}

/// The place of the tables at the end of a page that only give the figures of its charts, with their headings.
fn before_figures(blocks: &[Block]) -> usize {
    let charted = |id: &str| {
        let shows =
            |block: &Block| matches!(block, Block::Charts(charts) if charts.iter().any(|chart| chart.table == id));
        blocks.iter().any(shows)
    };
    let only_figures = |block: &Block| match block {
        Block::Table(table) => charted(&table.id),
        Block::Heading(_) => true,
        _ => false,
    };
    blocks.iter().rposition(|block| !only_figures(block)).map_or(0, |last| last + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Cell, Chart, ChartKind, Column, Format, Table};

    fn page(name: &str) -> Page {
        Page {
            name: name.to_owned(),
            title: format!("What {name} is"),
            subtitle: String::new(),
            one_page: false,
            blocks: Vec::new(),
        }
    }

    #[test]
    fn every_sheet_but_the_first_is_in_the_contents() {
        let told = [(Kind::Subjects, "Levels"), (Kind::Subjects, "Savings"), (Kind::Evidence, "Run")];
        let mut chapters = chapters(told.map(|(kind, name)| (kind, page(name))).to_vec());
        chapters.insert(1, (Kind::Figures, Vec::new()));
        let pages = bound(page("Summary"), chapters);
        let names: Vec<&str> = pages.iter().map(|page| page.name.as_str()).collect();
        assert_eq!(names, ["Summary", "Levels", "Savings", "Run"]);
        let Some(Block::Contents(sections)) = pages[0].blocks.last() else { panic!("no contents") };
        assert_eq!(sections.iter().map(|section| section.entries.len()).collect::<Vec<_>>(), [2, 1]);
        assert_eq!(sections[1].entries[0].answers, "What Run is");
        assert_eq!(sections[1].kind, Kind::Evidence);
    }

    #[test]
    fn the_contents_come_before_the_figures_of_charts() {
        let table = |id: &str| {
            let columns = vec![Column::new("Scenario", Format::Plain, 9)];
            Block::Table(Table { id: id.to_owned(), columns, rows: vec![vec![Cell::Empty]], totals: None })
        };
        let chart = Chart {
            kind: ChartKind::Columns,
            title: String::new(),
            alt: String::new(),
            table: "charted".to_owned(),
            categories: "Scenario".to_owned(),
            series: Vec::new(),
            x_title: String::new(),
            y_title: String::new(),
            format: Format::Money,
        };
        let blocks = [Block::Charts(vec![chart]), table("own"), Block::Heading(String::new()), table("charted")];
        assert_eq!([before_figures(&blocks), before_figures(&blocks[..2]), before_figures(&[])], [2, 2, 0]);
    }
}
