//! Programmes about which the same is said, so that it is said once.

use crate::report::Story;
use crate::report::words::list;

/// Programmes, by place, grouped by what is said of them, in the order of the first of each group.
pub fn groups<T: PartialEq>(said: impl Iterator<Item = (usize, T)>) -> Vec<(Vec<usize>, T)> {
    let mut groups: Vec<(Vec<usize>, T)> = Vec::new();
    for (at, what) in said {
        match groups.iter_mut().find(|(_, other)| *other == what) {
            Some((group, _)) => group.push(at),
            None => groups.push((vec![at], what)),
        }
    }
    groups
}

/// The names of a group's programmes as a sentence lists them.
pub fn names(story: &Story<'_>, group: &[usize]) -> String {
    let names: Vec<&str> = group.iter().map(|at| story.summary.programmes[*at].shown()).collect();
    list(&names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_the_same_is_said_once() {
        let said = [(0, 'a'), (1, 'b'), (2, 'a')];
        assert_eq!(groups(said.into_iter()), [(vec![0, 2], 'a'), (vec![1], 'b')]);
    }
}
