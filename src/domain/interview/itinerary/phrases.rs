//! What stands before and after the names of people in a description; phrases between bars.

/// Labels before interviewers; folded, longest first where one starts another.
pub(super) const LABELS: &str = "\
    your interviewers|your interviewer|interviewers|interviewer(s)|interviewer|\
    interview panel|composta da|composto da|composed of|composee de|compose de|compuesta por|composta por|bestehend aus|besteht aus|panelists|panellists|panel members|panel|you will be meeting with|\
    you'll be meeting with|you will be meeting|you'll be meeting|you will meet with|\
    you'll meet with|you will meet|you'll meet|you will be speaking with|\
    you'll be speaking with|you will speak with|you'll speak with|\
    you will be interviewing with|you'll be interviewing with|you are meeting with|\
    you are interviewing with|meeting with|speaking with|interview with|interviewing with|\
    hiring manager|attendees|participants|conducted by|with|ihre gesprachspartner|\
    gesprachspartnerinnen|gesprachspartnerin|gesprachspartner|interviewende|teilnehmer|\
    vos interlocuteurs|interlocuteurs|interlocuteur|interlocutrice|vous rencontrerez|\
    vous echangerez avec|entrevistadores|entrevistadora|entrevistador|hablaras con|\
    te entrevistara|te entrevistaran|intervistatori|intervistatore|incontrerai|\
    gesprekspartners|gesprekspartner|rozmowcy|intervjuare|du traffar|面接官|面接担当|面试官|面試官|면접관|\
    vos interlocutrices|tes interlocuteurs|recruteur|recruteuse|jury|membres du jury|\
    commissieleden|commissie|selectiecommissie|gesprek met|je spreekt|u spreekt|\
    je gesprekspartners|uw gesprekspartners|beobachter|beobachterin|beobachtende|\
    ihr gesprachspartner|ihre gesprachspartnerin|ihre gesprachspartnerinnen|\
    deine gesprachspartner|teilnehmende|teilnehmerinnen|interviewer*innen|entrevistan|\
    te atendera|te recibira|asistentes|participantes|panel de entrevista|entrevista con|\
    participants de l'entretien|partecipanti|intervistatrice|commissione|\
    i tuoi interlocutori|i suoi interlocutori|interlocutori|incontrera|parlerai con|\
    entrevistadoras|voce vai conversar com|vai conversar com|conversa com|quem participa|\
    deltagare|du far traffa|du kommer att traffa|deltakere|du moter|intervjuere|deltagere|\
    du moder|samtalepartnere|haastattelijat|haastattelija|osallistujat|tapaat|\
    rozmowe poprowadza|rozmowe przeprowadzi|prowadzacy|uczestnicy|rozmowca|\
    spotkanie poprowadza|ze strony firmy|zucastni se|za nas|pohovor povede|pohovor povedou|\
    ucastnici|собеседование проведет|собеседование проводят|интервьюер|интервьюеры|\
    участники|проводит|с вами пообщаются|співбесіду проведе|учасники|gorusecek kisiler|\
    gorusmeciler|katilimcilar|mulakati yapacak|担当者|担当面接官|面接官名|参加者|出席者|弊社参加者|面谈人|评委|評委|參與者|參與人員|主试|\
    参会人员|面试人|面试老师|主面试官|面接者|面接担当者|当日の面接官|先方|先方ご担当|先方ご担当者|先方担当者|先方面接官|先方参加者|面談者|面談相手|面談担当|弊社出席者|面試主管|面試人員|面談主管|면접 담당|면접 진행|면접진행|인터뷰 담당|담당자|면접위원|참석자|인터뷰어|who|you'll chat with|you will chat with|you'll talk to|\
    who you'll meet|who you will meet|you’ll meet|you’ll be meeting|you’ll be meeting with|\
    you’ll meet with|your hosts|your host|host|hosts|interview team|interviewing you|led by|\
    hosted by|panel lead|chair|panel chair|assessors|assessor|observers|team you will meet|\
    interviewers will be|interviewers are|interviewer will be|interviewer is|panel will be|panel is|\
    panel consists of|panel members are|the following|contact person at venue|person to meet|whom to meet|meet|quem vai te receber|quem te recebe|ti riceve|\
    te recibe|vous serez recu par|vous serez recue par|ze strony klienta|po stronie klienta|za klienta|\
    vom kunden|von kundenseite|cote client|por parte del cliente|pelo cliente|per il cliente|\
    namens de klant|fra kunden|fran kunden|samenstelling jury|samenstelling commissie|leden|\
    participantes da banca|banca|membros da banca|tribunal|komisja|sklad komisji|komise|slozeni komise|\
    комиссия|состав комиссии|juri uyeleri|jueri|kommission|prufungskommission|auswahlkommission|\
    auswahlgremium|panel composition|wer|wie|qui|quien|chi|quem|vem|hvem|kto|kdo|kuka|kim|mit|avec|con|com|met|med|gesprachsteilnehmer|gesprachsteilnehmende|gesprachspartner kunde";

