//! Domains that belong to infrastructure, not to an employer, and what a company's domain tells.
//!
//! Sources: sender and link domains collected from public mail parsers and vendors' help pages.

mod named;

use std::{collections::HashMap, hash::BuildHasherDefault, sync::OnceLock};

use super::text::{fold::squash, lexicon::hash::Fnv};
pub(crate) use named::{label_fits, name_of_label};

/// What kind of infrastructure a domain is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Applicant tracking.
    HiringSystem,
    /// Books meetings of any kind.
    Scheduler,
    /// Tests candidates.
    Assessment,
    /// Advertises vacancies.
    JobBoard,
    /// Anybody's mail.
    FreeMail,
    /// Hosts calls.
    Meeting,
    /// Notes, rooms, shared calendars: no person.
    Machine,
    /// Recruits participants of studies.
    Research,
    /// Practice interviews.
    Practice,
}

use Kind::{
    Assessment, FreeMail, HiringSystem, JobBoard, Machine, Meeting, Practice, Research, Scheduler,
};

/// Suffix -> kind. A domain belongs to the longest suffix that it ends with.
const TABLE: &[(Kind, &str)] = &[
    (
        HiringSystem,
        "greenhouse.io greenhouse-mail.io lever.co ashbyhq.com myworkday.com myworkdayjobs.com workday.com icims.com icims.eu smartrecruiters.com smartrecruiters.io smrtr.io workablemail.com workable.com jobvite.com jobvite-inc.com successfactors.com successfactors.eu sapsf.com sapsf.eu taleo.net oraclecloud.com brassring.com bamboohr.com breezy.hr breezy-mail.com jazzhr.com jazz.co applytojob.com recruitee.com recruitee-mailbox.com teamtailor.com teamtailor-mail.com personio.de personio.com rippling.com ripplingmail.com dover.com gem.com hirebridge.com paylocity.com ultipro.com ukg.com adp.com avature.net eightfold.ai phenom.com phenompeople.com pinpointhq.com polymer.co comeet.com comeet.co comeet-notifications.com join.com freshteam.com gupy.com.br talentlyft.com viterbit.com viterbit-mail.com ceipalmail.com darwinbox.com darwinbox.in dayforce.com cornerstoneondemand.com csod.com bullhorn.com zohorecruit.com zohorecruit.eu recruiterbox.com hirehive.com homerun.co softgarden.de softgarden.io rexx-systems.com concludis.de d-vinci.de onlyfy.io onlyfy.jobs talention.com umantis.com prescreen.io prescreenapp.io factorialhr.com sesamehr.com flatchr.io taleez.com digitalrecruiters.com welcomekit.co beetween.com softy.pro erecruiter.pl traffit.com element.st tomhrm.com varbi.com reachmee.com jobylon.com webcruiter.no emply.com hr-manager.net hrmos.co herp.cloud talentio.com sonar-ats.jp i-web.jpn.com greetinghr.com ninehire.com moka.com mokahr.com beisen.com italent.cn feishu-recruit.cn keka.com naukri-rms.com peoplestrong.com turbohire.co careerplug.com hireology.com silkroad.com infor.com prelude.co interviewschedule.com guide.co ivyhr.com bullhornstaffing.com recruitis.io pageuppeople.com tal.net oleeo.com eploy.net networxrecruitment.com jobtrain.co.uk trac.jobs peopleadmin.com interfolio.com neogov.com governmentjobs.com harri.com fountain.com talentreef.com applicantpro.com jobadder.com clearcompany.com manatal.com loxo.co crelate.com zohorecruit.in huntflow.ru huntflow.dev potok.io talantix.ru teamio.com datacruit.com recruiter.co.kr recman.no easycruit.com hr-on.com laura.fi carerix.com otys.com bizneo.com talentclue.com hiringroom.com pandape.com kenoby.com solides.com.br solides.jobs inhire.app inrecruiting.com intervieweb.it altamiraweb.com hrlink.pl peoplise.com talent-soft.com talentsoft.com beesite.de hr4you.org hr4you.de dvinci-hr.com dvinci.de jobcan.jp axol.jp welcometothejungle.co snaphire.com elmotalent.com.au scouttalent.com.au bigredsky.com livehire.com ismartrecruit.com kula.ai metaview.com gethired.com recright.com sympa.com teamtailor.net jobtoolz.com cvwarehouse.com hrcloud.com nmbrs.com afas.online ubeeo.nl connexys.nl talentech.com reachmee.se aplitrak.com broadbean.com idibu.com vincere.io firefishsoftware.com itris.co.uk recruitcrm.io zohorecruitmail.com hiringthing.com applicantstack.com newtonsoftware.com paycomonline.net isolvedhire.com workbright.com apploi.com hospitalrecruiting.com schoolspring.com frontlineeducation.com applitrack.com tes.com eteach.com mynewterm.com hr-recruit.jp airwork.net engage.jp cocoo.jp",
    ),
    (
        HiringSystem,
        "goodtime.io modernloop.io interviews.modernloop.io cronofy.com paradox.ai olivia.paradox.ai xor.ai sense-ai.com candidate.fyi metaview.ai brighthire.ai pillar.hr",
    ),
    (
        Scheduler,
        "calendly.com chilipiper.com scheduleonce.com oncehub.com meetings.hubspot.com savvycal.com cal.com doodle.com youcanbook.me acuityscheduling.com tidycal.com zcal.co appointlet.com setmore.com timerex.net spir.app outlook.office365.com bookings.microsoft.com calendar.app.google meetings-eu1.hubspot.com koalendar.com zeeg.me simplybook.me vyte.in vyte.com meetergo.com microsoftbookings.com book.ms lunacal.ai neetocal.com picktime.com youcanbookme.com jicoo.com eeasy.jp aitemasu.me waaq.jp nitte.app",
    ),
    (
        Assessment,
        "hackerrank.com hackerrankforwork.com codesignal.com codility.com hirevue.com karat.io karat.com testgorilla.com coderpad.io hackerearth.com mettl.com shl.com codepair.com coderbyte.com byteboard.dev testdome.com sparkhire.com myinterview.com willo.video pymetrics.com aon.com cut-e.com nowcoder.com programmers.co.kr hr-tech.jp track.run vidcruiter.com hireflix.com harver.com modernhire.com cammio.com interviewstream.com talview.com devskiller.com imocha.io qualified.io thomas.co sova.com arcticshores.com cappfinity.com alva-labs.com alvalabs.io equalture.com assessfirst.com criteriacorp.com predictiveindex.com plum.io pymetrics.ai tengai-unbiased.com maki.io",
    ),
    (
        JobBoard,
        "linkedin.com wellfound.com angel.co indeed.com indeedemail.com glassdoor.com dice.com joinhandshake.com builtin.com otta.com ziprecruiter.com monster.com stepstone.de xing.com infojobs.net naukri.com wantedly.com welcometothejungle.com hellowork.com hh.ru jobindex.dk pracuj.pl jobsdb.com 104.com.tw zhipin.com saramin.co.kr jobkorea.co.kr mynavi.jp rikunabi.com doda.jp bizreach.jp kariyer.net foundit.in instahyre.com liepin.com 51job.com zhaopin.com reed.co.uk totaljobs.com seek.com.au seek.co.nz finn.no duunitori.fi jobs.cz en-japan.com wanted.co.kr jobteaser.com apec.fr cadremploi.fr infojobs.com.br catho.com.br vagas.com.br occ.com.mx computrabajo.com hosco.com caterer.com jobs.ch arbetsformedlingen.se blocket.se nav.no monster.fr stepstone.fr stepstone.at karriere.at jobserve.com cv-library.co.uk jobstreet.com jobs.bg ejobs.ro bestjobs.eu profession.hu work.ua robota.ua djinni.co superjob.ru habr.com workopolis.com jobillico.com jobboom.com hired.com triplebyte.com turing.com",
    ),
    (
        FreeMail,
        "gmail.com googlemail.com outlook.com outlook.de outlook.fr hotmail.com hotmail.co.uk hotmail.fr hotmail.de hotmail.it hotmail.es live.com live.co.uk live.fr live.nl msn.com yahoo.com yahoo.co.uk yahoo.fr yahoo.de yahoo.it yahoo.es yahoo.co.jp yahoo.co.in ymail.com rocketmail.com icloud.com me.com mac.com proton.me protonmail.com pm.me fastmail.com fastmail.fm aol.com gmx.de gmx.net gmx.at gmx.ch gmx.com web.de t-online.de freenet.de posteo.de mailbox.org orange.fr wanadoo.fr free.fr laposte.net sfr.fr bbox.fr videotron.ca bell.net rogers.com sympatico.ca shaw.ca telus.net libero.it virgilio.it tiscali.it alice.it tin.it fastwebnet.it ziggo.nl kpnmail.nl xs4all.nl planet.nl hetnet.nl telenet.be skynet.be proximus.be wp.pl onet.pl o2.pl interia.pl op.pl gazeta.pl telia.com comhem.se bredband.net online.no telenor.no jubii.dk mail.dk seznam.cz centrum.cz email.cz azet.sk freemail.hu citromail.hu mail.ru yandex.ru yandex.com bk.ru inbox.ru list.ru rambler.ru ukr.net i.ua naver.com daum.net hanmail.net kakao.com nate.com qq.com 163.com 126.com sina.com sina.cn foxmail.com aliyun.com yeah.net hotmail.com.tw yahoo.com.tw pchome.com.tw docomo.ne.jp ezweb.ne.jp softbank.ne.jp nifty.com rediffmail.com uol.com.br bol.com.br terra.com.br ig.com.br globo.com sapo.pt hotmail.com.br yahoo.com.br btinternet.com sky.com virginmedia.com ntlworld.com talktalk.net comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net bigpond.com optusnet.com.au xtra.co.nz bluewin.ch sunrise.ch tutanota.com hey.com zoho.com mail.com email.com duck.com privaterelay.appleid.com walla.co.il walla.com inter.net.il abv.bg yahoo.com.mx prodigy.net.mx hotmail.se hotmail.no hotmail.dk hotmail.nl hotmail.be hotmail.ca live.se live.no live.dk live.be live.ca live.it outlook.es outlook.it outlook.com.br outlook.jp outlook.be outlook.dk outlook.kr yahoo.ca yahoo.com.au yahoo.com.tr yahoo.se yahoo.ro yahoo.ie yahoo.pl yahoo.com.sg yahoo.com.ph yahoo.com.hk yahoo.com.ar ya.ru arcor.de online.de neuf.fr club-internet.fr numericable.fr telefonica.net iol.pt clix.pt tlen.pl home.nl chello.nl casema.nl quicknet.nl online.nl upcmail.nl post.cz volny.cz zoznam.sk 139.com 189.cn tom.com ocn.ne.jp biglobe.ne.jp so-net.ne.jp plala.or.jp hotmail.co.jp live.jp yahoo.ne.jp i.softbank.jp au.com hotmail.com.au hotmail.com.tr mynet.com superonline.com rediff.com sify.com hotmail.com.ar hotmail.com.mx fibertel.com.ar pandora.be scarlet.be vodafone.nl eircom.net iinet.net.au internode.on.net tpg.com.au dodo.com.au mweb.co.za webmail.co.za vodamail.co.za hush.com mailfence.com runbox.com disroot.org riseup.net skiff.com earthlink.net juno.com netzero.net windstream.net frontier.com centurylink.net optonline.net me.com.au elisanet.fi kolumbus.fi luukku.com suomi24.fi saunalahti.fi spray.se passagen.se tele2.se bahnhof.se broadpark.no hotmail.fi centrum.sk hanmail.com dreamwiz.com korea.com",
    ),
    (
        Meeting,
        "zoom.us zoomgov.com meet.google.com teams.microsoft.com teams.live.com webex.com chime.aws gotomeeting.com goto.com gotomeet.me whereby.com bluejeans.com skype.com join.skype.com meet.jit.si jitsi.org meeting.tencent.com voovmeeting.com vc.feishu.cn meetings.feishu.cn larksuite.com dingtalk.com telemost.yandex.ru telemost.yandex.com jazz.sber.ru ringcentral.com dialpad.com around.co lifesizecloud.com bigbluebutton.org teams.cloud.microsoft gather.town slack.com discord.com starleaf.com pexip.me clickmeeting.com livestorm.co app.livestorm.co ktalk.ru meet.goto.com global.gotomeeting.com 8x8.vc amazonchime.com meet.reclaim.ai vooz.com",
    ),
    (
        Machine,
        "resource.calendar.google.com group.calendar.google.com import.calendar.google.com calendar.google.com otter.ai fireflies.ai fathom.video read.ai grain.com grain.co tldv.io avoma.com gong.io chorus.ai sembly.ai supernormal.com krisp.ai circleback.ai granola.so reclaim.ai clockwise.com getclockwise.com x.ai motion.com usemotion.com clara.com recall.ai",
    ),
    (
        Research,
        "userinterviews.com respondent.io discuss.io usertesting.com dscout.com userlytics.com lookback.io maze.co prolific.com prolific.co ethn.io greatquestion.co wynter.com askable.com testingtime.com glgroup.com guidepoint.com alphasights.com thirdbridge.com",
    ),
    (
        Practice,
        "pramp.com interviewing.io tryexponent.com igotanoffer.com biginterview.com meetapro.com prepfully.com",
    ),
];

