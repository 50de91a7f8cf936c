//! What users and invitations say, in every language: plain, odd and hostile.

use afternote::domain::{
    interview::Part,
    note::{
        compose::{Brief, ENTRIES, Tone, compose},
        kind::Kind,
        language::{Address, Language},
        review::Expectation,
    },
};

/// The inputs in one language.
pub(crate) struct Inputs {
    pub(crate) language: Language,
    pub(crate) role: &'static str,
    pub(crate) specifics: &'static [&'static str],
    /// What a whole panel may have in common.
    pub(crate) shared: &'static [&'static str],
    pub(crate) points: &'static [&'static str],
}

pub(crate) const EMPLOYER: &str = "Kettlefish";
pub(crate) const SENDER: &str = "Jordan Reyes";

/// Names as calendars have them.
pub(crate) const NAMES: [Option<&str>; 20] = [
    Some("Priya Shah"),
    Some("Kovač, Tom"),
    Some("田中 太郎"),
    Some("J. Smith"),
    Some("LEONIE ACHTERMAN"),
    Some("Frau Dr. Ana Lima"),
    Some("Mr. Seán O’Neill"),
    Some("María-José Ruiz (she/her)"),
    Some("{name} <b>Bo</b>"),
    None,
    Some("Herr von Bülow"),
    Some("Dr. Lee"),
    Some("da Silva"),
    Some("Priya Shah, CPA, MBA"),
    Some("AMSELLEM Clotilde"),
    Some("M. Paul Joncour"),
    Some("Sra. Pérez Gómez"),
    Some("Talent Acquisition"),
    Some("Lindner"),
    Some("Frau Prof. Dr. Anke van der Berg"),
];

/// Those of which too little is known to greet by in some language.
const HALVES: [&str; 4] = [
    "{name} <b>Bo</b>",
    "da Silva",
    "Talent Acquisition",
    "Lindner",
];

