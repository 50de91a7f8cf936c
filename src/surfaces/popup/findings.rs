//! What the review found: lines under the letter, and marks behind its text.

use std::rc::Rc;

use super::draft::Draft;
use crate::{
    app::{
        draft_desk,
        protocol::views::{Finding, Severity},
    },
    browser::{dom::Part, localize::text},
};

const fn code(severity: Severity) -> &'static str {
    match severity {
        Severity::Stop => "stop",
        Severity::Warning => "warning",
        Severity::Hint => "hint",
    }
}

/// A finding as a line: what, why, where, and the repair.
pub(super) fn line(draft: &Rc<Draft>, finding: &Finding) -> Option<Part> {
    let part = Part::from_template("finding")?;
    let severity = code(finding.severity);
    let _ = part.element().class_list().add_1(severity);
    let _ = part.element().set_attribute("data-code", finding.code);
    part.text("severity", &text(&format!("severity_{severity}"), &[]));
    let details: Vec<&str> = finding.details.iter().map(String::as_str).collect();
    part.text(
        "text",
        &text(&format!("finding_{}", finding.code), &details),
    );
    part.text("why-summary", &text("popup_finding_why", &[]));
    part.text("why", &text(&format!("why_{}", finding.code), &[]));
    if let Some(at) = finding.at.clone() {
        part.show("place", true);
        part.text("place", &text("popup_finding_show", &[]));
        let draft = draft.clone();
        part.on_click("place", move || {
            let body = draft.body();
            draft
                .part
                .select_text("body", utf16(&body, at.start), utf16(&body, at.end));
        });
    }
    if let Some(fix) = finding.fix.clone() {
        part.show("fix", true);
        part.text("fix", &text("popup_fix", &[]));
        let draft = draft.clone();
        part.on_click("fix", move || {
            let mut body = draft.body();
            let sound = body.is_char_boundary(fix.from) && body.is_char_boundary(fix.until);
            if sound && fix.from <= fix.until {
                body.replace_range(fix.from..fix.until, &fix.with);
                draft.part.set_value("body", &body);
                draft.typed();
                draft.part.focus("body");
            }
        });
    }
    Some(part)
}

/// Repeats the text behind the letter, with what was found marked.
pub(super) fn mark(part: &Part, body: &str, findings: &[Finding]) {
    part.clear("marks");
    let mut from = 0;
    for (at, severity) in draft_desk::places(findings) {
        let class = code(severity);
        let (Some(before), Some(marked)) = (body.get(from..at.start), body.get(at.clone())) else {
            continue;
        };
        part.append_text("marks", before, None);
        part.append_text("marks", marked, Some(class));
        from = at.end;
    }
    // A line break at the very end takes up a line only when something follows.
    part.append_text("marks", body.get(from..).unwrap_or_default(), None);
    part.append_text("marks", "\u{200b}", None);
}

/// The place in the units of a text field, for a place in bytes.
fn utf16(text: &str, byte: usize) -> u32 {
    let before = text.get(..byte).unwrap_or_default();
    u32::try_from(before.encode_utf16().count()).unwrap_or(0)
}
