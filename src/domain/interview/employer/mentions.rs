//! Employers that a text names: after words that stand before employers.

use std::sync::OnceLock;

use super::{
    super::{
        names::{self, Likeness},
        scene::Scene,
        text::{
            lexicon::Concept,
            openers::Openers,
            reading::{Gap, Reading},
        },
    },
    Candidate, is_infrastructure,
};

/// What stands before an employer's name, and how much it tells; lower case.
const OPENERS: [(&str, f64); 104] = [
    ("our client ", 3.6),
    ("client: ", 3.6),
    ("end client ", 3.6),
    ("unseren kunden ", 3.6),
    ("notre client ", 3.6),
    ("nuestro cliente ", 3.6),
    ("onze klant ", 3.6),
    ("nostro cliente ", 3.6),
    ("on behalf of ", 3.2),
    ("interview at ", 2.6),
    ("interview with ", 2.0),
    ("application to ", 2.4),
    ("applying to ", 2.4),
    ("applying at ", 2.4),
    ("interest in joining ", 2.4),
    ("interest in ", 1.4),
    ("position at ", 2.6),
    ("role at ", 2.6),
    ("team at ", 2.6),
    ("position with ", 2.4),
    ("role with ", 2.2),
    ("process at ", 2.4),
    ("joining ", 1.6),
    ("here at ", 2.6),
    ("welcome to ", 1.6),
    ("company: ", 3.2),
    ("firma: ", 3.0),
    ("empresa: ", 3.2),
    ("entreprise : ", 3.2),
    ("azienda: ", 3.2),
    ("gespräch bei der ", 2.4),
    ("gespräch bei ", 2.4),
    ("bewerbung bei der ", 2.4),
    ("bewerbung bei ", 2.4),
    ("entretien chez ", 2.4),
    ("entrevista en ", 2.2),
    ("entrevista na ", 2.2),
    ("colloquio presso ", 2.4),
    ("gesprek bij ", 2.4),
    ("intervju hos ", 2.4),
    ("im auftrag der ", 3.2),
    ("im auftrag von ", 3.2),
    ("für unseren kunden ", 3.6),
    ("bei der ", 1.9),
    ("für die ", 1.2),
    ("pour le compte de ", 3.2),
    ("candidature chez ", 2.4),
    ("rejoindre ", 1.6),
    ("au sein de ", 1.8),
    ("en nombre de ", 3.2),
    ("para nuestro cliente ", 3.6),
    ("proceso de selección de ", 2.2),
    ("proceso de ", 1.6),
    ("unirte a ", 1.8),
    ("para nosso cliente ", 3.6),
    ("processo seletivo da ", 2.4),
    ("processo seletivo do ", 2.4),
    ("na empresa ", 2.6),
    ("per conto di ", 3.2),
    ("per il nostro cliente ", 3.6),
    ("candidatura in ", 1.6),
    ("namens ", 3.0),
    ("voor onze klant ", 3.6),
    ("solliciteren bij ", 2.4),
    ("sollicitatie bij ", 2.4),
    ("functie bij ", 2.4),
    ("vacature bij ", 2.4),
    ("för vår kund ", 3.6),
    ("hos ", 1.9),
    ("til stilling hos ", 2.4),
    ("firmie ", 2.0),
    ("w imieniu ", 3.0),
    ("dla naszego klienta ", 3.6),
    ("ve společnosti ", 2.6),
    ("u společnosti ", 2.6),
    ("pro našeho klienta ", 3.6),
    ("в компании ", 2.6),
    ("в компанию ", 2.6),
    ("компания: ", 3.2),
    ("company name: ", 3.4),
    ("employer: ", 3.4),
    ("organisation: ", 3.0),
    ("organization: ", 3.0),
    ("unternehmen: ", 3.2),
    ("arbeitgeber: ", 3.2),
    ("société : ", 3.2),
    ("société: ", 3.2),
    ("entreprise: ", 3.2),
    ("compañía: ", 3.2),
    ("bedrijf: ", 3.2),
    ("företag: ", 3.2),
    ("firma : ", 3.0),
    ("şirket: ", 3.2),
    ("interviewing at ", 2.4),
    ("interviewing with ", 1.8),
    ("interview with the ", 1.6),
    ("career at ", 2.2),
    ("opportunity at ", 2.6),
    ("opportunity with ", 2.4),
    ("opening at ", 2.4),
    ("job at ", 2.4),
    ("hiring for ", 1.8),
    ("from the ", 1.0),
    ("at our client ", 3.6),
];

