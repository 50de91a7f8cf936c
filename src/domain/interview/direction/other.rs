//! Whether somebody else is the candidate of an event.

use crate::domain::interview::{
    Reason,
    caller::{is_recruiter, is_recruiter_calling},
    given_names::is_given_name,
    guests::{self, GuestKind},
    names::{self, Likeness},
    scene::{Scene, Surroundings},
    segments::{self, Lead},
    signals::{self, reason},
    text::{
        fold::is_unspaced,
        lexicon::Concept,
        reading::{Hit, Reading},
    },
};

/// Another person is the candidate: named in the title beside a role, with a private address, or
/// with nobody from outside to be the interviewer.
pub(super) fn candidate(scene: &Scene<'_>, around: &Surroundings) -> Vec<Reason> {
    let mut out = Vec::new();
    if scene.title_names_user() {
        return out;
    }
    if let Some((owner, weight)) = possessor(&scene.title).filter(|_| scene.is_own_note()) {
        out.extend(reason("other_candidate", owner, weight));
        return out;
    }
    if let Some(somebody) = tried_out(scene) {
        out.extend(reason("other_candidate", somebody, -3.0));
        return out;
    }
    let parts = scene.parts();
    let named: Vec<_> = parts
        .iter()
        // `Zahnarztpraxis Dr. Okur`: whom it belongs to.
        .filter(|part| part.person == Likeness::Known && !part.concepts.has(Concept::OrgWord))
        .filter(|part| !part.is_user && !owns(scene.title.original(), &part.text))
        .collect();
    let is_named = |part: &segments::Part, guest: &guests::Guest| {
        let name = guest.name.as_deref();
        name.is_some_and(|name| names::same_person(&part.text, name))
    };
    let private = scene
        .people()
        .find(|guest| guest.is_private() && parts.iter().any(|part| is_named(part, guest)));
    let inside = !scene.has_outside_guest(&around.own) || scene.is_organized_by_user();
    // `Interview: Kim Saidi - chef`, sent by a mailbox: nobody else is there to be asked.
    let of_role = parts.iter().any(|it| it.concepts.has(Concept::RoleWord))
        && !scene.greets_user()
        && private.is_some_and(|guest| {
            let mut named = parts.iter().filter(|it| is_named(it, guest));
            named.all(|it| it.lead != Lead::With && !it.text.contains('.'))
        })
        && !parts.iter().any(|it| {
            matches!(it.lead, Lead::List | Lead::Bracket) && it.concepts.has(Concept::Leader)
        });
    let sent = scene
        .organizer()
        .is_some_and(|it| it.kind == GuestKind::Shared)
        && scene.people().all(guests::Guest::is_private);
    let weight = match (inside, sent && of_role) {
        (true, _) => Some(-3.0),
        (false, true) => Some(-6.5),
        (false, false) => None,
    };
    if let Some((guest, weight)) = private.zip(weight) {
        let name = guest.name.as_deref().unwrap_or_default();
        out.extend(reason("other_candidate", name, weight));
        return out;
    }
    let Some(person) = named.first() else {
        return out;
    };
    // Nobody notes a call for somebody else.
    let own = scene.is_own_note();
    let talk = scene.title.has(Concept::Talk) || scene.title.has(Concept::Phone);
    let called = talk || is_recruiter_calling(&scene.body);
    if own && called && !scene.title_names_interview() {
        return out;
    }
    // `Karla (reclutadora) vacante analista`
    if own && is_beside_recruiter(&scene.title, &person.text) {
        return out;
    }
    let outside = scene.has_outside_guest(&around.own);
    let interviewer = outside
        && scene.people().any(|guest| {
            guest
                .name
                .as_deref()
                .is_some_and(|name| names::same_person(&person.text, name))
        });
    // `round 2 (Rajat + Cheryl)`: an own note lists whom the user meets.
    // `meeting with the CEO (Dr. Renn)`: another company's invitation does, too.
    let theirs = scene
        .organizer()
        .is_none_or(|it| it.is_outside(&around.own));
    // `Karla (recruiter)`: what they do is told.
    let at = parts.iter().position(|it| std::ptr::eq(it, *person));
    let told = at.and_then(|it| parts.get(it + 1)).is_some_and(|it| {
        let others = [Concept::Hiring, Concept::Leader, Concept::Department];
        it.lead == Lead::Bracket && (it.concepts.any(&others) || it.led_by.any(&others))
    });
    let listed = told
        || matches!(person.lead, Lead::Bracket | Lead::List)
            && (scene.guests.is_empty() || theirs && scene.organizer().is_some());
    // `interview pharmacy assistant (Lia)`, where nobody looks for a job: who is asked for the role.
    let role = |it: &segments::Part| it.concepts.has(Concept::RoleWord);
    let employer = |it: &segments::Part| {
        let org = [Concept::OrgWord, Concept::LegalForm];
        it.lead == Lead::At || it.concepts.any(&org) || !role(it) && it.person != Likeness::Known
    };
    let asked_for_role = listed
        && own
        && !told
        && parts.iter().any(role)
        && !parts.iter().any(employer)
        && around.is_without_search(scene.event);
    if asked_for_role {
        out.extend(reason("other_candidate", &person.text, -1.5));
        return out;
    }
    if interviewer
        || listed
        || person.lead == Lead::With
        || (outside && scene.body.has(Concept::ToCandidate))
    {
        return out;
    }
    // A list of applicants has their names in full.
    let role = names::is_name_of_forms(&person.text)
        || parts.iter().any(|part| {
            part.concepts.has(Concept::RoleWord) || (part.lead == Lead::For && !is_name(part))
        });
    if own && is_caller(&scene.title, &person.text) {
        return out;
    }
    // `Larkhill Grange (nurse), Bo`: the third is who they work for.
    let third = parts.iter().any(|part| {
        let known = [Concept::RoleWord, Concept::Leader, Concept::Department];
        own && part.person != Likeness::Known && is_name(part) && !part.concepts.any(&known)
    });
    let company = third || parts.iter().any(|part| part.lead == Lead::At);
    // "Kinga interview at the pharmacy": nobody writes so of whom they meet.
    let leads = own
        && begins_with(&scene.title, &person.text, parts.get(1))
        && !signals::concerns_known_employer(scene, around);
    // `Interview: Michael Thompson with Andrew Garcia`: who is asked, and by whom.
    let full = |it: &segments::Part| it.person == Likeness::Known && it.text.contains(' ');
    let others = parts.iter().skip_while(|it| it.lead != Lead::With);
    let asked = own && full(person) && others.filter(|it| full(it)).count() > 1;
    let weight = match (outside, role, company) {
        (false, ..) if leads => -3.0,
        (false, ..) if asked => -3.0,
        (false, true, false) => -3.2,
        (true, true, _) => -1.0,
        (false, false, false) => -1.0,
        _ => -0.3,
    };
    out.extend(reason("other_candidate", &person.text, weight));
    out
}

