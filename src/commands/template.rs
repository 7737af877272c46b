//! `template`: an input workbook to start from.

use std::path::PathBuf;

use crate::cli::TemplateArgs;
use crate::commands::{Failure, interrupt, output, print};
use crate::language::spoken;
use crate::say;
use crate::schema::words::nearest;
use crate::sheet::write;
use crate::template::{self, TEMPLATES};

/// Writes a template, or lists them.
pub fn carry_out(args: &TemplateArgs) -> Result<(), Failure> {
    let language = spoken();
    if args.list {
        let lines: Vec<String> = TEMPLATES
            .iter()
            .map(|template| format!("{:20} {}\n", template.name, template.title.lang(language)))
            .collect();
        print(&lines.concat());
        return Ok(());
    }
    let Some(template) = TEMPLATES.iter().find(|template| template.name == args.name) else {
        let names = TEMPLATES.iter().map(|template| template.name);
        let hint = match nearest(&args.name, names.clone()) {
            Some(near) => format!("did you mean {near}?"),
            None => format!("the templates are {}", names.collect::<Vec<_>>().join(", ")),
        };
        return Err(Failure::Usage(format!("error: there is no template {}\nhint: {hint}", args.name)));
    };
    let file = args.output.clone().unwrap_or_else(|| PathBuf::from(format!("{}.xlsx", template.name)));
    interrupt::makes(&file);
    output::refuse_foreign(None, &file, args.force)?;
    let bytes = write::input::input_workbook(&template::book(template, language))
        .map_err(|error| Failure::NotWritten(format!("error: the template could not be made: {error}")))?;
    output::replace(&file, &bytes)?;
    eprintln!("{}", say!("wrote {file}", file = file.display()));
    Ok(())
}
