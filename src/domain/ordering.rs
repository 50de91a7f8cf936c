//! Sorts lists of things without a sort of their own.
//!
//! The standard library's sort is compiled anew for every type, 3 to 5 KB each: for two dozen lists
//! that was a tenth of the package. These sort places in the list, which is compiled once, and move
//! the things after. The long lists of the calendar reader are still sorted in place.

use std::cmp::Ordering;

/// Sorts `items` by `number`, lowest first; equal ones keep their order.
pub fn sort_by_number<T>(items: &mut Vec<T>, number: impl Fn(&T) -> i64) {
    let numbers: Vec<i64> = items.iter().map(number).collect();
    if numbers.is_sorted() {
        return;
    }
    rearrange(
        items,
        &order(numbers.len(), &|one, other| {
            numbers.get(one).cmp(&numbers.get(other))
        }),
    );
}

/// Sorts `items` by a comparison; equal ones keep their order.
pub fn sort_by<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let order = order(
        items.len(),
        &|one, other| match (items.get(one), items.get(other)) {
            (Some(one), Some(other)) => compare(one, other),
            _ => Ordering::Equal,
        },
    );
    rearrange(items, &order);
}

/// Sorts numbers, lowest first.
pub fn sort_numbers(numbers: &mut [i64]) {
    numbers.sort_unstable();
}

/// The places of `count` things, in their order.
fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..).take(count).collect();
    order.sort_unstable_by(|one, other| {
        compare(*one as usize, *other as usize).then_with(|| one.cmp(other))
    });
    order
}

fn rearrange<T>(items: &mut Vec<T>, order: &[u32]) {
    if order.is_sorted() {
        return;
    }
    let mut taken: Vec<Option<T>> = items.drain(..).map(Some).collect();
    let sorted = order
        .iter()
        .filter_map(|at| taken.get_mut(*at as usize)?.take());
    items.extend(sorted);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_ones_keep_their_order() {
        let mut items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (i64::MIN, 'd'), (1, 'e')];
        sort_by_number(&mut items, |it| it.0);
        let letters: String = items.iter().map(|it| it.1).collect();
        assert_eq!(letters, "dbeac");
        sort_by(&mut items, |one, other| other.0.cmp(&one.0));
        let letters: String = items.iter().map(|it| it.1).collect();
        assert_eq!(letters, "acbed");
    }

    #[test]
    fn the_last_first_with_the_number_turned() {
        let mut items = vec!["a", "ccc", "bb", "ddd"];
        sort_by_number(&mut items, |it| {
            -i64::try_from(it.len()).unwrap_or(i64::MAX)
        });
        assert_eq!(items, ["ccc", "ddd", "bb", "a"]);
    }

    #[test]
    fn every_list_is_sorted_as_the_standard_library_sorts_it() {
        let mut state = 7_u64;
        for len in 0..200 {
            let mut numbers: Vec<i64> = Vec::new();
            for _ in 0..len {
                state = state
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1);
                numbers.push((state >> 58).cast_signed());
            }
            let mut expected: Vec<(i64, usize)> = numbers.iter().copied().zip(0..).collect();
            let mut found = expected.clone();
            let mut compared = expected.clone();
            expected.sort_by_key(|it| it.0);
            sort_by_number(&mut found, |it| it.0);
            assert_eq!(found, expected);
            sort_by(&mut compared, |one, other| one.0.cmp(&other.0));
            assert_eq!(compared, expected);
        }
    }
}
