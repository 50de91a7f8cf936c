//! The source text: its files, and which paths they name.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

pub(crate) fn files(folder: &str, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else {
            continue;
        };
        for entry in entries {
            let path = entry.unwrap().path();
            let ending = path.extension().and_then(|it| it.to_str()).unwrap_or("");
            if path.is_dir() {
                folders.push(path);
            } else if endings.contains(&ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

pub(crate) fn relative(path: &Path) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    path.strip_prefix(root)
        .unwrap()
        .to_str()
        .unwrap()
        .to_owned()
}

/// `src/domain/note/compose.rs` is `["domain", "note", "compose"]`.
pub(crate) fn module(path: &Path) -> Vec<String> {
    let text = relative(path);
    let inner = text
        .strip_prefix("src/")
        .unwrap()
        .strip_suffix(".rs")
        .unwrap();
    let mut parts: Vec<String> = inner.split('/').map(str::to_owned).collect();
    if parts.last().is_some_and(|it| it == "mod") {
        parts.pop();
    }
    parts
}

/// Code without comments and strings, roughly: enough to see which paths it names.
pub(crate) fn code(text: &str) -> String {
    text.lines()
        .map(|line| line.split("//").next().unwrap_or(""))
        .collect::<Vec<_>>()
        .join("\n")
}

/// Every path that a file names from the crate's root or relative to itself, as modules.
pub(crate) fn named(path: &Path, text: &str) -> BTreeSet<Vec<String>> {
    let own = module(path);
    let code = code(text);
    let mut found = BTreeSet::new();
    for (start, depth) in [("crate::", None), ("super::", Some(1))] {
        for (at, _) in code.match_indices(start) {
            let before = code.split_at(at).0.chars().next_back();
            if before.is_some_and(|it| it.is_alphanumeric() || it == '_' || it == ':') {
                continue;
            }
            let mut rest = code.split_at(at + start.len()).1;
            let mut base: Vec<String> = Vec::new();
            if let Some(mut up) = depth {
                while let Some(inner) = rest.strip_prefix("super::") {
                    up += 1;
                    rest = inner;
                }
                base = own.clone();
                // `super` of a file is its folder; of code inside `mod tests` it is the file.
                base.truncate(base.len().saturating_sub(up));
            }
            for tail in tails(rest) {
                let mut path = base.clone();
                path.extend(tail);
                found.insert(path);
            }
        }
    }
    found
}

/// The paths of `a::{b, c::d}`: their lower-case segments.
fn tails(text: &str) -> Vec<Vec<String>> {
    let word: String = text
        .chars()
        .take_while(|it| it.is_alphanumeric() || *it == '_')
        .collect();
    let rest = text.split_at(word.len()).1;
    if word.is_empty() {
        let Some(list) = rest.strip_prefix('{') else {
            return vec![Vec::new()];
        };
        let mut depth = 0;
        let mut items = vec![String::new()];
        for it in list.chars() {
            match it {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => {
                    items.push(String::new());
                    continue;
                }
                _ => {}
            }
            items.last_mut().unwrap().push(it);
        }
        return items
            .iter()
            .map(|it| it.trim())
            .filter(|it| !it.is_empty())
            .flat_map(tails)
            .collect();
    }
    if !word.chars().next().unwrap().is_lowercase() {
        return vec![Vec::new()];
    }
    match rest.strip_prefix("::") {
        Some(inner) => tails(inner)
            .into_iter()
            .map(|tail| [vec![word.clone()], tail].concat())
            .collect(),
        None => vec![vec![word]],
    }
}