/// Makes a brief special.
pub(crate) type Change = fn(&mut Brief<'_>);

/// What can be special about a note.
pub(crate) const KINDS: [(&str, Change); 10] = [
    ("general", |_| {}),
    ("screen", |it| it.kind = Kind::Screen),
    ("technical", |it| it.kind = Kind::Technical),
    ("panel", |it| it.kind = Kind::Panel),
    ("loop", |it| it.kind = Kind::Loop),
    ("final", |it| it.kind = Kind::Final),
    ("met before", |it| it.again = true),
    ("late", |it| {
        it.late = true;
    }),
    ("informational", |it| it.kind = Kind::Informational),
    ("rejected", |it| {
        it.rejected = true;
    }),
];

pub(crate) const ALL: &[Inputs] = &[
    Inputs {
        language: Language::English,
        role: "Senior Engineer",
        shared: &[
            "the roadmap",
            "how you moved billing",
            "They are hiring",
            "Do they use Kafka?",
        ],
        specifics: &[
            "how they moved billing to event sourcing without downtime",
            "Their on-call rotation.",
            "We talked about Kafka",
            "the roadmap",
            "They are moving everything to Rust!",
            "- incident reviews\n- hiring plans for the Berlin office",
            "why the data team reports to product",
            "Discussed the trade-off between consistency and latency, and how their customers notice it",
            "climbing",
            "I asked about parental leave",
            "AI safety",
            "you mentioned the new warehouse?",
            "C++ & \"templates\" (1998)",
            "how she grew her team from three to nine",
            "her question about retries",
            "The team is moving to Rust",
            "Priya told me about her move to Berlin",
            "liked how they run retros",
            "Learned about their pipeline",
            "after the merger",
            "Team of 12, hybrid",
            "she's moving to Berlin",
            "Do they use Kafka?",
            "Is it remote? Yes, two days.",
            "that I could start in March",
            "asked about roadmap, team size, and stack",
            "1. roadmap\n2) do they pair?\n- [ ] \"hiring\"",
            "Thanks for the book tip",
        ],
        points: &[
            "Five years of payment systems.",
            "Calm with anxious customers",
            "led a team of four",
            "Rust in production",
            "I speak four languages",
            "Registered nurse",
            "Quick learner",
            "Mentoring juniors",
            "Run a team of 12",
        ],
    },
    Inputs {
        language: Language::German,
        role: "Entwicklerin",
        shared: &[
            "Die Umstellung auf Rust",
            "wie sie umgestellt haben",
            "sie bauen ein Lager",
            "Ist Homeoffice möglich?",
        ],
        specifics: &[
            "Wir sprachen über ihre Rufbereitschaft.",
            "wie sie die Abrechnung umgestellt haben",
            "Kafka",
            "Die Umstellung auf Rust",
            "sie bauen ein neues Lager in Berlin.",
            "- Rückblicke nach Störungen\n- das Büro in Berlin",
            "warum das Datenteam zum Produkt gehört",
            "Klettern",
            "Ob Teilzeit möglich ist",
            "Wir haben uns lange über den neuen Plan unterhalten",
            "fand die Offenheit toll",
            "Nutzen sie Kafka?",
            "wie sie das Team aufgebaut hat",
            "Das Team zieht nach Köln",
        ],
        points: &[
            "Fünf Jahre Erfahrung mit Zahlungssystemen.",
            "Leitung eines Teams von vier Personen",
            "Rust im Betrieb",
            "Spreche vier Sprachen",
        ],
    },
    Inputs {
        language: Language::French,
        role: "Ingénieure logiciel",
        shared: &[
            "Le passage à Rust",
            "comment vous facturez",
            "ils ouvrent un entrepôt",
            "Y a-t-il du télétravail ?",
        ],
        specifics: &[
            "Nous avons parlé de leur migration.",
            "comment l’équipe a réorganisé la facturation",
            "Kafka",
            "Le passage à Rust",
            "ils ouvrent un entrepôt à Lyon.",
            "- les retours après incident\n- le bureau de Lyon",
            "pourquoi les données sont rattachées au produit",
            "l’escalade",
            "On a beaucoup parlé du télétravail",
            "Télétravail",
            "Est-ce que l’équipe est grande ?",
            "pourquoi elle a quitté Paris",
            "L'équipe est petite",
        ],
        points: &[
            "Cinq ans de systèmes de paiement.",
            "la direction d’une équipe de quatre personnes",
            "Rust en production",
            "Parle quatre langues",
        ],
    },
    Inputs {
        language: Language::Spanish,
        role: "Ingeniera de software",
        shared: &[
            "El paso a Rust",
            "cómo facturan",
            "ellos abren un almacén",
            "¿Hay teletrabajo?",
        ],
        specifics: &[
            "Hablamos de su rotación de guardias.",
            "cómo organizaron la facturación",
            "Kafka",
            "El paso a Rust",
            "ellos abren un almacén en Sevilla.",
            "- las revisiones tras incidentes\n- la oficina de Sevilla",
            "por qué los datos dependen de producto",
            "la escalada",
            "Hablamos mucho del teletrabajo",
            "Me gustó cómo trabajan",
            "¿Tienen oficina en Lugo?",
            "que el equipo crece",
            "El equipo se muda a Valencia",
        ],
        points: &[
            "Cinco años de sistemas de pago.",
            "la dirección de un equipo de cuatro personas",
            "Rust en producción",
            "Inglés fluido",
        ],
    },
];

/// The first note after an interview today.
pub(crate) fn brief<'a>(inputs: &'a Inputs, specific: &'a str, points: &'a [String]) -> Brief<'a> {
    Brief {
        recipient: Some("Priya Shah"),
        call: None,
        part: Part::Interviewer,
        readers: &[],
        employer: Some(EMPLOYER),
        role: Some(inputs.role),
        specific,
        shared: false,
        title: None,
        selling_points: points,
        points_chosen: false,
        sender: SENDER,
        signature: "",
        tone: Tone::Warm,
        kind: Kind::General,
        again: false,
        rejected: false,
        language: inputs.language,
        address: Address::Polite,
        position: 0,
        start: 0,
        variant: 0,
        late: false,
        beside: &[],
        learned: &[],
        instead_of: "",
    }
}

