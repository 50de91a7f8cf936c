//! Roles that a sentence or line of a description sets right beside a sort of meeting or a number.

use super::{
    super::{
        names::{self, Likeness},
        text::{lexicon::Concept, reading::Reading},
    },
    ends_in_lead,
};

/// Longest role in words.
const LONGEST: usize = 6;

/// Words for a meeting with candidates.
const SESSION: [Concept; 5] = [
    Concept::Interview,
    Concept::JobInterview,
    Concept::Step,
    Concept::WeakStep,
    Concept::Onsite,
];

/// The role beside a meeting in this line, if one stands there.
pub(super) fn beside_session(line: &str) -> Option<String> {
    const LONGEST_LINE: usize = 300;
    if line.len() > LONGEST_LINE {
        return None;
    }
    in_brackets(line)
        .or_else(|| before_session(line))
        .or_else(|| discussed(line))
        .or_else(|| behind_number(line))
        .or_else(|| listed(line))
        .map(str::to_owned)
}

/// `Berater bei Acme`: an answer may name the employer, too.
pub(super) fn before_employer(role: &str) -> &str {
    const AT: [&str; 9] = [
        " bei ",
        " at ",
        " chez ",
        " bij ",
        " hos ",
        " presso ",
        " with ",
        " role",
        " position",
    ];
    // `Controller, Leipzig`: a place; `Lead, Risk`: a field.
    let comma = role.find(", ").filter(|at| {
        let rest = role.get(at + 2..).unwrap_or_default();
        !Reading::new(rest).has(Concept::Topic)
    });
    let end = AT.iter().filter_map(|it| role.find(it)).chain(comma).min();
    end.and_then(|it| role.get(..it))
        .filter(|it| !it.is_empty())
        .unwrap_or(role)
}

/// Whether words are those of a trade, or of a rank with a field, written large.
fn is_written_as_role(text: &str) -> bool {
    let reading = Reading::new(text);
    let count = reading.tokens.len();
    let large = |word: &str| {
        word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '&')
            || ["of", "de", "for", "and", "der", "für", "du", "di"].contains(&word)
    };
    let named = reading.has(Concept::RoleWord)
        || ends_in_lead(text)
        || reading.has(Concept::Leader) && count > 1;
    (1..=LONGEST).contains(&count)
        && text.starts_with(char::is_uppercase)
        && text.split(' ').all(large)
        && named
        && !reading.meanings().any(&[
            Concept::Interview,
            Concept::JobInterview,
            Concept::LegalForm,
            Concept::Department,
        ])
        && names::likeness(text) != Likeness::Known
}

/// `Acme virtual onsite, 1 of 3 (Senior Baker, Bread)`: in brackets at the end of a line, behind a
/// meeting and nobody's name.
fn in_brackets(line: &str) -> Option<&str> {
    let (head, rest) = line.trim_end_matches(['.', ' ']).rsplit_once('(')?;
    let role = rest.strip_suffix(')')?.trim();
    let reading = Reading::new(head);
    let session = reading.hits.iter().rfind(|it| it.concepts.any(&SESSION))?;
    // A number or a round may stand between; a name may not.
    let mut between = session.first + session.len..reading.tokens.len();
    let plain = between.all(|at| {
        let word = reading.word(at);
        word.bytes().all(|it| it.is_ascii_digit())
            || ["of", "von", "de", "sur", "van", "av", "di"].contains(&word)
            || reading.meaning(at).has(Concept::Round)
    });
    let first = role.split(',').next().unwrap_or_default().trim();
    let field = role.split(',').count() < 3 && !role.contains(['/', '@', ':']);
    (plain && field && is_written_as_role(first) && Reading::new(first).has(Concept::RoleWord))
        .then_some(role)
}

/// `confirmed for your Senior Baker conversation`, `your schedule for the Bakery Lead interview`.
fn before_session(line: &str) -> Option<&str> {
    const LEADS: [&str; 8] = [
        "for your ",
        "for the ",
        "of your ",
        "of the ",
        "to your ",
        "to the ",
        "your ",
        "the ",
    ];
    const MEETINGS: [&str; 8] = [
        " conversation",
        " interview",
        " discussion",
        " onsite",
        " phone screen",
        " screening",
        " chat",
        " assessment",
    ];
    MEETINGS.iter().find_map(|meeting| {
        let (head, tail) = line.split_once(meeting)?;
        if tail.starts_with(char::is_alphanumeric) && !tail.starts_with("s ") {
            return None;
        }
        LEADS.iter().find_map(|lead| {
            let (_, role) = head.rsplit_once(lead)?;
            // `the Hiring Manager interview`: who interviews.
            let reading = Reading::new(role);
            let who = reading.has(Concept::Hiring) || ends_in_rank_alone(&reading);
            (role.contains(' ') && is_written_as_role(role) && !who).then_some(role)
        })
    })
}

/// Whether nothing but ranks is said: `Managing Director`.
fn ends_in_rank_alone(reading: &Reading) -> bool {
    (0..reading.tokens.len()).all(|at| reading.meaning(at).has(Concept::Leader))
}

