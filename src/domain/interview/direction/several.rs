//! Whether an event is several interviews: whoever holds those interviews others.

use crate::domain::interview::{
    Reason, domains,
    given_names::is_given_name,
    guests::{Guest, GuestKind},
    names,
    scene::Scene,
    segments,
    signals::reason,
    text::{fold::is_unspaced, lexicon::Concept, list::List, reading::Reading},
};

/// Before what the user would be.
const AS: [&str; 7] = ["as", "als", "como", "come", "comme", "som", "jako"];

/// Behind *new*, those who begin.
const BEGINNERS: [&str; 6] = [
    "grad",
    "graduate",
    "analyst",
    "associate",
    "hire",
    "starter",
];

/// Words for new, folded.
static NEW: List = List::new(
    "\
    new|neue|neuer|neuen|nouveau|nouvel|nouvelle|nouveaux|nouvelles|nuevo|nueva|nuevos|nuevas|novo|\
    nova|novos|novas|nuovo|nuova|nuovi|nuove|nieuwe|nowy|nowa|nowego|nowej|nowych|ny|nya|nye|nytt|\
    novy|noveho|novou|uusi|uuden",
);

/// Several interviews in one event, or several people of one role.
pub(super) fn several(scene: &Scene<'_>) -> Vec<Reason> {
    let mut out = Vec::new();
    let title = &scene.title;
    if !scene.title_names_interview() {
        return out;
    }
    for at in 0..title.tokens.len() {
        let word = title.word(at);
        // `w/ engineers`, `with two tech leads`: whom the user meets.
        let written = title.span(at, at + 1);
        let met = (at.saturating_sub(3)..at).any(|it| title.meaning(it).has(Concept::With))
            || scene
                .parts()
                .iter()
                .any(|it| it.lead == segments::Lead::With && it.text.contains(written));
        let plural = word
            .strip_suffix('s')
            .filter(|stem| stem.chars().count() > 3 && word.is_ascii() && !met);
        let role = plural.is_some_and(|stem| {
            title.meaning(at).is_empty() && Reading::new(stem).has(Concept::RoleWord)
                || Reading::new(&format!("shift {stem}"))
                    .hit(Concept::RoleWord)
                    .is_some_and(|hit| hit.len == 2)
        });
        let other = ends_name_of_employer(scene, at)
            || is_in_long_name(scene, at)
            || is_beside_one(scene, at);
        if role && !other {
            out.extend(reason("group_of_candidates", title.span(at, at + 1), -3.0));
            break;
        }
    }
    if let Some(at) = newcomer(scene) {
        out.extend(reason("group_of_candidates", title.span(at, at + 2), -3.0));
    }
    if counts_people(title.original()) && !is_numbered(title) {
        // A company that counts them writes to those who hold them.
        let told = (scene.organizer()).is_some_and(|it| it.kind != GuestKind::User)
            && !scene.body.has(Concept::ToCandidate);
        let weight = if told { -5.0 } else { -3.0 };
        out.extend(reason("several_interviews", "", weight));
    } else if let Some(hit) = title.hit(Concept::Interviews) {
        let invited = scene
            .organizer()
            .is_some_and(|guest| guest.kind != GuestKind::User);
        let numbered =
            title.original().contains('/') && title.original().chars().any(|c| c.is_ascii_digit());
        // "Driver interviews", and nobody speaks to a candidate.
        let group = [Concept::RoleWord, Concept::Cohort];
        let before = hit.first.checked_sub(1).map(|at| title.meaning(at));
        let next = hit.first + hit.len;
        let after = title.meaning(next);
        // "Entrevistas auxiliar contable": whom the user looks for, unless an employer is named.
        let named = || scene.parts().iter().any(|it| it.lead == segments::Lead::At);
        let of_role = before.is_some_and(|it| it.any(&group))
            || after.any(&group) && title.is_joined(next) && !named();
        let spoken_to = scene.body.has(Concept::ToCandidate) || scene.title_names_user();
        if of_role && !spoken_to {
            out.extend(reason("several_interviews", title.written(hit), -3.2));
        } else if !invited
            && !numbered
            && !title.meanings().any(&[Concept::Onsite, Concept::Leader])
            && !is_at_named_place(scene)
        {
            out.extend(reason("several_interviews", title.written(hit), -1.6));
        }
    }
    out
}

