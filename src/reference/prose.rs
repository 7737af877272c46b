//! What the reference page says beside the program's tables: its introductions, and the columns of `Levers` and
//! `Guardrails`.

/// What stands above the families.
pub const DISTRIBUTIONS: &str = "\
A value that is not known has a distribution instead of one value. The columns `Distribution`, `Low`, `Mode` and `High`
say it: on `Parameters` of a row's key, on `Scenarios` of what a row sets (`Set to` stays the entered value), and on the
sheet `Uncertain cells` of whatever its column `Target` names: a key, a table cell such as `Segments[Servers].loyalty`, all
rows of a column, drawn as one, as `Segments[*].loyalty`, or a cell of `Partners` or `Partner groups`. A blank
Distribution, or `fixed`, leaves the value certain, and what stands beside it is a remark. Low, Mode and High are values
of the input itself: in its unit and within its range. What a distribution gives beyond that range is cut off. Words and
yes or no, settings, the number of partners of a group, and in the baseline `scenario.from_month` and `launch.backlog`
cannot be uncertain.

A distribution is written in one of three ways, in English or in French:

- **a family alone**: of `uniform`, `triangular` and `pert`, Low and High are the ends; a blank Mode of `triangular`, `pert`
  and `metalog` is the entered value; of the other families Low and High are the percentiles of `settings.low_high`.
  `exponential` and `poisson` with nothing beside them have the entered value as their mean; of `binomial`, High is the
  number of trials and the entered value the mean.
- **a family `by percentiles`** (`par centiles`): Low and High are the percentiles of `settings.low_high` for every family.
- **a family with its own parameters** in parentheses, apart by semicolons, in order or by name: `normal(8 %; 1 %)` or
  `normal(mean 8 %; sd 1 %)`. Low, Mode and High stay blank then.

";

/// What stands above the columns of `Uncertain cells`.
pub const UNCERTAIN_CELLS: &str = "\
### Uncertain cells

Its columns, headed in English or French:

";

/// What is said of the sheet `Correlations`.
pub const CORRELATIONS: &str = "
### Correlations

Rank correlations between uncertain inputs: their names down the first column and along the first row, a figure from -1
to 1 where they meet. Either triangle is enough; a blank is 0, or what the other triangle says. An input is called by its
key, its cell as `Segments[*].loyalty`, or `Scenario: key` where a scenario sets it.
";

/// What stands above everything.
pub const PREAMBLE: &str = "\
# Reference

<!-- Written by the program from its own tables; do not edit. A test says how to renew it. -->

Every value a workbook can hold. A parameter that the workbook does not mention has its default; a table that is there
replaces the default rows. Basis says how well founded a default is: a *fact* is stated by a source, *derived* is
arithmetic on facts, an *assumption* is chosen and to be discussed; on `Parameters` and in every table the columns `Basis`
and `Source` say it of a row. A value may also stand in any cell of any sheet, under a name that is defined for the whole
workbook: its key with underscores for the dots (`quotation_support`), or table, row and column (`Levels_Gold_threshold`);
`partnersim bind` lists what was found so. A percentage is entered as 8 % or 0.08. The equations
stand in [model.md](model.md), the errors in [errors.md](errors.md).

";

/// What stands above the columns of `Levers`.
pub const LEVERS_ABOUT: &str = "\
The sheet `Levers`: a row a value that `optimise` may turn, at most 20. Yes or no and choices leave the other columns blank:
every value is tried.
";

/// The columns of `Levers`: key, what is allowed, what it does.
pub const LEVERS_COLUMNS: &[[&str; 3]] = &[
    ["Key", "as in scenarios", "What it turns: a parameter, or cells such as `Levels[Gold].base_discount`."],
    ["Min", "within the value's own range", "The least value."],
    ["Max", "above Min", "The greatest value."],
    ["Step", "above 0, at most 1,000 values", "From one value to the next, from Min as far as Max."],
];

/// What stands above the columns of `Guardrails`.
pub const GUARDRAILS_ABOUT: &str = "\
The sheet `Guardrails`: a row a limit that scenarios must keep, at most 50. Only Measure, Operator and Limit must be filled.
";

/// The columns of `Guardrails`, in the same way.
pub const GUARDRAILS_COLUMNS: &[[&str; 3]] = &[
    ["Measure", "an id", "What is limited."],
    [
        "Statistic",
        "mean, p05, p25, p50, p75, p95, probability",
        "Of its distribution; probability: of being better than the baseline. Blank: mean.",
    ],
    ["Of", "value, difference", "Of the value, or of the difference with the baseline. Blank: value."],
    ["Operator", ">=, <=, >, <", "How the statistic must stand to the limit."],
    ["Limit", "in the measure's unit", "The limit; a percentage as 8 % or 0.08."],
    [
        "Scope",
        "Level[...], Segment[...], Business[...], Year[...], partners",
        "The rows whose means must keep the limit, * for each; partners: the change of partner_net_margin of each. Blank: the total.",
    ],
    ["Allowed", "a number, or a share below 1", "How many of the rows may miss it. Blank: none."],
    ["Scenario", "a scenario, or Baseline", "Whom it concerns. Blank: every scenario."],
    ["Stop", "yes or no", "Whether `run` exits with 3 if it is missed. Blank: no."],
    ["Why", "words", "Why; it is shown with the verdict."],
];

/// What stands above the columns of a log.
pub const LOG_ABOUT: &str = "\
What `calibrate` reads: the sheet `Log` (`Journal`) of a workbook, a row an opportunity, headed in English or French.
`samples/opportunity-log.xlsx` is one.

";
