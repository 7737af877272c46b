//! What stands at the end of a command's help: examples, and what a short line leaves out.

/// Of the program.
pub const FIRST: &str = "\
Examples:
  partnersim template                write deal-registration.xlsx, ready to run
  partnersim check my.xlsx           every problem at once, each with its cell
  partnersim run my.xlsx             simulate; write \"my - result.xlsx\"
  partnersim run --help              the options of a command, in full";

/// The same with the exit codes.
pub const FIRST_LONG: &str = "\
Examples:
  partnersim template                write deal-registration.xlsx, ready to run
  partnersim check my.xlsx           every problem at once, each with its cell
  partnersim run my.xlsx             simulate; write \"my - result.xlsx\"

Exit codes:
  0    done
  1    the input is refused; standard error names each cell
  2    wrong command line
  3    a conservation check failed, or a guardrail that stops a run
  4    the result could not be written
  130  stopped by Ctrl-C; an old result is as it was";

/// Of `template`.
pub const TEMPLATE: &str = "\
Examples:
  partnersim template --list
  partnersim template restructuring -o mine.xlsx --lang fr";

/// Of `run`.
pub const RUN: &str = "\
Examples:
  partnersim run my.xlsx --trials 2000 -o quick.xlsx
  partnersim run my.xlsx --scenario \"Installed base\" --json figures.json
  partnersim run my.xlsx --summary --quiet > answer.md";

/// Of `watch`.
pub const WATCH: &str = "\
Tells what became of the answer since the save before. Ctrl-C ends it.

To answer at once it plays at most 1,000 trials (or --trials N) in one reading, the static one (or --reading both), and
leaves out the ledger (or --ledger SCENARIO), what each change brings, which uncertain input decides and partners that
nothing changes for. The result says so. With --whole it plays and studies everything.

Examples:
  partnersim watch my.xlsx           in a window beside the spreadsheet program
  partnersim watch my.xlsx --trials 200 --scenario \"Installed base\"";

/// Of `sensitivity`.
pub const SENSITIVITY: &str = "\
One reading is studied: the static one, unless --reading behavioural is given or the workbook asks for it alone.

Examples:
  partnersim sensitivity my.xlsx
  partnersim sensitivity my.xlsx --measure partner_net_margin --points 4096";

/// Of `calibrate`.
pub const CALIBRATE: &str = "\
Examples:
  partnersim calibrate log.xlsx                      write \"log - calibrated.xlsx\"
  partnersim calibrate log.xlsx --base my.xlsx       with the rules and scenarios of my.xlsx";

/// Of `explain`.
pub const EXPLAIN: &str = "\
Examples:
  partnersim explain my.xlsx --scenario \"Installed base\" --measure vendor_contribution
  partnersim explain my.xlsx --scenario \"Installed base\" --trial 12 --deal 873
  partnersim explain my.xlsx --partner \"Gold 004\"";

/// Of `optimise`.
pub const OPTIMISE: &str = "\
One reading is played: where the workbook asks for both, the one in which people answer.

Examples:
  partnersim optimise my.xlsx --objective vendor_contribution:max
  partnersim optimise my.xlsx --seek win_rate=42% --lever quotation.support";

/// Of `completions`.
pub const COMPLETIONS: &str = "\
Examples:
  partnersim completions bash > ~/.local/share/bash-completion/completions/partnersim
  partnersim completions zsh > ~/.zfunc/_partnersim
  partnersim completions fish > ~/.config/fish/completions/partnersim.fish
  partnersim completions powershell >> $PROFILE";

/// Of `man`.
pub const MAN: &str = "\
Examples:
  partnersim man run | man -l -
  partnersim man -o ~/.local/share/man/man1";
