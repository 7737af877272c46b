//! The fiscal years of partners from which indicators are computed: one by one, and in columns.

use multiversion::multiversion;

use crate::model::indicators::Gauge;
use crate::units::Money;

/// The most partners whose indicators are worked out together.
pub const TOGETHER: usize = 128;

/// Declares what a year is made of once, for one partner and for several.
macro_rules! years {
    ($($(#[$doc:meta])* $field:ident: $kind:ty),* $(,)?) => {
        /// What the indicators of a partner's fiscal year are computed from.
        #[derive(Debug, Clone, Copy, PartialEq, Default)]
        pub struct PartnerYear {
            $($(#[$doc])* pub $field: $kind),*
        }

        /// The same of several partners, a column each.
        #[derive(Debug, Clone)]
        pub struct PartnerYears {
            $($(#[$doc])* pub $field: [$kind; TOGETHER]),*
        }

        impl Default for PartnerYears {
            fn default() -> PartnerYears {
                PartnerYears { $($field: [<$kind>::default(); TOGETHER]),* }
            }
        }

        impl PartnerYears {
            #[inline(always)]
            fn of(&self, at: usize) -> PartnerYear {
                PartnerYear { $($field: self.$field[at]),* }
            }

            /// Sets the year of the partner that stands at `at`.
            #[cfg(test)]
            pub fn set(&mut self, at: usize, year: &PartnerYear) {
                $(self.$field[at] = year.$field;)*
            }
        }
    };
}

years! {
    /// Share of the service ladder reached, 0 to 1.
    service_capability: f64,
    /// Purchases of the year, run-rate and quotations.
    purchases: Money,
    /// Annual purchases as entered.
    entered: Money,
    /// Run-rate purchases of the year.
    run_rate: Money,
    /// Their target.
    target: Money,
    /// Requests of the year.
    requests: i64,
    /// Granted requests whose deal was won.
    quotations_won: i64,
    /// Pre-sales spending of the year.
    presales: Money,
    /// What customers paid for the deals won.
    deal_spend: Money,
    /// Deals won.
    deals_won: i64,
}

impl PartnerYear {
    /// The value of a computed indicator; a ratio to nothing is 0.
    #[inline(always)]
    pub fn value(&self, gauge: Gauge) -> f64 {
        let over = |part: f64, whole: f64| if whole == 0.0 { 0.0 } else { part / whole };
        let ratio = |part: Money, whole: Money| over(part.minor() as f64, whole.minor() as f64);
        match gauge {
            Gauge::ServiceCapability => self.service_capability,
            Gauge::Volume => ratio(self.purchases, self.entered),
            Gauge::Target => ratio(self.run_rate, self.target),
            Gauge::Registrations => self.requests as f64,
            Gauge::Conversion => over(self.quotations_won as f64, self.requests as f64),
            Gauge::PresalesUse => ratio(self.presales, self.purchases),
            Gauge::AverageSale => over(self.deal_spend.to_units(), self.deals_won as f64),
            Gauge::Drawn(_) => 0.0,
        }
    }
}

/// The values of a computed indicator of several partners. Compiled for several processors, as [`crate::units::column`];
/// which indicator it is decides before the loop, so that only what it asks for is read.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
pub fn values(years: &PartnerYears, gauge: Gauge, values: &mut [f64]) {
    match gauge {
        Gauge::ServiceCapability => fill(years, Gauge::ServiceCapability, values),
        Gauge::Volume => fill(years, Gauge::Volume, values),
        Gauge::Target => fill(years, Gauge::Target, values),
        Gauge::Registrations => fill(years, Gauge::Registrations, values),
        Gauge::Conversion => fill(years, Gauge::Conversion, values),
        Gauge::PresalesUse => fill(years, Gauge::PresalesUse, values),
        Gauge::AverageSale => fill(years, Gauge::AverageSale, values),
        Gauge::Drawn(_) => values.fill(0.0),
    }
}

#[inline(always)]
fn fill(years: &PartnerYears, gauge: Gauge, values: &mut [f64]) {
    for (at, value) in values.iter_mut().take(TOGETHER).enumerate() {
        *value = years.of(at).value(gauge);
    }
}