/// `your L1 discussion for Java Bakery Lead`: behind a meeting and *for*.
fn discussed(line: &str) -> Option<&str> {
    const FOR: [&str; 6] = [" for ", " für ", " pour ", " para ", " voor ", " per "];
    FOR.iter().find_map(|word| {
        line.match_indices(word).find_map(|(at, _)| {
            let head = line.get(..at)?;
            let start = head
                .char_indices()
                .rev()
                .filter(|(_, c)| *c == ' ')
                .nth(1)
                .map_or(0, |(at, _)| at);
            let before = Reading::new(head.get(start..)?);
            let last = before.tokens.len().checked_sub(1)?;
            let meeting = [
                Concept::Interview,
                Concept::JobInterview,
                Concept::Step,
                Concept::WeakStep,
                Concept::Round,
            ];
            let session = before.meaning(last).any(&meeting)
                || ["discussion", "conversation", "chat", "call", "screening"]
                    .contains(&before.word(last));
            let rest = line.get(at + word.len()..)?;
            let end = rest
                .find([',', '.', '!', '?', ';', ':', '(', '|'])
                .or_else(|| rest.find(" at "))
                .or_else(|| rest.find(" with "))
                .or_else(|| rest.find(" on "))
                .unwrap_or(rest.len());
            let role = rest.get(..end)?.trim();
            (session && role.contains(' ') && is_written_as_role(role)).then_some(role)
        })
    })
}

/// `Requisition R-20417 Bakery Systems Lead`, `for requisition 20871 Process Engineer has been`.
fn behind_number(line: &str) -> Option<&str> {
    const LABELS: [&str; 8] = [
        "requisition ",
        "req ",
        "req. ",
        "job id ",
        "vacancy ",
        "job ref ",
        "job ",
        "kennziffer ",
    ];
    let low = line.to_lowercase();
    if low.len() != line.len() {
        return None;
    }
    LABELS.iter().find_map(|label| {
        let at = low.find(label)?;
        let rest = line.get(at + label.len()..)?;
        let (number, role) = rest.split_once(' ')?;
        let code = number.chars().any(|it| it.is_ascii_digit());
        let mut end = 0;
        for word in role.split(' ') {
            let bare = word.trim_end_matches([',', '.', ';', ')']);
            if !bare.starts_with(char::is_uppercase) {
                break;
            }
            end += word.len() + 1;
            if bare.len() < word.len() {
                end -= word.len() - bare.len();
                break;
            }
        }
        let role = role.get(..end.saturating_sub(1).min(role.len()))?;
        let role = role.trim_end_matches([',', '.', ' ', ';', ')']);
        (code && is_written_as_role(role)).then_some(role)
    })
}

/// `Selection process 25-EC, Physical Scientist (PC-03), Acme`: the second piece of a line that begins
/// with a meeting or selection.
fn listed(line: &str) -> Option<&str> {
    let mut pieces = line.split(", ");
    let head = pieces.next()?;
    let role = pieces.next()?;
    let role = role.split(" (").next().unwrap_or(role).trim();
    let role = role.trim_end_matches(['.', ';']);
    let opening = Reading::new(head);
    let selects = [Concept::ToCandidate, Concept::Hiring];
    let first = opening.hits.first().filter(|it| it.first == 0)?;
    let number = head.chars().any(|it| it.is_ascii_digit());
    (first.concepts.any(&selects)
        && number
        && opening.tokens.len() < 10
        && role.contains(' ')
        && is_written_as_role(role)
        && Reading::new(role).has(Concept::RoleWord))
    .then_some(role)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_beside_a_meeting_is_what_it_is_for() {
        for (line, role) in [
            (
                "Corvane virtual onsite, 1 of 3 (Staff Software Engineer, Platform)",
                "Staff Software Engineer, Platform",
            ),
            (
                "Panel interview (Senior Product Designer)",
                "Senior Product Designer",
            ),
            (
                "You are confirmed for your Senior Product Designer conversation with Ilva",
                "Senior Product Designer",
            ),
            (
                "Below is your schedule for the Claims Team Lead interview on Friday",
                "Claims Team Lead",
            ),
            (
                "This is to confirm your L1 discussion for Java Microservices Lead. Kindly join",
                "Java Microservices Lead",
            ),
            (
                "Requisition R-20417 Quality Systems Lead",
                "Quality Systems Lead",
            ),
            (
                "Your interview for requisition 20871 Process Engineer has been scheduled.",
                "Process Engineer",
            ),
            (
                "Selection process 25-EA-61, Physical Scientist (PC-03), Environment Corvane.",
                "Physical Scientist",
            ),
        ] {
            assert_eq!(beside_session(line).as_deref(), Some(role), "{line}");
        }
    }

    #[test]
    fn who_interviews_and_other_things_are_no_roles() {
        for line in [
            "Interview with Ilva Marsh (Senior Product Designer)",
            "Panel: Ilva (Staff Engineer)",
            "the Hiring Manager interview",
            "This is your interview with the Engineering Manager",
            "Coffee (Senior Product Designer will join)",
            "discussion for next week",
            "Job 12 Mill Street",
            "Interview, Ilva Marsh, Senior Designer",
            "lunch for the team",
            "our interview for Corvane Foods",
        ] {
            assert_eq!(beside_session(line), None, "{line}");
        }
    }

    #[test]
    fn an_answer_may_name_the_employer() {
        assert_eq!(before_employer("Berater bei Corvane"), "Berater");
        assert_eq!(
            before_employer("Founding Engineer role"),
            "Founding Engineer"
        );
        assert_eq!(before_employer("Controller, Leipzig/remote"), "Controller");
        assert_eq!(before_employer("Product Lead, Risk"), "Product Lead, Risk");
        assert_eq!(before_employer("Founding Engineer"), "Founding Engineer");
    }
}
