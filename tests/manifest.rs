//! What the extension asks for at installation is frozen: one more permission, and browsers switch
//! it off for everybody until they agree again.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a manifest of another shape fails the test"
)]

use afternote::app::{companion, watch_calendars};
use serde_json::{Value, json};

fn manifest() -> Value {
    serde_json::from_str(include_str!("../extension/manifest.json")).unwrap()
}

#[test]
fn the_permissions_are_these_and_no_others() {
    let expected = json!([
        "storage",
        "alarms",
        "notifications",
        "activeTab",
        "scripting"
    ]);
    assert_eq!(manifest()["permissions"], expected);
}

#[test]
fn no_site_is_asked_for_at_installation() {
    let manifest = manifest();
    for key in [
        "host_permissions",
        "content_scripts",
        "web_accessible_resources",
        "externally_connectable",
        "optional_permissions",
    ] {
        assert!(manifest.get(key).is_none(), "{key}");
    }
    for site in manifest["optional_host_permissions"].as_array().unwrap() {
        let site = site.as_str().unwrap();
        // `https://*/*` is never asked for as it stands: a calendar address may lie on any host, and
        // a browser grants only hosts that are listed. The page asks for the one host of an address.
        assert!(site.starts_with("https://"), "{site}");
    }
}

#[test]
fn every_site_with_a_switch_can_be_asked_for() {
    let manifest = manifest();
    let sites = manifest["optional_host_permissions"].as_array().unwrap();
    let sites: Vec<&str> = sites.iter().map(|it| it.as_str().unwrap()).collect();
    let nothing_stored = serde_json::Map::new();
    let switches = [
        companion::switches(&nothing_stored),
        watch_calendars::switches(),
    ];
    for site in switches.iter().flatten() {
        for origin in &site.origins {
            assert!(sites.contains(&origin.as_str()), "{}: {origin}", site.code);
        }
    }
}

#[test]
fn pages_load_nothing_but_themselves_and_connect_to_encrypted_addresses_only() {
    let manifest = manifest();
    let policy = manifest["content_security_policy"]["extension_pages"]
        .as_str()
        .unwrap();
    let rules: Vec<&str> = policy.split(';').map(str::trim).collect();
    assert_eq!(rules[0], "default-src 'none'");
    assert!(rules.contains(&"script-src 'self' 'wasm-unsafe-eval'"));
    // For calendar addresses; without the user's permission for a host its answers are not readable.
    assert!(rules.contains(&"connect-src 'self' https:"));
    let others: Vec<&&str> = rules
        .iter()
        .filter(|rule| !rule.starts_with("connect-src"))
        .collect();
    assert!(others.iter().all(|rule| !rule.contains("https:")));
    for open in ["http:", "*", "unsafe-inline", "'unsafe-eval'", "blob:"] {
        assert!(!policy.contains(open), "{open}");
    }
}

#[test]
fn the_browsers_and_the_promises_are_these() {
    let manifest = manifest();
    let gecko = &manifest["browser_specific_settings"]["gecko"];
    assert_eq!(manifest["manifest_version"], 3);
    assert_eq!(manifest["minimum_chrome_version"], "121");
    assert_eq!(gecko["strict_min_version"], "140.0");
    assert_eq!(
        gecko["data_collection_permissions"],
        json!({"required": ["none"]})
    );
    assert_eq!(manifest["incognito"], "not_allowed");
    assert_eq!(manifest["background"]["type"], "module");
}
