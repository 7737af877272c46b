//! How words typed by people are compared: headings, keys, choices, names.

/// A word without case, accents, and the difference between spaces, hyphens and underscores.
pub fn folded(word: &str) -> String {
    letters(word).collect()
}

/// Whether two words are the same but for what [`folded`] leaves out.
pub fn alike(one: &str, other: &str) -> bool {
    letters(one).eq(letters(other))
}

/// The letters of a word that tell it from others.
fn letters(word: &str) -> impl Iterator<Item = char> {
    let mut last = None;
    word.trim().chars().flat_map(char::to_lowercase).map(plain).filter(move |letter| {
        let again = *letter == ' ' && last == Some(' ');
        last = Some(*letter);
        !again
    })
}

/// A small letter without its accent; a space for what stands between words.
fn plain(letter: char) -> char {
    match letter {
        'à' | 'â' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' | 'ö' => 'o',
        'ù' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        '’' => '\'',
        '_' | '-' | '\u{a0}' | '\u{202f}' | '\t' | '\n' | '\r' => ' ',
        other => other,
    }
}

/// The candidate that a word is probably a slip for: near enough that it cannot be chance.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = folded(word);
    candidates
        .into_iter()
        .map(|candidate| (strsim::normalized_damerau_levenshtein(&wanted, &folded(candidate)), candidate))
        .filter(|(likeness, _)| *likeness >= 0.7)
        // The first of equals, so that the suggestion does not depend on how many candidates follow.
        .fold(None, |best: Option<(f64, &str)>, next| match best {
            Some(kept) if kept.0 >= next.0 => Some(kept),
            _ => Some(next),
        })
        .map(|(_, candidate)| candidate)
}

/// The candidate that a word misses by one or two letters, its first two being right: nearer than [`nearest`], for words
/// of which most are not meant for the program.
pub fn slip<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let near = |candidate: &&str| {
        candidate.len().abs_diff(word.len()) <= 2
            && candidate.bytes().take(2).eq(word.bytes().take(2))
            && strsim::damerau_levenshtein(word, candidate) <= 2
    };
    candidates.into_iter().find(near)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared_without_case_accents_and_separators() {
        assert_eq!(folded(" Remise_de  Base "), "remise de base");
        assert_eq!(folded("Paramètres"), folded("parametres"));
        assert!(alike("Remise__de base", "remise-de Base") && !alike("remise de", "remise de base"));
    }

    #[test]
    fn a_slip_misses_by_two_letters_at_most() {
        let keys = ["quotation_support", "desk_reviewers"];
        assert_eq!(slip("quotation_suport", keys), Some("quotation_support"));
        assert_eq!(slip("quotaiton_supports", keys), Some("quotation_support"));
        assert_eq!(slip("quotation_support_old", keys), None);
        assert_eq!(slip("task_reviewers", keys), None);
    }

    #[test]
    fn only_a_near_word_is_suggested() {
        let keys = ["quotation.support", "quotation.open_support", "desk.reviewers"];
        assert_eq!(nearest("quotation.suport", keys), Some("quotation.support"));
        assert_eq!(nearest("desk.reviewer", keys), Some("desk.reviewers"));
        assert_eq!(nearest("colour", keys), None);
    }
}
