//! Where an interview enters the lists of sentences, so that two employers seldom read the same.

use jiff::Timestamp;

/// Places at which interviews enter the lists of sentences: those for which it is measured that the
/// notes of a panel of eight stay different (`tests/note_corpus.rs`).
pub const ENTRIES: [u32; 3] = [0, 3, 4];

/// Where the notes of an interview that ended then enter the lists: other hours and other days,
/// other sentences.
#[must_use]
pub fn entry(end: Timestamp) -> u32 {
    let hours = end.as_second().div_euclid(3600);
    // By one more than the hours of a day, so that the same hour of the next day is another place.
    let turn = (hours + hours.div_euclid(24)).rem_euclid(3);
    let turn = usize::try_from(turn).unwrap_or(0);
    ENTRIES.get(turn).copied().unwrap_or(0)
}

/// The place of one person: the people of a panel of eight share the first eight among them.
pub(super) const fn place(start: u32, position: u32) -> u32 {
    if position < 8 {
        start.wrapping_add(position) % 8
    } else {
        position
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn interviews_of_one_day_and_of_the_next_begin_differently() {
        let at = |hours: i64| entry(Timestamp::from_second(hours * 3600).unwrap());
        assert_eq!([0, 1, 2, 3].map(at), [0, 3, 4, 0]);
        assert_eq!([24, 48, -1].map(at), [3, 4, 3]);
    }

    #[test]
    fn the_people_of_a_panel_take_eight_places_wherever_they_begin() {
        for start in ENTRIES {
            let mut places: Vec<u32> = (0..8).map(|it| place(start, it)).collect();
            places.sort_unstable();
            assert_eq!(places, (0..8).collect::<Vec<_>>());
            assert_eq!(place(start, 8), 8);
        }
    }
}
