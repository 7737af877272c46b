//! How wide a text is and where it breaks, so that rows are high enough before any spreadsheet program has seen them.

/// The letters a text is set in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Face {
    /// Size in points.
    pub size: u32,
    /// Whether it is bold.
    pub bold: bool,
}

/// Advance widths of the printable ASCII letters of Arial (and of the fonts that replace it), in thousandths of its
/// size.
#[rustfmt::skip]
const ADVANCE: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
/// Bold letters are this much wider.
const BOLD: f64 = 1.08;
/// Spreadsheet programs fit letters to the pixels of the screen; a line may come out this much wider than in print.
const SLACK: f64 = 1.05;
/// Pixels a point, at the 96 pixels an inch that spreadsheets count in.
const PIXELS_A_POINT: f64 = 96.0 / 72.0;

/// The width of a text on one line, in pixels.
pub(super) fn width(text: &str, face: Face) -> f64 {
    let thousandths: u32 = text.chars().map(|letter| u32::from(advance(letter))).sum();
    let bold = if face.bold { BOLD } else { 1.0 };
    f64::from(thousandths) / 1000.0 * f64::from(face.size) * PIXELS_A_POINT * bold * SLACK
}

fn advance(letter: char) -> u16 {
    let place = (letter as usize).wrapping_sub(' ' as usize);
    match ADVANCE.get(place) {
        Some(width) => *width,
        None if letter.is_control() => 0,
        // The no-break space of French.
        None if letter == '\u{a0}' => 278,
        None if letter.is_uppercase() => 778,
        // Ideographs, arrows and the like fill a whole square.
        None if (letter as u32) > 0x2100 => 1000,
        None => 584,
    }
}

/// The widest word of a text, in pixels: the least width in which it need not be broken within a word.
pub(super) fn widest_word(text: &str, face: Face) -> f64 {
    text.split_whitespace().map(|word| width(word, face)).fold(0.0, f64::max)
}

/// How many lines a text takes in a width of so many pixels.
pub(super) fn line_count(text: &str, face: Face, pixels: u32) -> u32 {
    // Nearly every cell of words is a name with room to spare; sums of its letters are rounded by less than a pixel.
    let has_room = !text.contains('\n') && width(text, face) + 1.0 < f64::from(pixels);
    if has_room { 1 } else { lines(text, face, pixels).len() as u32 }
}

/// The lines that a text takes in a width of so many pixels; at least one.
pub(super) fn lines(text: &str, face: Face, pixels: u32) -> Vec<String> {
    let room = f64::from(pixels.max(1));
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        let mut used = 0.0;
        for word in paragraph.split_inclusive(' ') {
            // The blank after a word may hang over the edge.
            if used > 0.0 && used + width(word.trim_end(), face) > room {
                lines.push(std::mem::take(&mut line).trim_end().to_string());
                used = 0.0;
            }
            for letter in word.chars() {
                let wide = width(letter.encode_utf8(&mut [0; 4]), face);
                if used > 0.0 && letter != ' ' && used + wide > room {
                    lines.push(std::mem::take(&mut line));
                    used = 0.0;
                }
                line.push(letter);
                used += wide;
            }
        }
        lines.push(line.trim_end().to_string());
    }
    if lines.is_empty() {
        lines.push(String::new());
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: Face = Face { size: 10, bold: false };

    #[test]
    fn lines_break_between_words_and_lose_none() {
        let text = "The Gold rebate pays for itself in every year but the first, when fewer partners reach the level.";
        let broken = lines(text, BODY, 200);
        assert!(broken.len() > 2);
        assert_eq!(broken.join(" "), text);
        assert!(broken.iter().all(|line| width(line, BODY) <= 200.0), "{broken:?}");
    }

    #[test]
    fn a_word_wider_than_the_room_is_broken() {
        let broken = lines(&"0123456789abcdef".repeat(4), BODY, 100);
        assert!(broken.len() >= 4);
        assert!(broken.iter().all(|line| width(line, BODY) <= 100.0));
    }

    #[test]
    fn line_ends_are_kept_and_nothing_is_one_line() {
        assert_eq!(lines("a\n\nb", BODY, 100), ["a", "", "b"]);
        assert_eq!(lines("", BODY, 100), [""]);
    }
}