/// What infrastructure `domain` (a host or mail domain, any case) belongs to, if any.
#[must_use]
pub(crate) fn kind_of(domain: &str) -> Option<Kind> {
    if domain.bytes().any(|it| it.is_ascii_uppercase()) {
        return kind_of(&domain.to_ascii_lowercase());
    }
    let map = map();
    let mut found = None;
    let mut hash = Backward::default();
    // From the end: every dot ends a suffix that is longer than the one before.
    let ends = domain.bytes().enumerate().rev();
    for (at, byte) in ends.map(|(at, byte)| (at + 1, byte)).chain([(0, b'.')]) {
        if byte == b'.'
            && let Some((suffix, kind)) = map.get(&hash.0)
            && domain.get(at..) == Some(suffix)
        {
            found = Some(*kind);
        }
        hash.add(byte);
    }
    // Names that nobody but the system has, under another ending.
    found.or_else(|| BRANDS.contains(&label(domain)).then_some(HiringSystem))
}

/// Whether `name` is what a board of vacancies is called.
#[must_use]
pub(crate) fn is_board_name(name: &str) -> bool {
    let name = squash(name);
    let boards = TABLE.iter().filter(|it| it.0 == JobBoard);
    let mut suffixes = boards.flat_map(|it| it.1.split(' '));
    suffixes.any(|it| it.split('.').next() == Some(name.as_str()))
}

