//! `template`: an input workbook to start from.

use std::path::PathBuf;

use crate::cli::TemplateArgs;
use crate::commands::{Failure, error as failed, error_with_hint, interrupt, output, print};
use crate::language::spoken;
use crate::say;
use crate::schema::words::nearest;
use crate::sheet::write;
use crate::template::{self, TEMPLATES};

/// Writes a template, or lists them.
pub fn carry_out(args: &TemplateArgs) -> Result<(), Failure> {
    let language = spoken();
    if args.list {
        let widest = TEMPLATES.iter().map(|template| template.name.len()).max().unwrap_or(0);
        let line = |name: &str, title: &str| format!("{name:widest$}  {title}\n");
        let lines: Vec<String> =
            TEMPLATES.iter().map(|template| line(template.name, template.title.lang(language))).collect();
        print(&lines.concat());
        return Ok(());
    }
    let Some(template) = TEMPLATES.iter().find(|template| template.name == args.name) else {
        let names = TEMPLATES.iter().map(|template| template.name);
        let hint = match nearest(&args.name, names.clone()) {
            Some(near) => say!("did you mean {near}?", near),
            None => say!("the templates are {names}", names = names.collect::<Vec<_>>().join(", ")),
        };
        return Err(Failure::Usage(error_with_hint(say!("there is no template {name}", name = args.name), hint)));
    };
    let file = args.output.clone().unwrap_or_else(|| PathBuf::from(format!("{}.xlsx", template.name)));
    interrupt::makes(&file);
    output::refuse_places(&[], (&file, args.force), &[])?;
    let bytes = write::input::input_workbook(&template::book(template, language))
        .map_err(|error| Failure::NotWritten(failed(say!("the template could not be made: {error}", error))))?;
    output::replace(&file, &bytes)?;
    eprintln!("{}", say!("wrote {file}", file = file.display()));
    Ok(())
}