/// `interview at Acme`, `your application to Acme`, `the Acme team`, `our client Acme`.
pub(super) fn from_text(scene: &Scene<'_>) -> Vec<Candidate> {
    let plain = scene.body.original();
    let lower = plain.to_lowercase();
    if lower.len() != plain.len() {
        return Vec::new();
    }
    let mut found = Vec::new();
    static READY: OnceLock<Openers> = OnceLock::new();
    let ready = READY.get_or_init(|| Openers::new(OPENERS.iter().map(|it| it.0)));
    for (opener, end) in ready.ends_in(&lower) {
        let score = OPENERS.get(opener).map_or(0.0, |it| it.1);
        let Some(rest) = plain.get(end..) else {
            continue;
        };
        // What a label names ends with its line.
        let labelled = OPENERS.get(opener).is_some_and(|it| it.0.ends_with(": "));
        let rest = rest.lines().next().filter(|_| labelled).unwrap_or(rest);
        if let Some(name) = capitalised(rest)
            && names::likeness(&name) != Likeness::Known
            && !is_infrastructure(&name)
            && !scene.is_user_name(&name)
            && !Reading::new(&name).has(Concept::RoleWord)
        {
            found.push(Candidate { name, score });
        }
    }
    found.extend(with_legal_form(scene));
    found.extend(with_org_word(scene));
    found
}

/// A name that ends in a legal form, wherever the text has one: `Fonderie Altavalle S.p.A.`
fn with_legal_form(scene: &Scene<'_>) -> Option<Candidate> {
    const LONGEST: usize = 4;
    let body = &scene.body;
    let form = body
        .hits
        .iter()
        .find(|hit| hit.concepts.has(Concept::LegalForm) && hit.first > 0)?;
    // `as`, `co`, `se` are words as well: a form is written large, or with full stops.
    let written = body.written(form);
    let large = written.chars().next().is_some_and(char::is_uppercase);
    if !(large || written.contains('.')) || written.chars().count() < 2 {
        return None;
    }
    let belongs = |at: &usize| {
        let word = body.span(*at, *at + 1);
        let token = body.tokens.get(*at + 1);
        // `HR Specialist - Officine Granero S.p.A.`: a dash ends what stands before it.
        let dashed = body.tokens.get(*at).zip(token).is_some_and(|(one, next)| {
            let between = body.original().get(one.end..next.start);
            between.is_some_and(|it| it.contains("- ") || it.contains(" -"))
        });
        let joined = !dashed && token.is_some_and(|it| it.gap == Gap::Soft);
        joined && word.chars().next().is_some_and(char::is_uppercase)
    };
    let first = (form.first.saturating_sub(LONGEST)..form.first)
        .rev()
        .take_while(belongs)
        .last()?;
    let name = body.span(first, form.first).trim();
    (name.chars().count() > 2 && !scene.is_user_name(name) && !is_infrastructure(name)).then(|| {
        Candidate {
            name: name.to_owned(),
            score: 2.2,
        }
    })
}

/// Small words inside names of companies.
const JOINS: [&str; 18] = [
    "&", "of", "de", "und", "and", "+", "du", "des", "do", "da", "dos", "del", "della", "dei",
    "la", "van", "von", "for",
];

