//! The fields of a tally, declared once.

macro_rules! fields {
    (partners { $($(#[$partner_doc:meta])* $partner:ident),* $(,)? }
     last of partners { $(#[$last_partner_doc:meta])* $last_partner:ident }
     contracts { $($(#[$contract_doc:meta])* $contract:ident),* $(,)? }
     last of contracts { $(#[$last_contract_doc:meta])* $last_contract:ident }
     deals { $($(#[$doc:meta])* $name:ident),* $(,)? }
     last of deals { $(#[$last_doc:meta])* $last:ident }
     others { $($(#[$rest_doc:meta])* $rest:ident),* $(,)? }) => {
        /// What is added up, in cents or in pieces, by whoever the comment names.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Field {
            $($(#[$partner_doc])* $partner,)*
            $(#[$last_partner_doc])* $last_partner,
            $($(#[$contract_doc])* $contract,)*
            $(#[$last_contract_doc])* $last_contract,
            $($(#[$doc])* $name,)*
            $(#[$last_doc])* $last,
            $($(#[$rest_doc])* $rest),*
        }

        impl Field {
            /// All fields, in the order of a tally.
            pub const ALL: &'static [Field] = &[
                $(Field::$partner,)* Field::$last_partner,
                $(Field::$contract,)* Field::$last_contract,
                $(Field::$name,)* Field::$last,
                $(Field::$rest),*
            ];
            /// The last of the fields of deals that are also added up by partner.
            pub const LAST_OF_PARTNERS: Field = Field::$last_partner;
            /// The last of the fields that contracts add to by partner beside them.
            pub const LAST_OF_CONTRACTS: Field = Field::$last_contract;
            /// The last of the fields that deals add to.
            pub const LAST_OF_DEALS: Field = Field::$last;
        }
    };
}

// The fields of `partners` make one line of memory: a trial touches that of a partner at every deal, in every plan.
fields! {
    partners {
        /// What customers pay the winner; for a contract, as it is recognised.
        CustomerSpend,
        /// Winner's price less its purchase price.
        FrontMargin,
        /// Deals won, by the winner.
        DealsWon,
        /// What a bidder spent before the sale.
        Presales,
        /// Won deals of granted requests, by the winner.
        QuotationsWon,
        /// Opportunities, by the originator.
        Opportunities,
        /// Requests, by the originator.
        Requests,
    }
    last of partners {
        /// Granted requests, by the originator.
        Granted
    }
    contracts {
        /// The part of customer spend that is recognised of contracts.
        ContractSpend,
        /// The part of the front margin that is recognised of contracts.
        ContractMargin,
        /// What the winner will pay for them over the term.
        ContractPurchases,
        /// Price at which those deals were won.
        ContractPrice,
    }
    last of contracts {
        /// Margin that the same deals would have brought outright.
        OutrightMargin
    }
    deals {
        /// What the distributor of the winner keeps.
        DistributorMargin,
        /// Vendor's revenue from the winner's purchase.
        NetRevenue,
        /// That revenue less cost of goods.
        GrossProfit,
        /// Winner's price less its reserve.
        Rent,
        /// List value of won deals.
        ListWon,
        /// What those who won their deal spent on it before the sale.
        WinnersPresales,
        /// Support paid to the winner.
        SupportCost,
        /// Support paid on deals that would have been won without it.
        Deadweight,
        /// On those deals, what the customer paid less because of it.
        PriceCut,
        /// Vendor's gross profit of won deals with support.
        SupportedProfit,
        /// What that profit is less than without the support, at the same deals.
        SupportedLoss,
        /// Price of won deals if no deal had support.
        PriceWithout,
        /// List value of won deals if no deal had support.
        ListWithout,
        /// Requests in the first 13 days of the programme's own rules, by the originator.
        EarlyRequests,
        /// Won deals that became pay-per-use contracts.
        Contracts,
        /// Value of those contracts over their first term.
        ContractValue,
        /// Present value of the winner's margin on them.
        ContractWorth,
    }
    last of deals {
        /// Margin paid ahead of its recognition, less what was paid ahead before.
        MarginAdvanced
    }
    others {
        /// The part of customer spend outside deals.
        RunRateSpend,
        /// The part of the front margin outside deals.
        RunRateMargin,
        /// The part of customer spend that pays for services.
        ServiceSpend,
        /// Back-end rebates, by whoever earns them.
        Rebates,
        /// Payouts of the compensation tracks, by whoever earns them.
        TrackPayouts,
        /// Rebates that the old model would have paid where tracks pay.
        LegacyRebates,
        /// What partners spend to be in their track.
        TrackCosts,
        /// Partners' gain of longer payment terms at their own cost of money.
        TermsGain,
        /// Vendor's cost of them at its own.
        TermsCapital,
        /// Expected loss on the longer credit.
        CreditLoss,
        /// Money that longer terms leave with partners, once.
        ReceivableShift,
        /// Discounts for paying early.
        EarlyDiscounts,
        /// What paying early costs partners in money.
        EarlyPartnerCapital,
        /// What being paid early spares the vendor.
        EarlyVendorCapital,
        /// Partners' gain of deferred payments.
        FinancingGain,
        /// Vendor's cost of them.
        FinancingCost,
        /// Kick-backs on services sold.
        Kickbacks,
        /// Vendor's cost of the services sold.
        ServiceGoods,
        /// The vendor's part of training.
        TrainingVendor,
        /// The partners' part of training.
        TrainingPartner,
        /// Fees for tickets that partners take.
        TicketFees,
        /// What those tickets cost the partners.
        TicketCosts,
        /// Cost of the vendor's own field force.
        FieldCost,
        /// Price of subcontracted tickets.
        SubcontractCost,
        /// Tickets.
        Tickets,
        /// Tickets that partners take.
        TicketsPartner,
        /// Tickets that the field force takes.
        TicketsInHouse,
        /// Tickets that subcontractors take.
        TicketsSubcontracted,
        /// Tickets that partners hand back.
        TicketsHandedBack,
        /// Tickets that wait because nobody else may take them.
        TicketsLate,
        /// Tickets that found the field force busy.
        TicketsOverflow,
        /// Partners that may sell services; counted once.
        ServiceEligible,
        /// Purchases that partners added to reach a threshold.
        StretchPurchases,
        /// What adding them cost those partners.
        StretchCosts,
        /// Partners at a level after the last evaluation; counted once.
        Held,
        /// Partners that rose at a year's end.
        Promoted,
        /// Partners that fell at a year's end.
        Demoted,
        /// Partners that would have fallen but for a suspension.
        Saved,
        /// Partners that held a level through a suspended year whose threshold they missed.
        FreeRiders,
        /// Back-end paid to those.
        FreeRiderRebates,
        /// What the vendor would pay a year more if the partners near a threshold at a year's end crossed it.
        CliffCost,
        /// Gross savings.
        SavingsGross,
        /// The part of them that lines of the kind jobs bring.
        SavingsFromJobs,
        /// The part of them that is spent again.
        SavingsReinvested,
        /// One-off cost of the savings.
        SavingsOneOff,
        /// What gross savings run at, a year, at the end of the horizon.
        SavingsExitRunRate,
        /// Month in which the savings have paid for themselves.
        PaybackMonth,
        /// Cost of the desk; belongs to nobody.
        DeskCost,
        /// Thousandths of a minute worked at the desk; belongs to nobody.
        DeskWork,
        /// Thousandths of a minute the desk can work; belongs to nobody.
        DeskCapacity,
        /// Millionths of a working day that requests waited; belongs to nobody.
        WaitedMicroDays,
        /// Partners whose net margin is below the baseline's; belongs to nobody.
        WorseOff,
    }
}
