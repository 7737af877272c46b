//! The help in the language that is spoken. clap writes it in English from the description of the command line; here every
//! text of a description is said through the catalogue. Errors of usage stay clap's own.

use std::collections::BTreeSet;
use std::ffi::OsString;

use clap::builder::StyledStr;
use clap::{Arg, Command, CommandFactory, ValueEnum};

use super::{Cli, Lang};
use crate::language::{Language, in_french, spoken};
use crate::report::words::capitalised;
use crate::schema::value::text;

/// What becomes of a text.
type Reword<'a> = &'a mut dyn FnMut(&str) -> String;

/// A description in the language that is spoken.
pub(super) fn said(mut line: Command) -> Command {
    match spoken() {
        Language::En => line,
        Language::Fr => {
            // What clap adds of its own, such as --help, is there only then.
            line.build();
            reworded(line, &mut |text| in_french(text, &[]))
        }
    }
}

/// Every text of the help, in English.
pub fn texts() -> BTreeSet<String> {
    let mut texts = BTreeSet::new();
    let mut line = Cli::command();
    line.build();
    let _ = reworded(line, &mut |text| {
        texts.insert(text.to_owned());
        text.to_owned()
    });
    texts
}

/// The language that a command line asks for with `--lang`, wherever it stands: help is written before clap has read it.
pub(super) fn asked(words: impl IntoIterator<Item = OsString>) -> Language {
    let mut words = words.into_iter().map(|word| word.to_string_lossy().into_owned()).take_while(|word| word != "--");
    while let Some(word) = words.next() {
        let value = match word.strip_prefix("--lang") {
            Some("") => words.next(),
            Some(rest) => rest.strip_prefix('=').map(str::to_owned),
            None => None,
        };
        if let Some(lang) = value.and_then(|value| Lang::from_str(&value, false).ok()) {
            return lang.into();
        }
    }
    Language::En
}

fn reworded(mut line: Command, reword: Reword<'_>) -> Command {
    let mut said = |text: Option<&StyledStr>| text.map(|text| reword(&text.to_string()));
    let about = said(line.get_about());
    let long_about = said(line.get_long_about());
    let after = said(line.get_after_help());
    let long_after = said(line.get_after_long_help());
    for (text, put) in [
        (about, Command::about as fn(Command, String) -> Command),
        (long_about, Command::long_about),
        (after, Command::after_help),
        (long_after, Command::after_long_help),
    ] {
        if let Some(text) = text {
            line = put(line, text);
        }
    }
    if line.has_subcommands() {
        line = line.subcommand_help_heading(reword("Commands")).subcommand_value_name(reword("COMMAND"));
    }
    line.mut_args(|arg| reworded_argument(arg, reword)).mut_subcommands(|command| reworded(command, reword))
}

fn reworded_argument(mut arg: Arg, reword: Reword<'_>) -> Arg {
    if let Some(heading) = arg.get_help_heading().map(&mut *reword) {
        arg = arg.help_heading(heading);
    }
    let takes_value = arg.get_action().takes_values();
    if let Some(names) = arg.get_value_names().filter(|_| takes_value) {
        let names: Vec<String> = names.iter().map(|name| reword(name)).collect();
        arg = arg.value_names(names);
    }
    let Some(help) = arg.get_help().map(|help| reword(&help.to_string())) else { return arg };
    let long = arg.get_long_help().map(|help| reword(&help.to_string()));
    // What clap adds to a help in words of its own.
    let values = if takes_value { arg.get_possible_values() } else { Vec::new() };
    let defaults: Vec<String> = match takes_value {
        true => arg.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect(),
        false => Vec::new(),
    };
    let (mut short, mut full) = (help.clone(), long.unwrap_or(help));
    if !defaults.is_empty() {
        let default = format!(" [{} {}]", reword("default:"), defaults.join(", "));
        short += &default;
        full += &default;
    }
    if !values.is_empty() {
        let (listed, colon) = (reword("possible values:"), text(": ", "\u{a0}: ").said());
        let names: Vec<&str> = values.iter().map(clap::builder::PossibleValue::get_name).collect();
        short += &format!(" [{listed} {}]", names.join(", "));
        full += &format!("\n\n{}", capitalised(&listed));
        for value in &values {
            let help = value.get_help().map(|help| format!("{colon}{}", reword(&help.to_string())));
            full += &format!("\n- {}{}", value.get_name(), help.unwrap_or_default());
        }
    }
    if full != short || arg.get_long_help().is_some() {
        arg = arg.long_help(full);
    }
    arg.help(short).hide_default_value(true).hide_possible_values(true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::description;
    use crate::language::speaking;

    fn asked_by(line: &str) -> Language {
        asked(line.split(' ').map(OsString::from))
    }

    #[test]
    fn the_language_is_found_anywhere_before_the_end_of_options() {
        for line in ["--lang fr --help", "run --help --lang=fr", "run my.xlsx --lang fr"] {
            assert_eq!(asked_by(line), Language::Fr, "{line}");
        }
        for line in ["run --help", "--lang en --help", "--lang", "run -- --lang fr", "--language=fr"] {
            assert_eq!(asked_by(line), Language::En, "{line}");
        }
    }

    #[test]
    fn french_help_says_what_clap_adds_in_french_too() {
        let mut line = speaking(Language::Fr, description);
        let run = line.find_subcommand_mut("run").expect("a command").render_long_help().to_string();
        for said in [
            "Nombre de tirages, au lieu de celui du classeur",
            "\nSortie:",
            "<CLASSEUR>",
            "Valeurs possibles\u{a0}:\n          - static\u{a0}: Ils ne réagissent pas",
            "Affiche l'aide (résumée avec '-h')",
        ] {
            assert!(run.contains(said), "{said} in {run}");
        }
        let all = line.render_help().to_string();
        assert!(all.contains("\nCommandes:") && all.contains("<COMMANDE>"), "{all}");
        let points = line.find_subcommand_mut("sensitivity").expect("a command").render_help().to_string();
        assert!(points.contains("[défaut\u{a0}: 1024]") && !points.contains("[default"), "{points}");
    }

    #[test]
    fn a_french_description_reads_the_same_command_lines() {
        let line = ["partnersim", "run", "my.xlsx", "--trials", "12", "--reading", "both", "--quiet", "--lang", "fr"];
        let read = |language| {
            let matches = speaking(language, description).try_get_matches_from(line).expect("a sound line");
            format!("{:?}", <Cli as clap::FromArgMatches>::from_arg_matches(&matches).expect("arguments"))
        };
        assert_eq!(read(Language::Fr), read(Language::En));
    }
}
