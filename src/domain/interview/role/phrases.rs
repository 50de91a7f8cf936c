//! What stands before and after roles in a description; phrases between bars, lower case.

/// Labels before a role.
pub(super) const LABELS: &str = "\
    position|role|jd|job title|job|requisition|req|opening|title|vacancy|stelle|poste|puesto|\
    vacante|vaga|cargo|posizione|ruolo|functie|vacature|stanowisko|tjänst|roll|stilling|職種|\
    ポジション|职位|岗位|포지션|직무|должность|job position|job role|applied role|applying for|your role|\
    post|job ref|job opening|job posting|position title|role title|stellenbezeichnung|\
    ausschreibung|rolle|funktion|ausbildung|intitulé du poste|intitulé|offre|offre d'emploi|\
    mission|fonction|oferta|puesto de trabajo|plaza|puesto vacante|posición|oportunidade|\
    função|vaga de emprego|annuncio|mansione|profilo|vacaturetitel|rol|baan|oferta pracy|\
    pozycja|rola|ogłoszenie|rekrytering|befattning|jobb|jobb som|stillingstittel|jobtitel|\
    tehtävä|työtehtävä|paikka|pozice|pracovní pozice|místo|вакансия|позиция|роль|посада|\
    вакансія|pozisyon|görev|ilan|募集職種|応募職種|応募ポジション|求人|ポジション名|应聘职位|应聘岗位|面试岗位|面试职位|應徵職位|應徵職務|\
    職缺|職務|지원 직무|지원직무|지원 포지션|모집 부문|지원분야|채용 포지션|role applied for|position applied for";

/// Labels that have no other meaning; the others are those of places, hours and papers, too.
pub(super) const SURE_LABELS: &str = "\
    position|role|job title|job position|applied role|applying for|your role|position title|\
    role title|role applied for|position applied for|requisition|vacancy|job opening|job posting|\
    stelle|stellenbezeichnung|rolle|ausschreibung|poste|intitulé du poste|puesto|\
    puesto de trabajo|puesto vacante|vacante|vaga|vaga de emprego|posizione|ruolo|mansione|\
    functie|vacature|vacaturetitel|stanowisko|tjänst|befattning|stilling|stillingstittel|\
    jobtitel|tehtävä|työtehtävä|pozice|pracovní pozice|должность|вакансия|позиция|посада|вакансія|\
    pozisyon|職種|ポジション|职位|岗位|포지션|직무|募集職種|応募職種|応募ポジション|求人|ポジション名|\
    应聘职位|应聘岗位|面试岗位|面试职位|應徵職位|應徵職務|職缺|職務|지원 직무|지원직무|지원 포지션|모집 부문|지원분야|\
    채용 포지션";

/// Before a role inside a sentence.
pub(super) const OPENERS: &str = "\
    processus de sélection – |processus de sélection - |processus de recrutement – |processo seletivo – |\
    processo seletivo - |processo seletivo |proceso de selección – |proceso de selección - |\
    angående tjänsten |gällande tjänsten |till tjänsten |岗位为|岗位是|职位为|职位是|\
    for the post of |the post of |for the position of |for the position |for the role of |position of |role of |for our |\
    for the |about the |for a |as a |as an |\
    bewerbung um die stelle als |candidatura como |candidature comme |w sprawie stanowiska |\
    ws. stanowiska |dotyczącej stanowiska |dotyczącą stanowiska |sollicitatie als |\
    sollicitatie voor de functie |functie van |ansökan som |ansökan till tjänsten som |søknad som |\
    søknad på stillingen som |ansøgning som |hakemuksesta tehtävään |interest in the |interest in our |apply for the |\
    applied to the |regarding the |für die stelle als |für die position |stelle als |\
    position als |pour le poste de |pour le poste d'|pour le poste d’|poste de |\
    para el puesto de |puesto de |para a vaga de |vaga de |per la posizione di |\
    per il ruolo di |voor de functie van |voor de functie |na stanowisko |tjänsten som |\
    stillingen som |на позицию |applying for the |application for |application to |\
    applied for the |candidacy for |interviewing for the |interview for the |opening for a |\
    zur stelle |um die stelle als |auf die stelle als |stelle |bewerbung als |\
    ausbildung zum |ausbildung zur |als |candidature au poste de |\
    candidature pour le poste de |candidature au poste d'|candidature au poste d’|\
    le poste d'|le poste d’|sur le poste de |au poste de |en tant que |stage de |\
    candidatura a |candidatura al puesto de |vacante de |plaza de |posición de |puesto |\
    da vaga |vaga |para a vaga |candidatura para |cargo de |candidatura come |posizione |\
    ruolo di |posizione aperta di |in qualità di |functie |vacature |als nieuwe |rol van |\
    stanowisko |w sprawie stanowiska |tjänsten |rollen som |stillingen |jobbet som |\
    stilling som |job som |tehtävään |на должность |на вакансию |на посаду |na pozici |\
    pozici |interview for |phone interview for |video interview for |screening for |screen for |\
    assessment centre for |assessment center for |für die ausbildung zum |für die ausbildung zur |\
    für die ausbildung als |für die ausbildung |um einen ausbildungsplatz zum |\
    um einen ausbildungsplatz zur |um einen ausbildungsplatz als |ausbildungsplatz zum |\
    ausbildungsplatz zur |ausbildungsplatz als |ausbildung |para a posição de |posição de |\
    para a função de |função de |candidatura para |preselección |pré-sélection poste |poste |\
    discuss the |and the |om stilling som |om tjänsten som |om jobbet som |ang jobbet som |\
    per posto |for posten som |w sprawie roli |na pozycję |o pracę jako |pentru postul de |\
    postul de |щодо посади |на позицію |rolle als |für die rolle |por el puesto de |para o cargo de |\
    για τη θέση |לתפקיד |למשרת |لوظيفة |\
    la criba para |schedule for |onsite for |loop for |invited for |pour une |pour un |eine |een |una |en |för |för en |\
    for |para |per |für |voor |pour |jako |som |na stanowisku |w roli |για |в роли |in qualità di |come ";

