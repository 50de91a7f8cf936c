//! What stands around names: particles inside them, titles before and after them; between bars.

use std::sync::OnceLock;

use super::fold;
use crate::domain::ordering::sort_by;

/// Particles inside names: `van der Berg`, `de la Cruz`.
const PARTICLES: &str = "\
    van|von|der|den|de|del|della|di|da|dos|das|la|le|el|al|bin|ben|ter|ten|zu|y|af|ibn|du";

/// Titles before a name.
const HONORIFICS: &str = "\
    dr|prof|professor|mr|mrs|ms|miss|mx|herr|frau|hr|fr|mme|m|monsieur|madame|sr|sra|sig|\
    dott|dhr|mevr|mag|ing|dipl|lic|phil|dra|dottssa|avv|eng|mgr|pan|pani|signora|signor|\
    doctor|mevrouw|meneer|srta";

/// Titles after East Asian names.
const AFTER_NAME: &str = "\
    様|さん|氏|先生|님|씨|老师|女士|小姐|经理|部長|課長|社長|店長|マネージャー|主任|係長|팀장|팀장님|이사|대표|매니저|본부장|总监|總監|经理人|總經理|\
    主管|主任委员|老師";

/// Whether `word` (folded) is a particle.
#[must_use]
pub(super) fn is_particle(word: &str) -> bool {
    static SORTED: OnceLock<Vec<&str>> = OnceLock::new();
    is_among(&SORTED, PARTICLES, word)
}

/// Whether `word` stands in a list between bars, which is sorted once.
fn is_among(sorted: &OnceLock<Vec<&'static str>>, list: &'static str, word: &str) -> bool {
    let words = sorted.get_or_init(|| {
        let mut words: Vec<&str> = list.split('|').collect();
        sort_by(&mut words, |one, other| one.cmp(other));
        words
    });
    words.binary_search(&word).is_ok()
}

/// `田中様` -> `田中`.
#[must_use]
pub(crate) fn strip_cjk_title(text: &str) -> &str {
    let text = text.trim();
    AFTER_NAME
        .split('|')
        .filter_map(|title| text.strip_suffix(title))
        .min_by_key(|it| it.len())
        .map_or(text, str::trim)
}

/// Whether `word` is a form of address or a degree before a name.
#[must_use]
pub(super) fn is_honorific(word: &str) -> bool {
    static SORTED: OnceLock<Vec<&str>> = OnceLock::new();
    let bare = word.trim_end_matches('.');
    // The longest is ten letters; a letter with an accent takes two bytes.
    bare.len() <= 20
        && (bare.len() < word.len()
            || word.len() > 2
            || word == "Dr"
            || word == "Mr"
            || word == "Ms")
        && is_among(&SORTED, HONORIFICS, &fold(bare))
}
