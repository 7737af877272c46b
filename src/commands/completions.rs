//! `completions` and `man`: what shells and manuals know of the commands, made from the command line's own description.

use std::path::Path;

use crate::cli::{CompletionsArgs, ManArgs, description, manual};
use crate::commands::{Failure, output, print};
use crate::say;
use crate::schema::words::nearest;

/// The program's name, as shells know it.
const PROGRAM: &str = "partnersim";

/// Prints a shell's completions.
pub fn completions(args: &CompletionsArgs) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut description(), PROGRAM, &mut script);
    print(&String::from_utf8_lossy(&script));
    Ok(())
}

/// Prints a manual page, or writes all of them.
pub fn man(args: &ManArgs) -> Result<(), Failure> {
    let pages = pages()?;
    if let Some(folder) = &args.output {
        return write(folder, &pages);
    }
    let wanted = args.command.as_ref().map_or_else(|| PROGRAM.to_owned(), |command| format!("{PROGRAM}-{command}"));
    match pages.iter().find(|page| page.name == wanted) {
        Some(page) => {
            print(&page.text);
            Ok(())
        }
        None => {
            let commands = pages.iter().filter_map(|page| page.name.strip_prefix("partnersim-"));
            let command = args.command.as_deref().unwrap_or_default();
            let hint = match nearest(command, commands.clone()) {
                Some(near) => say!("did you mean {near}?", near),
                None => say!("the commands are {names}", names = commands.collect::<Vec<_>>().join(", ")),
            };
            let said = say!("there is no command {command}", command);
            Err(Failure::Usage(format!("error: {said}\nhint: {hint}")))
        }
    }
}

/// A page of section 1.
struct Page {
    /// Its name: the program's, or that and the command's joined by a hyphen.
    name: String,
    /// In roff.
    text: String,
}

/// The pages of the program and of each command.
fn pages() -> Result<Vec<Page>, Failure> {
    let mut program = manual();
    program.build();
    let commands: Vec<_> = std::iter::once(&program).chain(program.get_subcommands()).cloned().collect();
    commands
        .into_iter()
        .map(|command| {
            let name = command.get_display_name().unwrap_or(PROGRAM).to_owned();
            let mut text = Vec::new();
            let made = clap_mangen::Man::new(command).manual("partnersim").render(&mut text);
            made.map_err(|error| Failure::NotWritten(format!("error: {name}.1: {error}")))?;
            Ok(Page { name, text: String::from_utf8_lossy(&text).into_owned() })
        })
        .collect()
}

/// Writes pages into a folder, which is made if it is not there.
fn write(folder: &Path, pages: &[Page]) -> Result<(), Failure> {
    std::fs::create_dir_all(folder).map_err(|error| {
        let said = say!("the folder {folder} cannot be made: {error}", folder = folder.display(), error);
        Failure::NotWritten(format!("error: {said}"))
    })?;
    for page in pages {
        output::replace(&folder.join(format!("{}.1", page.name)), page.text.as_bytes())?;
    }
    eprintln!("{}", say!("wrote {number} pages into {folder}", number = pages.len(), folder = folder.display()));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The commands of the program.
    fn commands() -> Vec<String> {
        description().get_subcommands().map(|command| command.get_name().to_owned()).collect()
    }

    #[test]
    fn every_shell_completes_every_command_and_the_options_of_run() {
        use clap_complete::Shell::{Bash, Elvish, Fish, PowerShell, Zsh};
        for shell in [Bash, Elvish, Fish, PowerShell, Zsh] {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut description(), PROGRAM, &mut script);
            let script = String::from_utf8(script).expect("text");
            for name in commands().iter().map(String::as_str).chain(["trials", "summary", "threads"]) {
                assert!(script.contains(name), "{shell}: {name} is missing");
            }
        }
    }

    #[test]
    fn there_is_a_page_for_the_program_and_for_every_command() {
        let pages = pages().expect("pages");
        let names: Vec<&str> = pages.iter().map(|page| page.name.as_str()).collect();
        let wanted: Vec<String> = commands().iter().map(|command| format!("{PROGRAM}-{command}")).collect();
        assert_eq!(names, [vec![PROGRAM], wanted.iter().map(String::as_str).collect()].concat());
        for page in &pages {
            assert!(page.text.contains(".SH SYNOPSIS"), "{}", page.name);
        }
        let main = &pages[0].text;
        assert!(wanted.iter().all(|name| main.contains(&name.replace('-', "\\-"))), "{main}");
        let run = &pages.iter().find(|page| page.name == "partnersim-run").expect("a page").text;
        assert!(run.contains("\\-\\-trials") && run.contains("Examples:"), "{run}");
    }
}
