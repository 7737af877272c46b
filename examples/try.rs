use partnersim::*;
fn main() {
    let trials: usize = std::env::args().nth(1).map(|x| x.parse().unwrap()).unwrap_or(1000);
    let base = schema::defaults();
    let mut none = base.clone();
    none.registration.regime = programme::Regime::None;
    let mut open = base.clone();
    open.registration.regime = programme::Regime::Open;
    open.registration.installed_base = true;
    let mut ext = base.clone();
    ext.registration.installed_base = true;
    ext.launch.backlog = 188.0;
    let mut less = ext.clone();
    less.quotation.support = units::Rate::per_mille(60);
    let plans = plan::Plans::new(&base, &[&none, &open, &ext, &less]);
    let t = std::time::Instant::now();
    let r = sim::run::run(&plans, 2017, trials, &|_| {}).unwrap();
    println!("{:?}", t.elapsed());
    use outcome::Field::*;
    for p in 0..5 {
        let m = |f: outcome::Field| (0..trials).map(|t| r.total(t, p)[f] as f64).sum::<f64>() / trials as f64;
        let deal_spend = (m(CustomerSpend) - m(RunRateSpend)) / 100.;
        let rr_margin = m(RunRateSpend) * 0.03;
        println!(
            "{p} opps {:.1} req {:.1} gr {:.1} won {:.1} dw {:.1} rate {:.4} fm {:.0} dealfm {:.4} rent {:.0} ps {:.0} wasted {:.0} nr {:.0} gp {:.0} sup {:.0} dead {:.0} early {:.1} worse {:.1} gm {:.4} wait {:.4}",
            m(Opportunities),
            m(Requests),
            m(Granted),
            m(QuotationsWon),
            m(DealsWon),
            m(DealsWon) / m(Opportunities),
            m(FrontMargin) / 100.,
            (m(FrontMargin) - rr_margin) / 100. / deal_spend,
            m(Rent) / 100.,
            m(Presales) / 100.,
            m(PresalesWasted) / 100.,
            m(NetRevenue) / 100.,
            m(GrossProfit) / 100.,
            m(SupportCost) / 100.,
            m(Deadweight) / 100.,
            m(EarlyRequests),
            m(WorseOff),
            m(GrossProfit) / m(NetRevenue),
            m(WaitedMicroDays) / 1e6 / m(Requests)
        );
    }
}