/// Labels before recruiters and contacts.
pub(super) const CONTACTS: &str = "\
    your recruiter is|your recruiter|recruiter|recruiting contact|point of contact|\
    your contact|contact person|contact|coordinator|recruiting coordinator|\
    ansprechpartnerin|ansprechpartner|votre contact|contacto|persona de contacto|contatto|\
    contactpersoon|osoba kontaktowa|kontaktperson|担当|ihr ansprechpartner|\
    ihre ansprechpartnerin|deine ansprechpartnerin|dein ansprechpartner|kontakt|\
    kontaktperson ar|votre interlocutrice rh|contact rh|contacto rrhh|referente|contatto hr|\
    contato|vragen|yhteyshenkilo|kontaktni osoba|контакт|контактное лицо|iletisim|人事担当|採用担当|\
    聯絡人|联系人|담당|채용담당자|scheduled by|arranged by|talent partner|recruitment contact|hr contact|\
    questions";

/// Before names inside a sentence; lower case.
pub(super) const VERBS: &str = "\
    be meeting with |be meeting |meet with |be speaking with |speak with |\
    be interviewing with |interview with |be joined by |chat with |be talking to |talk to |\
    call with |call from |conversation with |hosted by |interviewed by |gespräch mit |\
    erwarten sie |entretien avec |échanger avec |rencontrerez |rencontrer |entrevista con |\
    hablar con |entrevista com |conversar com |colloquio con |incontrerai |gesprek met |\
    rozmowa z |samtal med |samtale med |talk with |meet |introduce you to |introduced to |\
    speak to |chatting with |speaking with |meeting with |join you from |rendez-vous avec |\
    échange avec |discuter avec |rencontre avec |hablarás con |conocerás a |reunirte con |\
    charlarás con |llamará |falar com |conhecer |conversa com |parlare con |parlerai con |\
    colloquio di |incontro con |kennismaken met |spreken met |gesprek is met |träffa |\
    träffar du |møte |møde |møder du |tapaat |spotkasz się z |porozmawiasz z |spotkanie z |\
    rozmawiać z |setkáte se s |pohovor s |собеседование с |пообщаетесь с |встреча с |\
    sprechen mit |treffen sie |triffst du |gespräch führen ";

/// Above a signature; folded.
pub(super) const FAREWELLS: &str = "\
    best|best regards|kind regards|warm regards|regards|thanks|thank you|many thanks|cheers|\
    sincerely|all the best|best wishes|talk soon|see you soon|looking forward|warmly|\
    yours sincerely|thanks so much|mit freundlichen grussen|viele grusse|beste grusse|\
    liebe grusse|freundliche grusse|herzliche grusse|mfg|cordialement|bien cordialement|\
    bien a vous|belle journee|bonne journee|salutations|un saludo|saludos|un cordial saludo|\
    atentamente|atenciosamente|cordiali saluti|met vriendelijke groet|pozdrawiam|\
    med vanlig halsning|many thanks and best wishes|speak soon|see you then|see you there|\
    have a great day|mit besten grussen|beste gruesse|viele gruesse|lg|vg|bg|\
    freundliche gruesse|mit freundlichem gruss|mit freundlichen gruessen|gruss|\
    liebe gruesse|schone grusse|sincerement|bien a toi|a bientot|au plaisir|cdt|\
    saludos cordiales|un abrazo|gracias|muchas gracias|hasta pronto|cumprimentos|\
    com os melhores cumprimentos|abracos|abraco|att|obrigado|obrigada|distinti saluti|\
    un saluto|saluti|buona giornata|a presto|grazie|vriendelijke groet|vriendelijke groeten|\
    hartelijke groet|groet|groeten|mvh|hilsen|med venlig hilsen|venlig hilsen|\
    med vennlig hilsen|vennlig hilsen|vanliga halsningar|halsningar|ystavallisin terveisin|\
    terveisin|z powazaniem|pozdrawiam serdecznie|s pozdravem|с уважением|с наилучшими|\
    з повагою|saygilarimla|iyi gunler|sevgiler|udvozlettel|cu stima|varmt valkommen";

