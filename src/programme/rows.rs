//! The rows of a table, shared by the programmes that have not changed them.

use std::ops::{Deref, DerefMut};
use std::sync::Arc;

/// The rows of a table. A scenario is the baseline's programme with a few edits, and a study makes thousands of
/// programmes that differ in one value: copies share their rows until one of them is changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Rows<T>(Arc<Vec<T>>);

impl<T> Default for Rows<T> {
    fn default() -> Rows<T> {
        Rows(Arc::default())
    }
}

impl<T> Deref for Rows<T> {
    type Target = Vec<T>;

    fn deref(&self) -> &Vec<T> {
        &self.0
    }
}

impl<T: Clone> DerefMut for Rows<T> {
    fn deref_mut(&mut self) -> &mut Vec<T> {
        Arc::make_mut(&mut self.0)
    }
}

impl<T> From<Vec<T>> for Rows<T> {
    fn from(rows: Vec<T>) -> Rows<T> {
        Rows(Arc::new(rows))
    }
}

impl<T> FromIterator<T> for Rows<T> {
    fn from_iter<I: IntoIterator<Item = T>>(rows: I) -> Rows<T> {
        Rows(Arc::new(rows.into_iter().collect()))
    }
}

impl<'a, T> IntoIterator for &'a Rows<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> std::slice::Iter<'a, T> {
        self.0.iter()
    }
}

impl<'a, T: Clone> IntoIterator for &'a mut Rows<T> {
    type Item = &'a mut T;
    type IntoIter = std::slice::IterMut<'a, T>;

    fn into_iter(self) -> std::slice::IterMut<'a, T> {
        self.iter_mut()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_share_their_rows_until_one_is_changed() {
        let rows: Rows<u8> = vec![1, 2].into();
        let mut copy = rows.clone();
        assert!(Arc::ptr_eq(&rows.0, &copy.0));
        copy[1] = 3;
        assert_eq!((rows.as_slice(), copy.as_slice()), ([1, 2].as_slice(), [1, 3].as_slice()));
    }
}
