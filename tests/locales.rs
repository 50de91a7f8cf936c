//! Every visible word has a text with a description, and every text that is asked for exists.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a file of another shape fails the test"
)]

use std::{fs, path::Path};

use afternote::{
    app::{
        draft_desk::rephrasing,
        error::AppError,
        notice::{self, Offer},
        overview, people,
        ports::{FeedTrouble, SyncTrouble},
        watch_calendars,
    },
    domain::{
        follow_up::{prompts::PromptStage, status::Status},
        note::{kind::Kind, language::Address, plan, review},
        webmail::provider::Provider,
    },
};
use serde_json::{Map, Value};

fn english() -> Map<String, Value> {
    serde_json::from_str(include_str!("../extension/_locales/en/messages.json")).unwrap()
}

fn folder(name: &str) -> Vec<(String, String)> {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(name)];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(text) = fs::read_to_string(&path) {
                found.push((path.display().to_string(), text));
            }
        }
    }
    found
}

#[test]
fn every_text_has_a_description_and_sound_placeholders() {
    for (name, it) in english() {
        let message = it["message"].as_str().unwrap();
        assert!(!message.is_empty(), "{name}");
        assert!(
            it["description"].as_str().is_some_and(|it| it.len() > 4),
            "{name}"
        );
        let mut used: Vec<String> = message
            .split('$')
            .skip(1)
            .step_by(2)
            .map(str::to_lowercase)
            .collect();
        used.sort();
        used.dedup();
        let declared = it.get("placeholders").and_then(Value::as_object);
        let mut declared: Vec<String> = declared
            .map(|it| it.keys().map(|it| it.to_lowercase()).collect())
            .unwrap_or_default();
        declared.sort();
        assert_eq!(used, declared, "{name}");
    }
}

#[test]
fn every_code_of_the_core_has_a_text() {
    let texts = english();
    let mut names: Vec<String> = Vec::new();
    names.extend(
        AppError::ALL
            .iter()
            .map(|it| format!("error_{}", it.code())),
    );
    names.extend(
        FeedTrouble::ALL
            .iter()
            .map(|it| format!("feed_trouble_{}", it.code())),
    );
    names.extend(
        SyncTrouble::ALL
            .iter()
            .map(|it| format!("sync_trouble_{}", it.code())),
    );
    names.extend(Status::ALL.iter().map(|it| format!("status_{}", it.code())));
    names.extend(overview::STATUSES.iter().map(|it| format!("status_{it}")));
    names.extend(Provider::all().map(|it| format!("provider_{}", it.code())));
    names.extend(
        watch_calendars::switches()
            .iter()
            .map(|it| format!("watch_{}", it.code)),
    );
    names.extend(review::CODES.iter().map(|it| format!("finding_{it}")));
    names.extend(review::CODES.iter().map(|it| format!("why_{it}")));
    names.extend(rephrasing::CODES.iter().map(|it| format!("refused_{it}")));
    names.extend(plan::REASONS.iter().map(|it| format!("plan_{it}")));
    names.push(format!("plan_{}", plan::NO_ADDRESS));
    names.push(format!("plan_{}", plan::SHARED_ADDRESS));
    let notices = PromptStage::ALL.iter().map(|it| it.code());
    for code in notices.chain(notice::CODES) {
        names.push(format!("notice_{code}_title"));
        names.push(format!("notice_{code}_message"));
    }
    names.extend(Kind::ALL.iter().map(|it| format!("kind_{}", it.code())));
    names.extend(
        Address::ALL
            .iter()
            .map(|it| format!("address_{}", it.code())),
    );
    names.extend(people::ROLES.iter().map(|it| format!("role_{it}")));
    let offers = Offer::ALL.iter().map(|it| it.code()).chain(["later"]);
    names.extend(offers.map(|it| format!("notice_button_{it}")));
    for name in names {
        assert!(texts.contains_key(&name), "{name}");
    }
}

#[test]
fn every_text_that_a_page_asks_for_exists() {
    let texts = english();
    for (path, html) in folder("www") {
        for attribute in [
            "data-i18n=\"",
            "data-i18n-label=\"",
            "data-i18n-placeholder=\"",
        ] {
            for part in html.split(attribute).skip(1) {
                let name = part.split('"').next().unwrap();
                assert!(texts.contains_key(name), "{path} asks for {name}");
            }
        }
    }
}

#[test]
fn every_text_that_the_code_asks_for_by_name_exists() {
    let texts = english();
    let mut asked = 0;
    for (path, code) in folder("src/surfaces") {
        for (at, pattern) in code.match_indices("text(\"") {
            let (before, after) = (code.split_at(at).0, code.split_at(at + pattern.len()).1);
            // `part.text(slot, …)` names a slot.
            if before.ends_with(['.', '_']) {
                continue;
            }
            let name = after.split('"').next().unwrap();
            asked += 1;
            assert!(texts.contains_key(name), "{path} asks for {name}");
        }
    }
    assert!(asked > 40, "the pattern still finds them: {asked}");
}
