//! Steps that float between the heights they join.

/// A step from one height to another, as the parts of a stacked bar.
#[derive(Debug, PartialEq)]
pub struct Step {
    /// What it is called.
    pub name: String,
    /// From the one height to the other.
    pub amount: f64,
    /// What is not drawn: from 0 to the nearer end.
    pub base: f64,
    /// The bar of what is saved.
    pub saved: f64,
    /// The bar of what is spent.
    pub spent: f64,
    /// The part of what is spent that lies below 0.
    pub spent_below: f64,
    /// The bar of what is left.
    pub left: f64,
}

/// The steps from nothing over gains and costs, the largest gain first, to what is left. Costs are entered below 0.
pub fn waterfall(mut gains: Vec<(String, f64)>, costs: Vec<(String, f64)>, left: &str) -> Vec<Step> {
    gains.sort_by(|a, b| b.1.total_cmp(&a.1));
    let mut height = 0.0;
    let mut steps: Vec<Step> = gains
        .into_iter()
        .chain(costs)
        .map(|(name, amount)| {
            let (low, high) = if amount < 0.0 { (height + amount, height) } else { (height, height + amount) };
            height += amount;
            let (above, below) = (f64::max(high, 0.0) - f64::max(low, 0.0), f64::min(low, 0.0) - f64::min(high, 0.0));
            let base = if low >= 0.0 { low } else { high.min(0.0) };
            let (saved, spent) = if amount < 0.0 { (0.0, above) } else { (above, 0.0) };
            Step { name, amount, base, saved, spent, spent_below: below, left: 0.0 }
        })
        .collect();
    steps.push(Step {
        name: left.to_owned(),
        amount: height,
        base: 0.0,
        saved: 0.0,
        spent: 0.0,
        spent_below: 0.0,
        left: height,
    });
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(amounts: &[f64]) -> Vec<(String, f64)> {
        amounts.iter().map(|amount| (amount.to_string(), *amount)).collect()
    }

    fn drawn(step: &Step) -> [f64; 5] {
        [step.base, step.saved, step.spent, step.spent_below, step.left]
    }

    #[test]
    fn steps_float_between_the_heights_they_join() {
        // 40 and 60 are saved, 30 and 90 spent: 60, 100, 70, -20. The last cost crosses zero.
        let steps = waterfall(named(&[40.0, 60.0]), named(&[-30.0, -90.0]), "Cash");
        assert_eq!(steps.iter().map(|step| step.amount).collect::<Vec<_>>(), [60.0, 40.0, -30.0, -90.0, -20.0]);
        assert_eq!(drawn(&steps[0]), [0.0, 60.0, 0.0, 0.0, 0.0]);
        assert_eq!(drawn(&steps[1]), [60.0, 40.0, 0.0, 0.0, 0.0]);
        assert_eq!(drawn(&steps[2]), [70.0, 0.0, 30.0, 0.0, 0.0]);
        assert_eq!(drawn(&steps[3]), [0.0, 0.0, 70.0, -20.0, 0.0]);
        assert_eq!(drawn(&steps[4]), [0.0, 0.0, 0.0, 0.0, -20.0]);
    }

    #[test]
    fn what_costs_below_zero_hangs_there() {
        // 10 saved, 30 and 5 spent: 10, -20, -25.
        let steps = waterfall(named(&[10.0]), named(&[-30.0, -5.0]), "Cash");
        assert_eq!(drawn(&steps[1]), [0.0, 0.0, 10.0, -20.0, 0.0]);
        assert_eq!(drawn(&steps[2]), [-20.0, 0.0, 0.0, -5.0, 0.0]);
    }
}