/// Whether the event speaks of a client: then whoever sends it fills the job of somebody else.
pub(super) fn says_client(scene: &Scene<'_>) -> bool {
    const PHRASES: [&str; 58] = [
        "our client",
        "my client",
        "client of",
        "clients",
        "client:",
        "client)",
        "(client",
        "unser kunde",
        "unseren kunden",
        "unserem kunden",
        "unserer kund",
        "beim kunden",
        "(kunde",
        "mandant",
        "notre client",
        "nos clients",
        "mes clients",
        "mon client",
        "leur client",
        "son client",
        "chez le client",
        "nuestro cliente",
        "mi cliente",
        "(cliente",
        "nosso cliente",
        "meu cliente",
        "nostro cliente",
        "cliente:",
        "onze klant",
        "opdrachtgever",
        "bij de klant",
        "(klant",
        "naszym klient",
        "naszego klient",
        "u klienta",
        "strony klienta",
        "stronie klienta",
        "vår kund",
        "hos kund",
        "vores kunde",
        "vår kunde",
        "en klient",
        "našeho klienta",
        "našemu klientovi",
        "наш клиент",
        "нашего клиента",
        "нашему клиенту",
        "заказчик",
        "müşterimiz",
        "ügyfelünk",
        "clientul nostru",
        "πελάτη μας",
        "客户",
        "客戶",
        "クライアント",
        "고객사",
        "推荐）",
        "経由）",
    ];
    let body = scene.body.original().to_lowercase();
    let title = scene.title.original().to_lowercase();
    PHRASES
        .iter()
        .any(|it| title.contains(it) || body.contains(it))
}

/// `an interview with Brackley District Council`, `vom Klinikum Aue`: a name written large around a
/// word of organisations, behind a small word that leads to one.
fn with_org_word(scene: &Scene<'_>) -> Option<Candidate> {
    const LONGEST: usize = 4;
    const LEADING: [&str; 30] = [
        "with", "at", "for", "from", "by", "bei", "beim", "vom", "des", "der", "am", "chez", "au",
        "du", "en", "del", "con", "na", "no", "da", "do", "presso", "bij", "van", "hos", "vid",
        "ved", "w", "ve", "the",
    ];
    let body = &scene.body;
    let large = |at: usize| body.is_large(at);
    let joined = |at: usize| body.is_joined(at);
    let hits = body
        .hits
        .iter()
        .filter(|hit| hit.concepts.has(Concept::OrgWord) && large(hit.first));
    for hit in hits {
        let mut first = hit.first;
        while first > 0 && joined(first) && large(first - 1) && hit.first - first < LONGEST {
            first -= 1;
        }
        let mut until = hit.first + hit.len;
        while until < body.tokens.len()
            && joined(until)
            && large(until)
            && until - hit.first < LONGEST
        {
            until += 1;
        }
        let leads = first > 0 && joined(first) && LEADING.contains(&body.word(first - 1));
        let name = body.span(first, until);
        if leads
            && until - first > hit.len
            && !(first..until).any(|at| {
                body.meaning(at).any(&[
                    Concept::RoleWord,
                    Concept::Leader,
                    Concept::Department,
                    Concept::Hiring,
                ])
            })
            && !name.contains(['\n', ',', '('])
            && !scene.is_user_name(name)
            && !is_infrastructure(name)
        {
            return Some(Candidate {
                name: name.trim().to_owned(),
                score: 1.7,
            });
        }
    }
    None
}

/// The capitalised words at the start of `rest`.
fn capitalised(rest: &str) -> Option<String> {
    let mut words: Vec<&str> = Vec::new();
    for word in rest.split([' ', '\n']) {
        let bare = word.trim_end_matches([',', '.', '!', '?', ':', ';', ')', '\'', '’']);
        let joins = JOINS.contains(&bare) && !words.is_empty();
        let capital = bare
            .chars()
            .next()
            .is_some_and(|c| c.is_uppercase() || (c.is_ascii_digit() && !words.is_empty()));
        if !(joins || capital) || words.len() >= 5 {
            break;
        }
        words.push(bare);
        if bare.len() < word.len() {
            break;
        }
    }
    while words.last().is_some_and(|word| JOINS.contains(word)) {
        words.pop();
    }
    let name = words.join(" ");
    (name.chars().count() > 1
        && !matches!(
            name.as_str(),
            "I" | "We" | "The" | "You" | "Our" | "Your" | "On" | "At"
        ))
    .then_some(name)
}