/// `interviews for new musical director`, `intervju nye sjåfører`: who notes a role as new has it to
/// give. Where the small word stands, in front of the role; `New` may begin a name.
fn newcomer(scene: &Scene<'_>) -> Option<usize> {
    let title = &scene.title;
    let new = |at: &usize| NEW.has(title.word(*at)) && !title.is_large(*at);
    let mut small = (0..title.tokens.len()).filter(new);
    let role = |at: usize| {
        let of = [Concept::RoleWord, Concept::Leader];
        let several = || {
            let mut stems = ["s", "e", "er", "en", "n"]
                .iter()
                .filter_map(|it| title.word(at).strip_suffix(it));
            title.meaning(at).is_empty() && stems.any(|it| Reading::new(it).meanings().any(&of))
        };
        title.meaning(at).any(&of) || several()
    };
    // `new grad engineer` and `as new barista` are the user, `avec nouveau manager` is whom one meets.
    let of_user = |at: usize| {
        let ahead = at.saturating_sub(2)..at;
        let led = ahead.clone().any(|it| title.meaning(it).has(Concept::With));
        let as_one = ahead.clone().any(|it| AS.contains(&title.word(it)));
        led || as_one || BEGINNERS.contains(&title.word(at + 1))
    };
    // An employer beside it has the role, unless several are asked.
    let named = || {
        let known = [Concept::RoleWord, Concept::Leader];
        scene.parts().iter().any(|it| {
            let large = it.text.starts_with(char::is_uppercase);
            large && it.person != names::Likeness::Known && !it.concepts.any(&known)
        })
    };
    small.find(|at| {
        scene.is_own_note()
            && title.is_joined(at + 1)
            && !of_user(*at)
            && (role(at + 1) || title.is_joined(at + 2) && role(at + 2))
            && (title.has(Concept::Interviews) || !named())
    })
}

/// `Corvane Event Medics - phone screen w/ Jade`: the last of several words written large, set off from
/// a step with somebody.
fn ends_name_of_employer(scene: &Scene<'_>, at: usize) -> bool {
    let title = &scene.title;
    let large = |at: usize| title.is_large(at);
    let soft = |at: usize| title.is_joined(at);
    let met = scene
        .parts()
        .iter()
        .any(|it| it.lead == segments::Lead::With);
    met && at > 0 && large(at) && large(at - 1) && soft(at) && !soft(at + 1)
}

/// `(QA manager + two leads)`: one of rank and several are those who ask.
fn is_beside_one(scene: &Scene<'_>, at: usize) -> bool {
    let title = &scene.title;
    let Some(plus) = (1..=at)
        .rev()
        .take(2)
        .find(|it| title.between(*it).contains('+'))
    else {
        return false;
    };
    title
        .meaning(plus - 1)
        .any(&[Concept::Leader, Concept::RoleWord])
}

/// `Trilok & Associates`, `Heartland Care Workers`: behind *&*, two words written large of which no table
/// knows the first, or in the name of a guest's site.
fn is_in_long_name(scene: &Scene<'_>, at: usize) -> bool {
    let title = &scene.title;
    let word = title.word(at);
    let of_site = |guest: &Guest| {
        let site = guest.company.as_deref();
        site.is_some_and(|it| domains::label(it).ends_with(word))
    };
    if !title.is_large(at) {
        return false;
    }
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    let paired = title.between(at).trim() == "&" && title.is_large(before);
    let long = before.checked_sub(1).is_some_and(|first| {
        let large = [first, before].iter().all(|it| title.is_large(*it));
        large
            && title.meaning(first).is_empty()
            && (before..=at).all(|it| title.is_joined(it) && title.between(it) == " ")
    });
    // `Assessment centre: Civic Leaders scheme`
    let step = title.has(Concept::Step) && !title.has(Concept::Interviews);
    let short = step
        && title.is_large(before)
        && title.meaning(before).is_empty()
        && title.between(at) == " ";
    paired || long || short || scene.guests.iter().any(of_site)
}