/// Before the names of those who are met, in running text; folded.
pub(super) const MEETS: &str = "\
    received by|interviewed by|conducted by|led by|hosted by|run by|chaired by|consist of|\
    consists of|consisting of|panel will be|panel is|panel are|panel members are|joined by|\
    welcomed by|met by|booked with|scheduled with|arranged with|set up with|confirmed with|lined up with|attended by|you will meet|you ll meet|you will see|\
    meeting with|you are meeting|you re meeting|you ll be meeting|you will be meeting|speaking with|meet with|speak with|speak to|talk to|talking to|chat with|\
    interview with|interview by|with both|introducing you to|introduce you to|introduced to|\
    catch up with|sit down with|mins with|min with|minutes with|hour with|session with|round with|\
    call with|coffee with|lunch with|teil|teilnehmen|nehmen|gefuhrt von|begleitet von|empfangen von|\
    interviewt von|erwartet sie|erwarten sie|erwartet dich|sprechen mit|gesprach mit|\
    termin mit|treffen sie|triffst du|sprichst mit|recu par|recue par|recus par|\
    accueilli par|accueillie par|mene par|menee par|anime par|recevra|recevront|participeront|\
    seront presents|rencontrerez|rencontreras|echangerez avec|entretien avec|en presence de|\
    recibira|recibiran|atendera|atenderan|entrevistara|entrevistaran|recibe|entrevista|atendido por|atendida por|\
    recibido por|recibida por|conducida por|estaran|participaran|entrevista con|hablaras con|\
    reuniras con|participarao|participara|recebido por|recebida por|conduzida por|te receber|\
    recebera|receberao|entrevista com|conversar com|conversa com|conversara com|case ao vivo com o|\
    riceve|riceveranno|ricevera|accoglie|accogliera|tenuto da|condotto da|saranno presenti|\
    parteciperanno|partecipera|presenti|colloquio con|incontrerai|incontrera|parlerai con|\
    ontvangen door|afgenomen door|spreekt met|spreek je met|spreek je|gesprek met|\
    kennis met|bestaat uit|aanwezig zijn|schuiven aan|deltar|deltager|medverkar|deltar fra oss|fra oss deltar|intervjuas av|\
    traffar|traffa|traffar du|moter|moter du|moder|moder du|mode|mottas av|samtale med|samtal med|\
    intervju med|udzial|wezma udzial|poprowadzi|poprowadza|przyjmie|bedzie obecny|bedzie obecna|\
    bedzie|beda|spotkanie z|rozmowa z|rozmowe z|zucastni se|ucastnit|prijme vas|povede|povedou|ujme se|\
    pohovor s|schuzka s|setkate se s|проведет|проведут|примет|встретит|участвуют|участвовать|присутствовать|\
    встреча с|интервью с|собеседование с|беседа с|проведе|візьмуть участь|haastattelee|haastattelijana|\
    haastattelijoina|toimivat|toimii|tapaat|mukana|interjuvolja|fogadja|beszelget|va primi|primit de|participa|\
    interviul cu|intalnirea cu|discutia cu|συνεντευξη με|με τον|με την|תפגוש את|ראיון עם|פגישה עם|مقابلة مع|مع السيد|مع السيدة";

/// Behind the name of who wants to meet the user, full or not; folded.
pub(super) const WANTS: &str = "\
    would like to chat|would like to meet you|would like to talk|would like to speak|\
    wants to meet you|wants to speak|has booked a video call with you|has booked a call with you|\
    has booked a meeting with you|has booked an interview with you|mochte sie kennenlernen|\
    mochte dich kennenlernen|souhaite vous rencontrer|souhaite te rencontrer|quiere conocerte|\
    quer te conhecer|gostaria de te conhecer|vorrebbe conoscerti|wil je graag leren kennen|\
    vill garna traffa dig|vil gjerne mote deg|vil gerne mode dig|chce cie poznac";

