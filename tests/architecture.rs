//! The rules of the house, checked on the source text: which layer may know which, how long a file
//! may be, how it begins, what may not be written at all.
#![allow(
    clippy::unwrap_used,
    reason = "a file that cannot be read fails the test"
)]

#[path = "architecture/source.rs"]
mod source;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use source::{code, files, module, named, relative};

const LONGEST: usize = 400;

/// Which top-level modules of the crate each layer may name.
const LAYERS: [(&str, &[&str]); 4] = [
    ("domain", &["domain"]),
    ("app", &["domain", "app"]),
    ("browser", &["domain", "app", "browser"]),
    ("surfaces", &["app", "browser", "surfaces"]),
];

/// Which modules of the domain each of them may name.
const DOMAIN: [(&str, &[&str]); 5] = [
    ("calendar", &["calendar"]),
    ("interview", &["calendar", "interview"]),
    ("follow_up", &["interview", "follow_up"]),
    ("note", &["interview", "follow_up", "note"]),
    ("webmail", &["note", "webmail"]),
];

/// Crates each layer may use.
const CRATES: [(&str, &[&str]); 4] = [
    ("domain", &["jiff", "lzma_rust2", "memchr", "ical"]),
    (
        "app",
        &[
            "jiff",
            "serde",
            "serde_json",
            "async_lock",
            "pollster",
            "rawzip",
            "roxmltree",
            "sha2",
        ],
    ),
    (
        "browser",
        &[
            "jiff",
            "serde",
            "serde_json",
            "gloo_storage",
            "js_sys",
            "serde_wasm_bindgen",
            "wasm_bindgen",
            "wasm_bindgen_futures",
            "web_sys",
        ],
    ),
    (
        "surfaces",
        &[
            "jiff",
            "serde_json",
            "wasm_bindgen",
            "wasm_bindgen_futures",
            "web_sys",
        ],
    ),
];

/// Modules of `app` that are no use cases; those may be used by all of them.
const SHARED_IN_APP: [&str; 10] = [
    "codes",
    "doubles",
    "error",
    "feed_address",
    "notice",
    "plain",
    "ports",
    "protocol",
    "site_switch",
    "store",
];

fn allowed<'a>(table: &'a [(&str, &'a [&'a str])], name: &str) -> Option<&'a [&'a str]> {
    table.iter().find(|(it, _)| *it == name).map(|(_, it)| *it)
}

#[test]
fn each_layer_knows_only_those_below_it() {
    let mut broken = Vec::new();
    for path in files("src", &["rs"]) {
        let own = module(&path);
        let text = fs::read_to_string(&path).unwrap();
        let Some(layers) = allowed(&LAYERS, &own[0]) else {
            continue;
        };
        for target in named(&path, &text) {
            let [layer, rest @ ..] = target.as_slice() else {
                continue;
            };
            let known = allowed(&LAYERS, layer).is_some();
            if known && !layers.contains(&layer.as_str()) {
                broken.push(format!("{} names {}", relative(&path), target.join("::")));
            }
            let inside = own[0] == "domain" && layer == "domain" && own.len() > 1;
            if let (true, Some(part)) = (inside, rest.first())
                && let Some(parts) = allowed(&DOMAIN, &own[1])
                && allowed(&DOMAIN, part).is_some()
                && !parts.contains(&part.as_str())
            {
                broken.push(format!("{} names {}", relative(&path), target.join("::")));
            }
        }
    }
    assert_eq!(broken, [""; 0]);
}

#[test]
fn each_layer_uses_only_its_crates() {
    let lock =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock")).unwrap();
    let mut crates: BTreeSet<String> = lock
        .lines()
        .filter_map(|it| it.strip_prefix("name = \"")?.strip_suffix('"'))
        .map(|it| it.replace('-', "_"))
        .collect();
    // The library of `ical-rs` has another name than its package.
    crates.insert("ical".to_owned());
    crates.remove("afternote");
    let mut broken = Vec::new();
    for path in files("src", &["rs"]) {
        let own = module(&path);
        let Some(known) = allowed(&CRATES, &own[0]) else {
            continue;
        };
        let text = code(&fs::read_to_string(&path).unwrap());
        for it in &crates {
            let used = text.contains(&format!("use {it}::")) || text.contains(&format!(" {it}::"));
            let own_module = text.contains(&format!("mod {it};"));
            if used && !own_module && !known.contains(&it.as_str()) && it != "log" {
                broken.push(format!("{} uses {it}", relative(&path)));
            }
        }
    }
    assert_eq!(broken, [""; 0]);
}

