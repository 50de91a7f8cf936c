//! What Exchange calls an event (`iCalUId`) as other calendars call it, so that an event that came
//! from elsewhere, and each occurrence of a series, is known again. After MS-OXOCAL, 2.2.1.27, and
//! MS-OXCICAL, 2.1.3.1.1.20.26.

/// The first sixteen bytes of every such id.
const CLASS: &str = "040000008200E00074C5B7101A82E008";
/// The day of an occurrence: four bytes, zero for the series.
const DAY: std::ops::Range<usize> = 32..40;
/// What is left to say begins after day, time of making, and size.
const DATA: usize = 80;
/// `vCal-Uid` and a one: the id of a calendar that is not Exchange's follows.
const FOREIGN: &str = "7643616C2D55696401000000";

/// The id of a series, out of that of any of its occurrences; the id of another calendar as that one
/// wrote it; any other text as it is.
pub(super) fn of_series(id: &str) -> String {
    let is_class = |it: &str| it.eq_ignore_ascii_case(CLASS);
    let hex = id.bytes().all(|it| it.is_ascii_hexdigit());
    if !hex || !id.get(..CLASS.len()).is_some_and(is_class) {
        return id.to_owned();
    }
    if let Some(foreign) = foreign(id) {
        return foreign;
    }
    match (id.get(..DAY.start), id.get(DAY.end..)) {
        (Some(before), Some(after)) => format!("{before}00000000{after}"),
        _ => id.to_owned(),
    }
}

fn foreign(id: &str) -> Option<String> {
    let data = id.get(DATA..)?;
    let (mark, rest) = data.split_at_checked(FOREIGN.len())?;
    if !mark.eq_ignore_ascii_case(FOREIGN) {
        return None;
    }
    let mut bytes = Vec::new();
    let mut at = 0;
    while let Some(pair) = rest.get(at..at + 2) {
        match u8::from_str_radix(pair, 16).ok()? {
            0 => break,
            byte => bytes.push(byte),
        }
        at += 2;
    }
    String::from_utf8(bytes).ok().filter(|it| !it.is_empty())
}

#[cfg(test)]
mod tests {
    use super::of_series;

    #[track_caller]
    fn check(id: &str, expected: &str) {
        assert_eq!(of_series(id), expected);
    }

    const SERIES: &str = "040000008200E00074C5B7101A82E0080000000010B9CE4A1F8ADB0100000000000000001000000000112233445566778899AABBCCDDEEFF";

    #[test]
    fn the_day_of_an_occurrence_is_taken_out() {
        let occurrence = SERIES.replacen("1A82E00800000000", "1A82E00807EA0302", 1);
        check(&occurrence, SERIES);
        check(SERIES, SERIES);
    }

    #[test]
    fn the_id_of_another_calendar_is_found_inside() {
        let hex: String = b"abc123@google.example"
            .iter()
            .map(|it| format!("{it:02X}"))
            .collect();
        let head = SERIES.split_at(80).0;
        check(
            &format!("{head}7643616C2D55696401000000{hex}00"),
            "abc123@google.example",
        );
    }

    #[test]
    fn any_other_id_stays_as_it_is() {
        for id in [
            "",
            "abc123@google.example",
            "040000008200E00074C5B7101A82E008",
            "040000008200e00074c5b7101a82e008-x",
            "é",
        ] {
            check(id, id);
        }
    }
}