/// `Mia trial Saturday`: a note that begins with who is tried out.
fn tried_out<'s>(scene: &'s Scene<'_>) -> Option<&'s str> {
    let title = &scene.title;
    let trial = [Concept::WeakStep, Concept::Step];
    let tried = scene.is_own_note()
        && title.is_large(0)
        && is_given_name(title.word(0))
        && title.is_joined(1)
        && title.meaning(1).any(&trial)
        && matches!(
            title.word(1),
            "trial" | "trials" | "probetag" | "essai" | "prueba" | "prova"
        );
    tried.then(|| title.span(0, 1))
}

/// Common family names of one character.
const FAMILY_NAMES: &str = "\
王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆\
汪范石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧\
蔣葉蘇呂盧鍾譚陸賈韋鄒閻龍賀顧龔萬錢嚴湯";

/// `李世龙的面试邀请`, `袁鹏同学的面试考核`: whose interview it is, and what that weighs.
fn possessor(title: &Reading) -> Option<(&str, f64)> {
    const LONGEST: usize = 6;
    const ADDRESSES: [&str; 3] = ["同学", "先生", "女士"];
    /// What ends the names of companies and trades: `任天堂`, `程序员`.
    const COMPANIES: &str = "堂窝鸭所员師师院行店社厂部局团网库";
    let named = [Concept::Interview, Concept::JobInterview, Concept::Step];
    let mut hits = title.hits.iter();
    let of = hits
        .find(|it| it.concepts.any(&named))
        .and_then(|it| it.first.checked_sub(1))?;
    // `刘兆峰的视频面试`: a phrase may begin before the word itself.
    let glued = |at: usize| title.between(at).is_empty();
    if title.word(of) != "的" || !glued(of) || !glued(of + 1) {
        return None;
    }
    let first = (1..=of.min(LONGEST))
        .take_while(|count| *count == 1 || glued(of - count + 1))
        .last()
        .map(|count| of - count)?;
    let owner = title.span(first, of);
    if !owner.chars().all(is_unspaced) {
        return None;
    }
    let letters = owner.chars().count();
    let family = owner
        .chars()
        .next()
        .is_some_and(|it| FAMILY_NAMES.contains(it));
    let company = owner.ends_with(|it| COMPANIES.contains(it));
    let weight = match (letters, family && !company) {
        _ if ADDRESSES.iter().any(|it| owner.ends_with(it)) => -4.5,
        (3, true) => -3.2,
        (2, true) => -1.8,
        _ => return None,
    };
    Some((owner, weight))
}