#[test]
fn no_use_case_calls_another() {
    let mut broken = Vec::new();
    for path in files("src/app", &["rs"]) {
        let own = module(&path);
        let Some(case) = own.get(1) else { continue };
        // What measures a use case for the benchmark calls it.
        let measures = case.starts_with("measure");
        if SHARED_IN_APP.contains(&case.as_str()) || case == "dispatch" || measures {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        for target in named(&path, &text) {
            if let [layer, other, ..] = target.as_slice()
                && layer == "app"
                && other != case
                && !SHARED_IN_APP.contains(&other.as_str())
            {
                broken.push(format!("{} names {other}", relative(&path)));
            }
        }
    }
    assert_eq!(broken, [""; 0]);
}

#[test]
fn surfaces_know_each_other_only_through_the_client() {
    let mut broken = Vec::new();
    for path in files("src/surfaces", &["rs"]) {
        let own = module(&path);
        let Some(surface) = own.get(1) else { continue };
        let text = fs::read_to_string(&path).unwrap();
        for target in named(&path, &text) {
            if let [layer, other, ..] = target.as_slice()
                && layer == "surfaces"
                && other != surface
                && other != "client"
            {
                broken.push(format!("{} names {other}", relative(&path)));
            }
        }
    }
    assert_eq!(broken, [""; 0]);
}

#[test]
fn there_are_no_cycles_between_the_modules_of_a_layer() {
    let mut edges: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for path in files("src", &["rs"]) {
        let own = module(&path);
        let text = fs::read_to_string(&path).unwrap();
        let [layer, name, ..] = own.as_slice() else {
            continue;
        };
        if own.iter().any(|it| it == "tests") {
            continue;
        }
        for target in named(&path, &text) {
            if let [other_layer, other, ..] = target.as_slice()
                && other_layer == layer
                && other != name
                && layer != "surfaces"
            {
                let from = format!("{layer}::{name}");
                edges
                    .entry(from)
                    .or_default()
                    .insert(format!("{layer}::{other}"));
            }
        }
    }
    for start in edges.keys() {
        let mut seen = BTreeSet::new();
        let mut open: Vec<&String> = edges[start].iter().collect();
        while let Some(it) = open.pop() {
            assert_ne!(it, start, "a cycle through {start}: {edges:?}");
            if seen.insert(it) {
                open.extend(edges.get(it).into_iter().flatten());
            }
        }
    }
}

#[test]
fn every_file_is_short_and_says_what_it_is() {
    let mut broken = Vec::new();
    let folders = [
        "src",
        "tests",
        "examples",
        "extension",
        "www",
        "scripts",
        "benches",
    ];
    for folder in folders {
        for path in files(folder, &["rs", "js", "mjs", "css", "html", "sh"]) {
            let text = fs::read_to_string(&path).unwrap();
            let name = relative(&path);
            if text.lines().count() > LONGEST {
                broken.push(format!("{name} has {} lines", text.lines().count()));
            }
            if name.ends_with(".rs") && !text.starts_with("//!") {
                broken.push(format!("{name} does not open with //!"));
            }
            let vague = ["utils", "helpers", "common", "manager", "misc"];
            let stem = path.file_stem().unwrap().to_str().unwrap();
            if vague.contains(&stem) && name != "www/common.css" {
                broken.push(format!("{name} has a name that says nothing"));
            }
        }
    }
    assert_eq!(broken, [""; 0]);
}

#[test]
fn markup_is_never_made_from_text() {
    // Put together here, so that this file does not find itself.
    let forbidden = ["inner", "outer"]
        .map(|it| format!("{it}HTML"))
        .into_iter()
        .chain([
            ["insertAdjacent", "HTML"].concat(),
            ["set_inner", "_html"].concat(),
            ["document.", "write"].concat(),
        ]);
    let forbidden: Vec<String> = forbidden.collect();
    for folder in ["src", "extension", "www"] {
        for path in files(folder, &["rs", "js", "html"]) {
            let text = fs::read_to_string(&path).unwrap();
            for it in &forbidden {
                assert!(!text.contains(it), "{} has {it}", relative(&path));
            }
        }
    }
}

#[test]
fn scripts_of_pages_only_start_them() {
    for path in files("www", &["js"]) {
        let lines = fs::read_to_string(&path).unwrap().lines().count();
        assert!(lines <= 15, "{} has {lines} lines", relative(&path));
    }
    let background = Path::new(env!("CARGO_MANIFEST_DIR")).join("extension/background.js");
    assert!(fs::read_to_string(background).unwrap().lines().count() <= 40);
}

#[test]
fn zones_come_from_the_packed_database_in_what_is_shipped() {
    let mut broken = Vec::new();
    for path in files("src", &["rs"]) {
        let text = fs::read_to_string(&path).unwrap();
        let shipped = text.split("#[cfg(test)]").next().unwrap();
        let tests = path.ends_with("tests.rs") || path.iter().any(|it| it == "tests");
        // It finds nothing in a browser, without a word.
        if !tests && code(shipped).contains("TimeZone::get(") {
            broken.push(relative(&path));
        }
    }
    assert_eq!(broken, [""; 0]);
}

#[test]
fn only_one_place_writes_to_the_storage() {
    // It looks for data of a newer version first. Ports and their doubles are no users of them.
    let may = ["src/app/store/write.rs", "src/app/doubles.rs"];
    let mut broken = Vec::new();
    for path in files("src/app", &["rs"]) {
        let text = fs::read_to_string(&path).unwrap();
        let text = code(text.split("#[cfg(test)]").next().unwrap());
        let squeezed: String = text.split_whitespace().collect();
        let writes = ["kv.set(", "kv.remove(", "Storage.set(", "Storage.remove("];
        if !may.contains(&relative(&path).as_str()) && writes.iter().any(|it| squeezed.contains(it))
        {
            broken.push(relative(&path));
        }
    }
    assert_eq!(broken, [""; 0]);
}
