//! Sorts short lists of large things by a number.
//!
//! The standard library's sort is compiled anew for every type, 3 to 5 KB each: for two dozen lists
//! that was a tenth of the package. This one sorts numbers, which is compiled once, and moves
//! the things after. Long lists of the calendar reader are still sorted in place.

/// Sorts `items` by `number`, lowest first; equal ones keep their order.
pub fn sort_by_number<T>(items: &mut Vec<T>, number: impl Fn(&T) -> i64) {
    let mut order: Vec<(i64, u32)> = (0..)
        .zip(&*items)
        .map(|(at, it)| (number(it), at))
        .collect();
    if order.is_sorted() {
        return;
    }
    order.sort_unstable();
    let mut taken: Vec<Option<T>> = items.drain(..).map(Some).collect();
    let sorted = order
        .iter()
        .filter_map(|(_, at)| taken.get_mut(*at as usize)?.take());
    items.extend(sorted);
}

#[cfg(test)]
mod tests {
    use super::sort_by_number;

    #[test]
    fn equal_ones_keep_their_order() {
        let mut items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (i64::MIN, 'd'), (1, 'e')];
        sort_by_number(&mut items, |it| it.0);
        let letters: String = items.iter().map(|it| it.1).collect();
        assert_eq!(letters, "dbeac");
    }

    #[test]
    fn the_last_first_with_the_number_turned() {
        let mut items = vec!["a", "ccc", "bb", "ddd"];
        sort_by_number(&mut items, |it| {
            -i64::try_from(it.len()).unwrap_or(i64::MAX)
        });
        assert_eq!(items, ["ccc", "ddd", "bb", "a"]);
    }
}
