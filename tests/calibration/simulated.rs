//! Logs of opportunities that the model's own rules and draws have made.

use std::collections::BTreeSet;

use partnersim::calibrate::log::{COLUMNS, LOG, Log, Opportunity};
use partnersim::language::Language;
use partnersim::model::auction::{BIDDERS, auction};
use partnersim::model::horizon::{YEAR_MONTHS, month_start};
use partnersim::model::market::Market;
use partnersim::model::population::population;
use partnersim::model::registration::{Candidate, Registration};
use partnersim::model::treatment::{Support, Treatment};
use partnersim::programme::{Date, Programme};
use partnersim::sim::arrivals::Calendar;
use partnersim::sim::draws::{Draws, Flow};
use partnersim::sim::facts::{BLOCK, Drawn, Facts, Sources, Wanted};
use partnersim::template::book::{Area, Content, Figure, InputBook, InputCell, InputSheet, Look, Tab};
use partnersim::units::{Money, Spread};

/// One row of a log.
#[derive(Debug, Clone)]
pub struct Deal {
    pub date: Date,
    pub account: String,
    pub last_order: Option<Date>,
    pub segment: String,
    pub list: Money,
    pub partner: String,
    pub level: String,
    pub bidders: usize,
    pub requested: bool,
    pub granted: bool,
    pub price: Option<Money>,
}

/// The opportunities of some months under the rules of a programme, its desk being quick.
pub fn deals(programme: &Programme, seed: u64, months: usize) -> Vec<Deal> {
    let members = population(programme);
    let market = Market::new(programme, &members, programme.registration.propensity, (0, 1.0));
    let rules = Registration::new(programme);
    let support = Support::new(programme);
    let draws = Draws::new(seed);
    let flow = Flow::Market(0);
    let daily: Vec<f64> = (0..months)
        .flat_map(|month| {
            let days = month_start(month + 1) - month_start(month);
            std::iter::repeat_n(market.daily[month % YEAR_MONTHS], days)
        })
        .collect();
    let (mut marks, mut before) = (Vec::new(), Vec::new());
    Calendar::new(&daily).draw(&draws, flow, 0, &mut marks, &mut before);
    let all = *before.last().expect("a last day") as usize;
    let mut sources = Sources::new(&draws, flow, 0);
    let (mut drawn, mut facts) = (Drawn::new(false), Facts::default());
    let start = programme.settings.start.excel_serial();
    let mut deals = Vec::with_capacity(all);
    for first in (0..all).step_by(BLOCK) {
        let count = BLOCK.min(all - first);
        sources.draw_registration(&Wanted::all(first as u64, count), &mut drawn);
        sources.draw_auction(&Wanted::all(first as u64, count), &mut drawn);
        facts.read_registration(&market, &drawn, count);
        facts.read_auction(&market, &drawn, count, &[true; BLOCK]);
        let order = facts.lineup.places(0);
        for i in 0..count {
            let k = order.iter().position(|place| usize::from(*place) == i).expect("every one exists");
            let number = (first + i) as u32;
            let day = before.partition_point(|others| *others <= number) as i64 - 1;
            let originator = &members[facts.originator[i] as usize];
            let list = facts.list[i];
            let candidate = Candidate {
                list,
                level: originator.level,
                newest: facts.newest[i],
                new_account: facts.new_account[i],
                last_order: drawn.last_order[i],
            };
            let requested = rules.eligible(&candidate) && rules.propensity.hits(drawn.registers[i]);
            let granted = requested && rules.granted(drawn.conflict[i], drawn.approval[i]);
            let lapsed = !support.in_time(0.0).hits(drawn.cycle[i]) && !support.extension.hits(drawn.extension[i]);
            let treatment = match (granted, lapsed) {
                (true, false) => support.granted(rules.regime, 1.0),
                _ => Treatment::NONE,
            };
            let mut reserves = [Money::MAX; BIDDERS];
            for slot in 0..usize::from(facts.count[i]) {
                if slot > 0 && treatment.drop_out.hits(drawn.bidders(i).drop_out(slot)) {
                    continue;
                }
                let given = if slot == 0 { treatment.originator_support } else { treatment.rival_support };
                let level = members[facts.lineup.partner(slot, k) as usize].level;
                let need = Spread::new(list, market.cost_spread).share(drawn.bidders(i).need(slot));
                reserves[slot] = list.times(market.bid_share(level, given)) + need;
            }
            let ceiling = Money::round_minor(list.minor() as f64 * facts.ask[i]).min(list);
            // The longer ago, the larger the mark.
            let share = (f64::from(drawn.last_order[i]) + 0.5) / 4_294_967_296.0;
            let days = -libm::log(1.0 - share) * programme.bidding.months_between_orders * 365.0 / 12.0;
            let date = |serial: i64| Date::from_excel_serial(serial);
            deals.push(Deal {
                date: date(start + day),
                account: format!("A{:04}", number + 1),
                last_order: (!facts.new_account[i]).then(|| date((start + day - days.round() as i64).max(32_874))),
                segment: programme.segments[market.segments[usize::from(facts.segment[i])].row].name.clone(),
                list,
                partner: originator.id.clone(),
                level: programme.levels[originator.level].name.clone(),
                bidders: reserves.iter().filter(|reserve| **reserve != Money::MAX).count(),
                requested,
                granted,
                price: auction(&reserves, ceiling).map(|sale| sale.price),
            });
        }
    }
    deals
}