/// A name at the start, and the word for an interview right behind it or behind a colon: `Tom: 2nd
/// interview at Acme`.
fn begins_with(title: &Reading, name: &str, next: Option<&segments::Part>) -> bool {
    let words = Reading::new(name).tokens.len();
    let named = [Concept::Interview, Concept::JobInterview, Concept::Step];
    // `2nd` may be a word of its own.
    let at = (words..words + 2)
        .find(|at| !title.meaning(*at).has(Concept::Round) || title.meaning(*at).any(&named))
        .unwrap_or(words);
    // `Dana: 2nd interview (Acme)` may be whom one meets.
    let employer = next.is_some_and(|it| {
        let named = it.text.chars().any(char::is_uppercase);
        matches!(it.lead, Lead::Start | Lead::Mark) && named
    });
    let heading = title.between(words).trim() == ":" && words == 1 && employer;
    title.original().trim_start().starts_with(name)
        && title.meaning(at).any(&named)
        && (title.is_joined(words) || heading)
}

/// `Dr Ellison's`: what belongs to somebody is a practice or a shop.
fn owns(title: &str, name: &str) -> bool {
    if name.ends_with("'s") || name.ends_with("’s") {
        return true;
    }
    let after = title.split_once(name).map_or("", |(_, after)| after);
    let ending = after.strip_prefix(['\'', '’']).unwrap_or_default();
    let ended = ending.strip_prefix(['s', 'S']);
    let alone = name.ends_with('s') && ending.starts_with(' ');
    alone || ended.is_some_and(|it| !it.starts_with(char::is_alphanumeric))
}

/// `headhunter Ainhoa`, `Karla (reclutadora)`: who finds people for others is no candidate.
fn is_beside_recruiter(title: &Reading, name: &str) -> bool {
    let count = title.tokens.len();
    (0..count)
        .filter(|at| is_recruiter(title.word(*at)))
        .any(|at| {
            let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
            let mut beside = beside
                .filter(|it| *it < count)
                .map(|it| title.span(it, it + 1));
            beside.any(|word| name.split(' ').any(|it| it == word))
        })
}

/// `Yasmin will ring`: who calls the user is no candidate.
fn is_caller(title: &Reading, name: &str) -> bool {
    let calls = |hit: &&Hit| {
        let before = hit.first.checked_sub(1);
        let before = before.map_or("", |at| title.span(at, at + 1));
        hit.concepts.has(Concept::Phone)
            && !hit
                .concepts
                .any(&[Concept::Interview, Concept::JobInterview])
            && !before.is_empty()
            && name.ends_with(before)
    };
    title.hits.iter().any(|hit| calls(&hit))
}

/// `de Solaria`: written large, it is no role.
fn is_name(part: &segments::Part) -> bool {
    part.text.chars().next().is_some_and(char::is_uppercase)
}