/// A part of the title stands in LOCATION as well: whoever goes there is asked.
fn is_at_named_place(scene: &Scene<'_>) -> bool {
    let place = &scene.event.location;
    let mut parts = scene.parts().iter();
    parts.any(|it| {
        let large = it.text.starts_with(char::is_uppercase);
        large && it.text.chars().count() > 3 && place.contains(&it.text) && *place != it.text
    })
}

/// `Jobbsamtale (2)`: the second, where one interview is named.
fn is_numbered(title: &Reading) -> bool {
    let named = [Concept::Interview, Concept::JobInterview, Concept::Step];
    let mut hits = title.hits.iter();
    !title.has(Concept::Interviews)
        && hits.any(|it| {
            let at = it.first + it.len;
            let next = at + 1;
            let apart = next == title.tokens.len()
                || title.is_large(next) && !is_given_name(title.word(next));
            let bracketed =
                title.between(at).trim() == "(" && title.between(at + 1).starts_with(')');
            it.concepts.any(&named) && apart && bracketed && matches!(title.word(at), "2" | "3")
        })
}

/// `x4`, `4x`, `(3)`, `3名`.
fn counts_people(title: &str) -> bool {
    let chars: Vec<char> = title.chars().collect();
    (0..chars.len()).any(|at| {
        let c = chars.get(at).copied().unwrap_or(' ');
        let before = at
            .checked_sub(1)
            .and_then(|b| chars.get(b))
            .copied()
            .unwrap_or(' ');
        let after = chars.get(at + 1).copied().unwrap_or(' ');
        let later = chars.get(at + 2).copied().unwrap_or(' ');
        let edge = |c: char| !c.is_alphanumeric();
        // `面接×2`
        let begins = |c: char| edge(c) || is_unspaced(c);
        match c {
            '1'..='9' => {
                let several = c != '1';
                (several
                    && matches!(before, 'x' | 'X' | '×')
                    && edge(after)
                    && at
                        .checked_sub(2)
                        .and_then(|b| chars.get(b))
                        .is_none_or(|c| begins(*c)))
                    || (several && matches!(after, 'x' | '×') && edge(later) && edge(before))
                    || (several && before == '(' && after == ')')
                    || (matches!(after, '名' | '명') && (several || names_applicant(title))
                        || (several && after == '人' && !matches!(later, '事' | '力')))
                        && !is_beside_word_in_bracket(&chars, at)
            }
            _ => false,
        }
    })
}

/// `女子大生1名`, `알바 지원자 1명`: one who applies for little work, not one who asks.
fn names_applicant(title: &str) -> bool {
    const APPLY: [&str; 9] = [
        "学生",
        "大生",
        "応募",
        "アルバイト",
        "バイト",
        "新卒",
        "지원자",
        "알바",
        "학생",
    ];
    APPLY.iter().any(|it| title.contains(it))
}

/// `(현장 책임자 2명)`: how many of them the user meets, not how many are met.
fn is_beside_word_in_bracket(chars: &[char], at: usize) -> bool {
    let before = chars.get(..at).unwrap_or_default();
    let inside = before.rsplitn(2, |c| matches!(c, '(' | '（' | '[' | '【'));
    let mut pieces = inside.take(2);
    let Some(inside) = pieces.next() else {
        return false;
    };
    pieces.next().is_some()
        && !inside.iter().any(|c| matches!(c, ')' | '）' | ']' | '】'))
        && inside.iter().any(|c| c.is_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_in_brackets_behind_one_interview_is_its_own() {
        for title in ["Jobbsamtale (2) Corvane", "Interview (3): Acme"] {
            assert!(is_numbered(&Reading::new(title)), "{title}");
        }
        for title in ["Interviews (3)", "Interview Acme (3)", "Interview (7)"] {
            assert!(!is_numbered(&Reading::new(title)), "{title}");
        }
    }

    #[test]
    fn how_many_are_met_is_told_from_how_many_meet() {
        assert!(counts_people("면접 (3명)") && counts_people("面接 3名"));
        assert!(counts_people("面接 女子大生1名") && counts_people("中途面接×2"));
        assert!(!counts_people("一次面接 面接官1名") && !counts_people("Interview x1"));
        assert!(
            !counts_people("과제 발표 (실무 3명)") && !counts_people("二次選考 (現場責任者 2名)")
        );
    }
}