/// What the note of a brief is held against.
pub(crate) fn expectation<'a>(brief: &'a Brief<'a>) -> Expectation<'a> {
    Expectation {
        recipient: brief.recipient,
        employer: brief.employer,
        role: brief.role,
        title: brief.title,
        specific: brief.specific,
        sender: brief.sender,
        signature: brief.signature,
        language: brief.language,
        to_coordinator: brief.part == Part::Coordinator,
        no_offer: brief.rejected || brief.kind == Kind::Informational,
        selling_points: brief.selling_points,
        learned: brief.learned,
        ..Expectation::default()
    }
}

/// Whether there is all to say that a note can say.
pub(crate) fn is_whole(brief: &Brief<'_>) -> bool {
    brief.part == Part::Interviewer
        && !brief.specific.trim().is_empty()
        && !brief.selling_points.is_empty()
}

/// What the review says because the user has said too little, and rightly.
pub(crate) fn is_owed_to_the_inputs(brief: &Brief<'_>, code: &str) -> bool {
    let specific = brief.specific.trim().is_empty() && brief.part == Part::Interviewer;
    let half = brief.recipient.is_some_and(|it| HALVES.contains(&it));
    (specific && ["missing_specific", "too_short"].contains(&code))
        || (half && ["half_name", "missing_name"].contains(&code))
}

/// What the recipient was told after the first meeting, where there was one.
pub(crate) fn earlier_notes(brief: &Brief<'_>) -> Vec<String> {
    let first = Brief {
        again: false,
        // Something else was talked about: who types the same again is told so by the review.
        specific: "Kafka",
        beside: &[],
        ..brief.clone()
    };
    let notes = brief.again.then(|| compose(&first).body);
    notes.into_iter().collect()
}

/// What else can be special: something is missing, or there is more than usual.
const BARE: [(&str, Change); 9] = [
    ("coordinator", |it| {
        it.part = Part::Coordinator;
        it.specific = "";
    }),
    ("coordinator with a specific", |it| {
        it.part = Part::Coordinator;
    }),
    ("no employer", |it| it.employer = None),
    ("no role", |it| it.role = None),
    ("neither", |it| {
        it.employer = None;
        it.role = None;
    }),
    ("no sender", |it| it.sender = ""),
    ("two selling points", |it| it.points_chosen = true),
    ("no specific", |it| it.specific = ""),
    ("no selling point", |it| it.selling_points = &[]),
];

/// Kinds × tones × places, each with something missing.
pub(crate) fn each_bare_brief(inputs: &Inputs, tones: &[Tone], mut check: impl FnMut(&Brief<'_>)) {
    let points: Vec<String> = inputs.points.iter().map(|it| (*it).to_owned()).collect();
    // The kinds that have sections of their own: general, informational, rejected.
    let kinds = [KINDS[0], KINDS[8], KINDS[9]];
    for (_, bare) in BARE {
        for (_, change) in kinds {
            for position in 0..8 {
                let turn = usize::try_from(position).unwrap();
                let tone = &tones[turn % tones.len()];
                let specific = inputs.specifics[turn % inputs.specifics.len()];
                let mut brief = brief(inputs, specific, &points);
                brief.tone = *tone;
                brief.position = position;
                brief.variant = position % 3;
                change(&mut brief);
                bare(&mut brief);
                check(&brief);
            }
        }
    }
}

/// Kinds × tones × specifics × names, half of them by turns, each with another place and version.
pub(crate) fn each_brief(inputs: &Inputs, tones: &[Tone], mut check: impl FnMut(&Brief<'_>)) {
    let mut count: u32 = 0;
    for specific in inputs.specifics {
        for (place, (_, change)) in KINDS.into_iter().enumerate() {
            let half = NAMES.len() / 2;
            let names = NAMES.into_iter().skip(place % 2 * half).take(half);
            for (turn, name) in names.enumerate() {
                let tone = &tones[turn % tones.len()];
                let index = usize::try_from(count).unwrap() % inputs.points.len();
                let points = [inputs.points[index].to_owned()];
                let mut brief = brief(inputs, specific, &points);
                brief.recipient = name;
                brief.tone = *tone;
                brief.position = count % 8;
                // Four at a time are the people of one interview.
                brief.start = ENTRIES[usize::try_from(count / 4 % 3).unwrap()];
                brief.variant = count / 8 % 8;
                change(&mut brief);
                check(&brief);
                count += 1;
            }
        }
    }
}
