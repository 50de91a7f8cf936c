//! A list that grows without ever being copied: what a big calendar holds would lie in memory twice.

/// Entries of one page.
const PAGE: usize = 1 << 12;

/// A list in pages.
#[derive(Debug)]
pub(super) struct Pages<T> {
    /// All but the last are full.
    pages: Vec<Vec<T>>,
}

impl<T> Default for Pages<T> {
    fn default() -> Self {
        Self { pages: Vec::new() }
    }
}

impl<T> Pages<T> {
    pub(super) fn push(&mut self, entry: T) {
        match self.pages.last_mut().filter(|page| page.len() < PAGE) {
            Some(page) => page.push(entry),
            None => {
                // A small calendar needs no whole page.
                let mut page = Vec::with_capacity(if self.pages.is_empty() { 0 } else { PAGE });
                page.push(entry);
                self.pages.push(page);
            }
        }
    }

    pub(super) fn len(&self) -> usize {
        let full = self.pages.len().saturating_sub(1) * PAGE;
        full + self.pages.last().map_or(0, Vec::len)
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.pages.is_empty()
    }

    pub(super) fn get(&self, at: usize) -> Option<&T> {
        self.pages.get(at / PAGE)?.get(at % PAGE)
    }

    pub(super) fn get_mut(&mut self, at: usize) -> Option<&mut T> {
        self.pages.get_mut(at / PAGE)?.get_mut(at % PAGE)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &T> {
        self.pages.iter().flatten()
    }

    /// The first entry of which `is_before` says no; it must say no of all after that one.
    pub(super) fn partition_point(&self, is_before: impl Fn(&T) -> bool) -> usize {
        let begins_before = |page: &Vec<T>| page.first().is_some_and(&is_before);
        let page = self.pages.partition_point(begins_before).saturating_sub(1);
        let within = self.pages.get(page);
        page * PAGE + within.map_or(0, |page| page.partition_point(is_before))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn up_to(end: usize) -> Pages<usize> {
        let mut list = Pages::default();
        for entry in 0..end {
            list.push(entry);
        }
        list
    }

    #[test]
    fn every_entry_is_found_at_its_place() {
        for end in [0, 1, PAGE - 1, PAGE, PAGE + 1, 3 * PAGE] {
            let mut list = up_to(end);
            assert_eq!((list.len(), list.is_empty()), (end, end == 0));
            assert!(list.iter().copied().eq(0..end));
            for at in [0, end / 2, end.saturating_sub(1)] {
                assert_eq!(list.get(at).copied(), (at < end).then_some(at));
            }
            assert!(list.get(end).is_none() && list.get_mut(end).is_none());
        }
    }

    #[test]
    fn it_is_parted_where_a_plain_list_is() {
        for end in [0, 1, PAGE, PAGE + 1, 2 * PAGE + 7] {
            let list = up_to(end);
            for limit in [0, 1, PAGE - 1, PAGE, PAGE + 1, end, end + 1] {
                assert_eq!(list.partition_point(|it| *it < limit), limit.min(end));
            }
        }
    }
}
