//! Rules in the grammar of vCalendar 1.0 (1996), as old phones and organisers write them, turned
//! into RFC 5545 rules: `D2 #5`, `W1 TU TH 19971224T000000`, `MP1 2+ MO #0`, `MD1 15`, `YM1 6`.

/// `None` when it is no such rule.
pub(super) fn translate(value: &str) -> Option<String> {
    let mut words = value.split_ascii_whitespace();
    let head = words.next()?;
    let digits = head.find(|letter: char| letter.is_ascii_digit())?;
    let (kind, interval) = head.split_at_checked(digits)?;
    interval.parse::<u32>().ok()?;
    let (freq, part) = match kind.to_ascii_uppercase().as_str() {
        "D" => ("DAILY", ""),
        "W" => ("WEEKLY", "BYDAY"),
        "MP" => ("MONTHLY", "BYDAY"),
        "MD" => ("MONTHLY", "BYMONTHDAY"),
        "YM" => ("YEARLY", "BYMONTH"),
        "YD" => ("YEARLY", "BYYEARDAY"),
        "M" => ("MINUTELY", ""),
        _ => return None,
    };
    let mut days: Vec<String> = Vec::new();
    let mut ordinals: Vec<String> = Vec::new();
    // Without a count a rule happens twice; "#0" means for ever.
    let mut bound = String::from("COUNT=2");
    for word in words {
        if let Some(count) = word.strip_prefix('#') {
            let count: u32 = count.parse().ok()?;
            bound = if count == 0 {
                String::new()
            } else {
                format!("COUNT={count}")
            };
        } else if word.len() >= 8 && word.starts_with(|letter: char| letter.is_ascii_digit()) {
            bound = format!("UNTIL={word}");
        } else if let Some(number) = signed(word) {
            if part == "BYDAY" {
                ordinals.push(number);
            } else {
                days.push(number);
            }
        } else if word == "LD" {
            days.push(String::from("-1"));
        } else if part == "BYDAY" && ordinals.is_empty() {
            days.push(word.to_ascii_uppercase());
        } else if part == "BYDAY" {
            days.extend(ordinals.iter().map(|ordinal| format!("{ordinal}{word}")));
        }
    }
    let mut rule = format!("FREQ={freq};INTERVAL={interval}");
    if !days.is_empty() && !part.is_empty() {
        rule = format!("{rule};{part}={}", days.join(","));
    }
    Some(if bound.is_empty() {
        rule
    } else {
        format!("{rule};{bound}")
    })
}

/// `2+`, `1-`, `15`: a number with its sign behind it.
fn signed(word: &str) -> Option<String> {
    let (number, sign) = match word.strip_suffix('-') {
        Some(number) => (number, "-"),
        None => (word.strip_suffix('+').unwrap_or(word), ""),
    };
    number
        .parse::<u16>()
        .ok()
        .map(|number| format!("{sign}{number}"))
}

#[cfg(test)]
mod tests {
    use super::translate;

    fn check(old: &str, expected: Option<&str>) {
        assert_eq!(translate(old).as_deref(), expected, "{old}");
    }

    #[test]
    fn old_rules_become_new_ones() {
        check("D1 #10", Some("FREQ=DAILY;INTERVAL=1;COUNT=10"));
        check("D2", Some("FREQ=DAILY;INTERVAL=2;COUNT=2"));
        check("W1 #0", Some("FREQ=WEEKLY;INTERVAL=1"));
        check(
            "W2 TU TH 19971224T000000",
            Some("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;UNTIL=19971224T000000"),
        );
        check(
            "MP1 1- FR #6",
            Some("FREQ=MONTHLY;INTERVAL=1;BYDAY=-1FR;COUNT=6"),
        );
        check(
            "MD1 2 15 #4",
            Some("FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=2,15;COUNT=4"),
        );
        check(
            "YM1 6 7 #8",
            Some("FREQ=YEARLY;INTERVAL=1;BYMONTH=6,7;COUNT=8"),
        );
    }

    #[test]
    fn other_words_are_no_rule() {
        check("", None);
        check("weekly", None);
        check("Q1 #2", None);
    }
}