/// Behind the names of those who are met; folded.
pub(super) const RECEIVES: &str = "\
    will interview|will meet|will join|will lead|will conduct|will see|will run|will chair|\
    will call|will be|are looking|is looking|wird sie|wird dich|werden sie|werden dich|wird das|\
    werden das|nimmt|nehmen|empfangt|empfangen|erwartet|fuhrt|fuhren|begleitet|ruft|recevra|recevront|\
    appellera|rencontrera|participera|participeront|recibira|recibiran|entrevistara|\
    entrevistaran|atendera|atenderan|llamara|participara|participaran|recebera|receberao|\
    conversara|participarao|conduzira|ricevera|riceveranno|accogliera|chiamera|partecipera|\
    parteciperanno|condurra|ontvangt|ontvangen|belt|voert|voeren|spreekt|medverkar|deltar|deltager|\
    ringer|intervjuar|moter|moder|haastattelee|haastattelevat|soittaa|zadzwoni|poprowadzi|\
    poprowadza|przyjmie|zavola|prijme|povede|povedou|zucastni|проведет|проведут|позвонит|\
    примет|подзвонить|arayacak|gorusecek|katilacak|katilacaklar|gerceklestirecek|felhivja|fogadja|interjuvolja|\
    va|vor|tartja|vezeti|varja";

/// Between the names of a list; folded.
pub(super) const AND: &str = "\
    and|und|sowie|et|ainsi|que|y|e|ed|en|i|oraz|och|samt|og|ve|a|и|та|і|ja|seka|es|si|και|و|ile";

/// Words of sentences whose names are not met; `*` for any ending; folded.
pub(super) const HEARSAY: &str = "\
    contact*|kontakt*|question|questions|queries|reschedul*|adjustment*|referred|referral|\
    recommended|behalf|regards|greetings|fragen|ruckfragen|wenden|erreichen|empfohlen|empfehlung|auftrag|\
    grusse|grussen|joindre|recommand*|recommande|contacta*|dudas|preguntas|recomend*|contatt*|contato|duvida*|\
    domande|raccomandat*|vragen|aanbevolen|namens|pytan*|polecen*|fragor|sporgsmal|sporsmal|\
    kysymyks*|kysyttav*|dotaz*|вопрос*|связ*|контакт*|питан*|soru*|iletisim|elerhet*|kerdes*|intrebari|\
    αποριες|επικοινων*|spoke|spoken|gesprochen|replac*|instead|reception|receptionist|empfang|recepcion|\
    halsning*|hilsen|terveis*|saludos|cordial*|abrac*|saluti|groet*|pozdraw*|pozdrav*|saygilar*|\
    udvozl*|уважен*|cumpriment*|atentamente|grussen|receptie|portineria|recepcji|receptionen|recepcao|vastaanotto*|recepci|danisma";

/// Before who is met, in a note of one's own; folded.
pub(super) const ASKS: &str = "\
    ask for|ask|see|frag nach|fragen nach|bei|demander|demandez|preguntar por|pregunta por|procurar|\
    procure|chiedere di|chiedi di|vragen naar|vraag naar|pytac o|sporg efter|fraga efter|ansprechpartner|\
    contacto|kontakt|contact|preguntar x|pregunta x|zeptat se na|спросить|yetkili";

/// What opens a letter, before a name; folded.
pub(super) const GREETINGS: &str = "\
    hi|hello|hey|dear|hallo|liebe|lieber|guten|moin|bonjour|salut|cher|chere|hola|estimado|estimada|\
    querido|querida|buenos|buenas|ola|oi|prezado|prezada|caro|cara|ciao|gentile|egregio|buongiorno|\
    beste|geachte|hoi|dag|czesc|witam|drogi|droga|szanowny|szanowna|panie|hej|hei|kaere|kjaere|kjære|\
    moi|ahoj|dobry|vazeny|vazena|mily|mila|merhaba|selam|kedves|szia|tisztelt|buna|stimate|\
    stimata|draga|αγαπητε|αγαπητη|γεια|καλημερα|привет|здравствуите|уважаемыи|уважаемая|добрыи|\
    шановна|шановнии|вітаю|namaste|dzien|siema|selamat|postovani|postovana|zdravo|dobar";
