//! What phrases mean, and sets of such meanings.

macro_rules! concepts {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// What a phrase means.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Concept { $($(#[$doc])* $name,)* }

        /// Every concept.
        pub(crate) const ALL: &[Concept] = &[$(Concept::$name,)*];

        impl Concept {
            /// The concept with this name, as the tables write it.
            pub(crate) fn from_name(name: &str) -> Option<Self> {
                ALL.iter().copied().find(|concept| concept.name() == name)
            }

            const fn name(self) -> &'static str {
                match self { $(Self::$name => stringify!($name),)* }
            }
        }
    };
}

concepts! {
    /// A job interview, whatever else the text says.
    JobInterview,
    /// An interview of any kind.
    Interview,
    /// Several interviews.
    Interviews,
    /// A step of a selection that hardly exists elsewhere.
    Step,
    /// A step of a selection whose words are used elsewhere, too.
    WeakStep,
    /// A number of a round.
    Round,
    /// Any talk: call, chat, meeting.
    Talk,
    /// The job market: recruiter, vacancy, position.
    Hiring,
    /// Speaks to a candidate.
    ToCandidate,
    /// Held by telephone.
    Phone,
    /// Held as a video meeting.
    Video,
    /// Held at a place.
    Onsite,
    /// Speaks to an interviewer.
    HiringSide,
    /// The user's own team or vacancy, in the user's words.
    Ours,
    /// Somebody who applies.
    Applicant,
    /// A group of people who are hired together: interns, trainees.
    Cohort,
    /// User research.
    Research,
    /// Press, radio, podcast.
    Media,
    /// Talking about an interview afterwards.
    Debrief,
    /// Preparing or coaching.
    Prep,
    /// Practice.
    Mock,
    /// Learning to interview, or any training.
    Training,
    /// Leaving or staying.
    Exit,
    /// Visa, authorities, job centre, courts.
    Authority,
    /// School, university, parents.
    School,
    /// Scholarships and grants.
    Scholarship,
    /// Unpaid offices.
    Volunteer,
    /// Flats and mortgages.
    Housing,
    /// Health.
    Medical,
    /// Reference calls.
    Reference,
    /// Offers and contracts.
    Offer,
    /// First days.
    Onboarding,
    /// Fairs, open days, talks about careers.
    Fair,
    /// Networking without a vacancy.
    Networking,
    /// A friend, a former colleague, or somebody who only works there.
    Acquaintance,
    /// A due date.
    Deadline,
    /// Asking for times.
    Availability,
    /// A slot kept free.
    Hold,
    /// Chores of a job search.
    Chore,
    /// Reviews of the user's present work.
    Appraisal,
    /// Selling and buying.
    Commerce,
    /// Shopping, travel, haircuts and the like around an interview.
    Errand,
    /// Regular meetings at work.
    Routine,
    /// Faith and family.
    Ceremony,
    /// Called off or moved.
    CalledOff,
    /// `at`: an employer or place follows.
    At,
    /// `with`: a person or employer follows.
    With,
    /// `for`: a role follows.
    For,
    /// A word that is part of no name.
    Filler,
    /// A trade or rank that makes a role: engineer, nurse.
    RoleWord,
    /// A rank that interviews rather than applies: director, founder.
    Leader,
    /// A department or group.
    Department,
    /// A word of company names: Group, Labs, Verlag.
    OrgWord,
    /// Legal form: Inc, GmbH.
    LegalForm,
    /// Part of a street or building address.
    Street,
    /// A meeting room.
    Room,
    /// The subject of a session or field of a role: product sense, payments.
    Topic,
    /// Work of whoever employs people: rotas, pay, advertising for staff.
    Employs,
    /// Work of whoever looks for a job: applications, the job centre.
    Seeks,
}

/// With a phrase of these in its description an event is judged.
pub(crate) const JOB_CONCEPTS: [Concept; 5] = [
    Concept::JobInterview,
    Concept::Interview,
    Concept::Step,
    Concept::ToCandidate,
    Concept::Hiring,
];

/// A set of [`Concept`]s.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Concepts(u64);

impl Concepts {
    /// The empty set.
    pub(crate) const NONE: Self = Self(0);

    /// The set of one.
    #[must_use]
    pub(crate) const fn of(concept: Concept) -> Self {
        Self(1 << concept as u32)
    }

    /// Both sets together.
    #[must_use]
    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether `concept` is in it.
    #[must_use]
    pub(crate) const fn has(self, concept: Concept) -> bool {
        self.0 & (1 << concept as u32) != 0
    }

    /// Whether any of `concepts` is in it.
    #[must_use]
    pub(crate) fn any(self, concepts: &[Concept]) -> bool {
        concepts.iter().any(|concept| self.has(*concept))
    }

    /// Whether nothing is in it.
    #[must_use]
    pub(crate) const fn is_empty(self) -> bool {
        self.0 == 0
    }
}
