//! What the label of a company's domain tells of its name.

use crate::domain::interview::text::fold::squash;

/// A company name made of a domain label, for want of better: `kogane-print` -> `Kogane Print`.
#[must_use]
pub(crate) fn name_of_label(label: &str) -> String {
    label
        .split(['-', '_'])
        .filter(|word| !word.is_empty())
        .map(|word| {
            let mut chars = word.chars();
            chars.next().map_or_else(String::new, |first| {
                first.to_uppercase().chain(chars).collect()
            })
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether `name` and a domain label speak of the same company: `Clover Peak` and `cloverpeak`,
/// `Aceros Ordunte` and `ordunte`, `Fleetfoot Couriers` and `fleetfoot`.
#[must_use]
pub(crate) fn label_fits(name: &str, label: &str) -> bool {
    let raw = label;
    let label = squash(label);
    let whole = squash(name);
    if label.chars().count() < 3 || whole.is_empty() {
        return false;
    }
    let without_and = squash(&name.replace('&', " and "));
    if whole == label || without_and == label {
        return true;
    }
    if whole.len() >= 4
        && (label.starts_with(&whole) || (label.len() >= 4 && whole.starts_with(&label)))
    {
        return true;
    }
    let words: Vec<String> = name
        .split_whitespace()
        .map(squash)
        .filter(|word| !word.is_empty())
        .collect();
    if words.iter().any(|word| word.len() >= 4 && *word == label) {
        return true;
    }
    // One telling word and a bit of another: "Winslow Diagnostics" and `winslowdx`.
    if words
        .first()
        .is_some_and(|word| word.len() >= 5 && label.starts_with(word.as_str()))
    {
        return true;
    }
    let initials: String = words
        .iter()
        .filter_map(|word| word.chars().next())
        .collect();
    // `Vlaamse Dienst Wegen` and `vdw-wegen`.
    initials.len() >= 3 && (initials == label || begins_with_part(raw, &initials))
}

fn begins_with_part(label: &str, part: &str) -> bool {
    label
        .split_once('-')
        .is_some_and(|(first, _)| first == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_a_name_for_want_of_better() {
        assert_eq!(name_of_label("kogane-print"), "Kogane Print");
    }

    #[test]
    fn names_are_compared_with_labels() {
        for (name, label) in [
            ("Clover Peak", "cloverpeak"),
            ("Aceros Ordunte", "ordunte"),
            ("Fleetfoot Couriers", "fleetfoot"),
            ("Juniper & Oak", "juniperandoak"),
            ("Müller Söhne", "mullersohne"),
            ("Vlaamse Dienst Wegen", "vdw-wegen"),
        ] {
            assert!(label_fits(name, label), "{name} {label}");
        }
        for (name, label) in [
            ("Meru Health", "midihealth"),
            ("Target", "acme"),
            ("Al", "alba"),
            ("Vlaamse Dienst", "vdw-wegen"),
            ("", "acme"),
            ("Health", "ab"),
        ] {
            assert!(!label_fits(name, label), "{name} {label}");
        }
    }
}