/// A number for the letters of a suffix, from the last to the first.
#[derive(Default)]
struct Backward(u32);

impl Backward {
    const fn add(&mut self, byte: u8) {
        self.0 = (self.0 ^ byte as u32)
            .wrapping_mul(0x0100_0193)
            .rotate_left(5)
            ^ 0x9DC5;
    }
}

/// Hiring systems with names of their own.
const BRANDS: [&str; 9] = [
    "recruitee",
    "teamtailor",
    "smartrecruiters",
    "welcomekit",
    "successfactors",
    "myworkdayjobs",
    "jobvite",
    "softgarden",
    "ashbyhq",
];

/// The suffixes by their numbers: a test sees to it that no two have the same.
fn map() -> &'static Suffixes {
    static MAP: OnceLock<Suffixes> = OnceLock::new();
    MAP.get_or_init(|| {
        let suffixes = TABLE
            .iter()
            .flat_map(|(kind, list)| list.split(' ').map(move |suffix| (suffix, *kind)));
        let number = |suffix: &str| {
            let mut hash = Backward::default();
            suffix.bytes().rev().for_each(|it| hash.add(it));
            hash.0
        };
        suffixes.map(|it| (number(it.0), it)).collect()
    })
}

type Suffixes = HashMap<u32, (&'static str, Kind), BuildHasherDefault<Fnv>>;

/// The part of a mail address after `@`.
#[must_use]
pub(crate) fn of_address(address: &str) -> Option<&str> {
    address.rsplit_once('@').map(|(_, domain)| domain)
}

/// Second-level labels under which names are registered, so that one more label counts.
/// `example` is reserved below country domains, too: nobody's own label.
const SECOND_LEVEL: [&str; 21] = [
    "co", "com", "org", "net", "ac", "gov", "edu", "or", "ne", "go", "gob", "gouv", "gc", "qc",
    "nhs", "sch", "govt", "in", "ed", "lg", "example",
];

/// Parts of countries, and kinds of work, under which names are registered.
const REGIONS: [(&str, &str); 4] = [
    ("au", "vic nsw qld tas act nt wa sa"),
    ("ca", "on bc ab mb sk ns nb nl pe yk nt"),
    ("us", "k12 state"),
    (
        "br",
        "sp rj mg rs pr sc ba df ce pe go es adm adv agr arq art bio cnt ecn emp eng esp eti far fot fst \
         ind inf jor jus leg log med mus ntr odo ong ppg pro psc psi radio rec srv tec tmp trd tur tv vet",
    ),
];

/// The label of a company's domain that holds its name: `kogane-print` of `mail.kogane-print.co.jp`.
#[must_use]
pub(crate) fn label(domain: &str) -> &str {
    let mut labels = domain.rsplit('.').filter(|label| !label.is_empty());
    let country = labels.next().unwrap_or_default();
    let (second, third, fourth) = (labels.next(), labels.next(), labels.next());
    let is_region = |label: &str| {
        REGIONS
            .iter()
            .any(|(of, regions)| *of == country && regions.split(' ').any(|it| it == label))
    };
    match (third, second) {
        // `skills.vic.gov.au`
        (Some(third), Some(second)) if SECOND_LEVEL.contains(&second) => {
            fourth.filter(|_| is_region(third)).unwrap_or(third)
        }
        // `hollingbrook.on.ca`
        (Some(third), Some(second)) if is_region(second) => third,
        (_, Some(second)) => second,
        _ => domain,
    }
}

/// The registrable part of a domain: `kogane-print.co.jp` of `mail.kogane-print.co.jp`.
#[must_use]
pub(crate) fn site(domain: &str) -> &str {
    let label = label(domain);
    // The label stands near the end.
    let mut ends = (0..=domain.len()).rev().filter_map(|at| domain.get(at..));
    ends.find(|it| it.starts_with(label)).unwrap_or(domain)
}

/// The tenant of a hiring system: `fatshark` of `fatshark.teamtailor-mail.com`.
#[must_use]
pub(crate) fn tenant(address: &str) -> Option<&str> {
    const GENERIC: [&str; 34] = [
        "app",
        "www",
        "mail",
        "us",
        "eu",
        "hire",
        "jobs",
        "boards",
        "job-boards",
        "careers",
        "candidates",
        "inbound",
        "m",
        "no-reply",
        "noreply",
        "notifications",
        "notification",
        "web",
        "interviews",
        "interview",
        "support",
        "calendar",
        "a",
        "api",
        "talent",
        "apply",
        "my",
        "go",
        "hello",
        "donotreply",
        "do-not-reply",
        "recruiting",
        "email",
        "workflow",
    ];
    let (local, domain) = address.rsplit_once('@').unwrap_or(("", address));
    if kind_of(domain) != Some(HiringSystem) {
        return None;
    }
    let name = label(domain);
    let before = domain
        .split(name)
        .next()
        .unwrap_or_default()
        .trim_end_matches('.');
    let from_domain = before
        .split('.')
        .next()
        .filter(|first| !first.is_empty() && !GENERIC.contains(first));
    from_domain.or_else(|| {
        let plain = local.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        (plain && local.len() > 2 && !GENERIC.contains(&local) && domain.ends_with("myworkday.com"))
            .then_some(local)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn infrastructure_is_known_by_its_suffix() {
        assert_eq!(kind_of("eu.greenhouse-mail.io"), Some(HiringSystem));
        assert_eq!(kind_of("Fatshark.teamtailor-mail.com"), Some(HiringSystem));
        assert_eq!(kind_of("us02web.zoom.us"), Some(Meeting));
        assert_eq!(kind_of("gmail.com"), Some(FreeMail));
        assert_eq!(kind_of("acme.recruitee.example"), Some(HiringSystem));
    }

    #[test]
    fn every_suffix_is_found() {
        let mut kinds = HashMap::new();
        for (kind, list) in TABLE {
            kinds.extend(list.split(' ').map(|suffix| (suffix, *kind)));
        }
        assert_eq!(kinds.len(), map().len());
        for (suffix, kind) in kinds {
            assert_eq!(kind_of(suffix), Some(kind), "{suffix}");
            assert_eq!(kind_of(&format!("mail.{suffix}")), Some(kind), "{suffix}");
        }
    }

    #[test]
    fn companies_are_no_infrastructure() {
        for domain in [
            "notgreenhouse.io",
            "lever.com",
            "mygmail.com",
            "recruitee.acme.example",
            "acme.example",
            "com",
            "",
        ] {
            assert_eq!(kind_of(domain), None, "{domain}");
        }
    }

    #[test]
    fn the_label_holds_the_name() {
        assert_eq!(label("mail.kogane-print.co.jp"), "kogane-print");
        assert_eq!(label("acme.example"), "acme");
        assert_eq!(label("sakura.ed.jp"), "sakura");
        assert_eq!(label("rivers.vic.gov.au"), "rivers");
        assert_eq!(label("mail.hollow.on.ca"), "hollow");
        assert_eq!(label("on.ca"), "on");
        assert_eq!(label("vic.acme.com"), "acme");
        assert_eq!(site("mail.kogane-print.co.jp"), "kogane-print.co.jp");
    }

    #[test]
    fn tenants_are_read_from_sub_domain_or_local_part() {
        assert_eq!(
            tenant("no-reply@fatshark.teamtailor-mail.com"),
            Some("fatshark")
        );
        assert_eq!(tenant("mastercard@myworkday.com"), Some("mastercard"));
        assert_eq!(tenant("no-reply@us.greenhouse-mail.io"), None);
        assert_eq!(tenant("jan@acme.example"), None);
    }
}
