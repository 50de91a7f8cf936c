//! German: what was talked *about*, as it is called where it stands alone.

use super::super::capitalized;

/// An object as it is called where it stands alone: `den neuen Plan` is `der neue Plan`.
pub(in super::super) fn as_subject(text: &str) -> String {
    /// Nouns that have another form as an object.
    const OTHERS: [&str; 8] = [
        "Kunden",
        "Kollegen",
        "Menschen",
        "Studenten",
        "Nachbarn",
        "Namen",
        "Patienten",
        "Herrn",
    ];
    let words: Vec<&str> = text.split(' ').collect();
    let Some((first, rest)) = words.split_first() else {
        return text.to_owned();
    };
    let noun = rest.iter().find(|it| it.starts_with(char::is_uppercase));
    if noun.is_none_or(|it| OTHERS.contains(&it.trim_end_matches([',', ';']))) {
        return text.to_owned();
    }
    let lower = first.to_lowercase();
    let owner = lower
        .strip_suffix("en")
        .filter(|it| ["ein", "mein", "dein", "sein", "ihr", "unser", "kein"].contains(it));
    let (article, ending) = match (lower.as_str(), owner) {
        ("den", _) => ("der", "e"),
        ("diesen", _) => ("dieser", "e"),
        ("euren", _) => ("euer", "er"),
        (_, Some(owner)) => (owner, "er"),
        _ => return text.to_owned(),
    };
    let mut out = vec![article.to_owned()];
    let mut before_noun = true;
    for it in rest {
        before_noun &= !it.starts_with(char::is_uppercase);
        match it.strip_suffix("en").filter(|_| before_noun) {
            Some(stem) => out.push(format!("{stem}{ending}")),
            None => out.push((*it).to_owned()),
        }
    }
    let text = out.join(" ");
    if first.starts_with(char::is_uppercase) {
        capitalized(&text)
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_object_is_called_by_its_name() {
        for (object, expected) in [
            ("den Umzug nach Köln", "der Umzug nach Köln"),
            ("den neuen Plan", "der neue Plan"),
            ("ihren neuen Plan", "ihr neuer Plan"),
            ("die Miete", "die Miete"),
            ("das Büro", "das Büro"),
            ("den Kunden", "den Kunden"),
            ("Kafka", "Kafka"),
            ("", ""),
        ] {
            assert_eq!(as_subject(object), expected);
        }
    }
}
