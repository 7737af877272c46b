//! The theme of every workbook: what a spreadsheet program draws without being told a colour, such as a chart that somebody
//! adds, has the colours of scenarios too.

use std::io::Write;

use rust_xlsxwriter::Workbook;

use super::{WriteError, palette, style};

/// The colours of text and paper, dark and light, and of links: the usual ones.
const GROUND: [(&str, u32); 4] = [("dk1", 0), ("lt1", 0xFF_FFFF), ("dk2", 0x1F_3864), ("lt2", 0xE7_E6E6)];
const LINKS: [(&str, u32); 2] = [("hlink", 0x05_63C1), ("folHlink", 0x95_4F72)];
/// How many colours a theme has for series.
const ACCENTS: usize = 6;

/// Puts the theme into a workbook. The engine reads it from a file; where none can be made, its own theme stays.
pub(super) fn put(workbook: &mut Workbook) -> Result<(), WriteError> {
    let written = tempfile::Builder::new().suffix(".xml").tempfile().and_then(|mut file| {
        file.write_all(xml().as_bytes())?;
        Ok(file)
    });
    if let Ok(file) = written {
        workbook.use_custom_theme(file.path())?;
    }
    Ok(())
}

/// The theme by ECMA-376, part 1, 20.1.6.
fn xml() -> String {
    let accents = (1..=ACCENTS).map(|place| (format!("accent{place}"), palette::colour(place)));
    let ground = GROUND.map(|(name, colour)| (name.to_owned(), colour)).into_iter();
    let links = LINKS.map(|(name, colour)| (name.to_owned(), colour));
    let colours: String = ground
        .chain(accents)
        .chain(links)
        .map(|(name, colour)| format!("<a:{name}><a:srgbClr val=\"{colour:06X}\"/></a:{name}>"))
        .collect();
    let letters = format!("<a:latin typeface=\"{}\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/>", style::FONT);
    let fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
    let three = |one: &str| one.repeat(3);
    let lines = [9_525, 25_400, 38_100].map(|width| {
        format!("<a:ln w=\"{width}\" cap=\"flat\" cmpd=\"sng\" algn=\"ctr\">{fill}<a:prstDash val=\"solid\"/></a:ln>")
    });
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"partnersim\">\
         <a:themeElements><a:clrScheme name=\"partnersim\">{colours}</a:clrScheme>\
         <a:fontScheme name=\"partnersim\"><a:majorFont>{letters}</a:majorFont><a:minorFont>{letters}</a:minorFont>\
         </a:fontScheme><a:fmtScheme name=\"partnersim\"><a:fillStyleLst>{fills}</a:fillStyleLst>\
         <a:lnStyleLst>{lines}</a:lnStyleLst><a:effectStyleLst>{effects}</a:effectStyleLst>\
         <a:bgFillStyleLst>{fills}</a:bgFillStyleLst></a:fmtScheme></a:themeElements>\
         <a:objectDefaults/><a:extraClrSchemeLst/></a:theme>",
        fills = three(fill),
        lines = lines.concat(),
        effects = three("<a:effectStyle><a:effectLst/></a:effectStyle>"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn series_without_a_colour_have_those_of_scenarios() {
        let xml = xml();
        for place in 1..=ACCENTS {
            let accent = format!("<a:accent{place}><a:srgbClr val=\"{:06X}\"/>", palette::colour(place));
            assert!(xml.contains(&accent), "{accent}");
        }
    }
}