/// Openers after which nothing but a role stands.
pub(super) const SURE_OPENERS: &str = "\
    angående tjänsten |gällande tjänsten |till tjänsten |岗位为|岗位是|职位为|职位是|\
    for the post of |the post of |for the position of |for the role of |position of |role of |für die stelle als |\
    pour le poste de |poste de |para el puesto de |puesto de |para a vaga de |\
    per la posizione di |per il ruolo di |voor de functie van |na stanowisko |tjänsten som |\
    stillingen som |на должность |на вакансию |um die stelle als |auf die stelle als |\
    candidature au poste de |au poste de |vacante de |plaza de |cargo de |ruolo di |\
    para a posição de |posição de |para a função de |candidatura para |\
    assessment centre for |für die ausbildung |ausbildungsplatz zum |ausbildungsplatz zur |\
    for the position |pour le poste d'|pour le poste d’|au poste d'|au poste d’|le poste d'|\
    le poste d’|na pozici |w sprawie roli |na pozycję |pentru postul de |на посаду |щодо посади |\
    na pozycję |לתפקיד |למשרת |لوظيفة|\
    bewerbung als |bewerbung um die stelle als |candidatura come |candidatura como |\
    candidature comme |w sprawie stanowiska |ws. stanowiska |dotyczącej stanowiska |\
    dotyczącą stanowiska |na stanowisku |sollicitatie als |sollicitatie voor de functie |\
    functie van |rol van |ansökan som |ansökan till tjänsten som |søknad som |søknad på stillingen som |\
    ansøgning som |stilling som |om stilling som |om jobbet som |hakemuksesta tehtävään |tehtävään ";

/// What calls the words before it a role.
pub(super) const NOUNS: &str =
    " position| role| opening| vacancy| seat| job| opportunity| post| posting";

/// Nouns that follow a role in their language.
pub(super) const ROLE_BEFORE: &str = "\
    pozisyonu|pozisyonunuz|pozisyonuna|포지션|직무|직군|職の|職に|ポジション|岗位的|职位的|채용 건|채용건";

/// After a role inside a sentence.
pub(super) const CLOSERS: &str = "\
     position| role| opening| vacancy| seat| job| opportunity| roster| pool| post | at | with | in our| on our| bei | chez | en |\
     presso | bij | w | hos | team| interview| and | und | (| within| na | no | da | do |\
     the selection| the panel| the board| the committee| the interview| we | you | which | que | qui |\
     a las | et | y | e | och | og | oraz | med | con | con la | mit | im | in der | in un|\
     via | is | has | have | will | on | was | wird | wurde | sera | ha sido | foi | è | är | er | jest | wordt | werd | est | beworben| bewerben| dans | au sein| 🙂| –| —| til | på | i ";