/// The deals as the program reads them, with the levels and segments of a programme.
pub fn log(deals: &[Deal], programme: &Programme) -> Log {
    let segments: Vec<String> = programme
        .segments
        .iter()
        .map(|segment| segment.name.clone())
        .filter(|name| deals.iter().any(|deal| deal.segment == *name))
        .collect();
    let opportunities = deals.iter().map(|deal| Opportunity {
        day: deal.date.excel_serial(),
        segment: segments.iter().position(|name| *name == deal.segment).expect("a known segment"),
        list: deal.list,
        level: programme.levels.iter().position(|level| level.name == deal.level).expect("a known level"),
        bidders: deal.bidders,
        months_since_order: deal
            .last_order
            .map(|last| (deal.date.excel_serial() - last.excel_serial()) as f64 / (365.0 / 12.0)),
        requested: deal.requested,
        granted: deal.granted,
        price: deal.price,
    });
    Log {
        opportunities: opportunities.collect(),
        accounts: deals.iter().map(|deal| &deal.account).collect::<BTreeSet<_>>().len(),
        partners: deals.iter().map(|deal| &deal.partner).collect::<BTreeSet<_>>().len(),
        segments,
    }
}

/// The deals as a workbook.
pub fn book(deals: &[Deal], language: Language) -> InputBook {
    let french = language == Language::Fr;
    let words = |text: &str| InputCell::text(text, Look::Words);
    let cell = |content, figure| InputCell { content, look: Look::value(figure, None), note: None };
    let day = |date| cell(Content::Date(date), if french { Figure::DateDayFirst } else { Figure::Date });
    let blank = || InputCell::empty(Look::Words);
    let amount = |amount: Money| cell(Content::Number(amount.to_units()), Figure::Money);
    let yes = |yes: bool| {
        words(match (yes, french) {
            (true, false) => "yes",
            (false, false) => "no",
            (true, true) => "oui",
            (false, true) => "non",
        })
    };
    let heading = |column: &partnersim::calibrate::log::LogColumn| {
        InputCell::text(column.label.lang(language), Look::Heading { number: false }).note(column.help.lang(language))
    };
    let mut rows: Vec<Vec<InputCell>> = vec![COLUMNS.iter().map(heading).collect()];
    rows.extend(deals.iter().map(|deal| {
        vec![
            day(deal.date),
            words(&deal.account),
            deal.last_order.map_or_else(blank, day),
            words(&deal.segment),
            amount(deal.list),
            words(&deal.partner),
            words(&deal.level),
            cell(Content::Number(deal.bidders as f64), Figure::Count),
            yes(deal.requested),
            yes(deal.granted),
            deal.price.map_or_else(blank, amount),
            yes(deal.price.is_some()),
        ]
    }));
    let last = rows.len() as u32 - 1;
    let sheet = InputSheet {
        name: LOG.lang(language).to_owned(),
        tab: Tab::Input,
        widths: vec![12, 10, 14, 18, 14, 15, 11, 10, 11, 10, 14, 8],
        rows,
        frozen: 1,
        frozen_columns: 0,
        table: Some(Area { name: "Log".to_owned(), heading: 0, last }),
        checks: Vec::new(),
        coloured: None,
        folds: Vec::new(),
    };
    InputBook {
        title: "Opportunity log".to_owned(),
        subject: "Simulated opportunities, to try calibrate with".to_owned(),
        created: Date { year: 2017, month: 2, day: 1 },
        sheets: vec![sheet],
        names: Vec::new(),
        pages: Vec::new(),
    }
}
