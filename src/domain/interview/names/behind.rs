//! Family names that stand behind a particle which leads to a place or a company elsewhere: `Sam de
//! Vries` is a person, `Sam de Corvane` is Sam of Corvane.

use crate::domain::interview::text::list::List;

/// Common family names of that kind, folded: Dutch, Spanish, Portuguese, Italian, French.
/// From statistics of family names as the countries publish them.
static NAMES: List = List::new(
    "\
    abreu|aguiar|alba|alencar|almeida|amaral|andrade|angelis|anjos|araujo|arco|arruda|assis|\
    avila|azevedo|backer|barros|bastos|bie|block|boer|bono|bont|borja|brito|bruijn|bruin|\
    bruyn|campos|carmen|carmo|carvalho|castilho|castillo|castro|cerqueira|clerck|clercq|\
    conceicao|coninck|corte|cosmo|costa|cruz|cunha|deus|dios|dominicis|espirito|faria|\
    farias|felice|ferreira|figueiredo|filippis|filippo|fonseca|fraga|francesco|franco|\
    freitas|fuente|fuentes|gama|geest|gennaro|geus|giorgio|graaf|graaff|graca|gregorio|\
    groot|guzman|haan|haas|heer|hoyos|hoz|jager|jesus|jong|jonge|jongh|keyser|klerk|koning|\
    korte|kruif|lange|lara|leeuw|lellis|leon|lima|luca|lucia|luz|maio|marchi|marco|marinis|\
    martino|matos|medeiros|mello|melo|mendonca|meyer|miguel|miranda|moraes|morais|mota|\
    moura|munck|nascimento|nijs|oliveira|padua|paiva|palma|pascalis|paula|paz|pena|piero|\
    pinho|prado|queiroz|ridder|rio|rios|rocha|rooij|rosa|rosario|rossi|ruiter|santis|santos|\
    silva|simone|smet|sousa|souza|torre|valle|vega|vries|wit",
);

/// Names of two words that begin so: `de la Cruz`, `de los Santos`.
const ARTICLES: [&str; 5] = ["la", "las", "los", "le", "l"];

/// Whether these words, folded, are such a family name, with its article if it has one.
#[must_use]
pub(crate) fn is_family_name_behind_particle<'w>(words: impl IntoIterator<Item = &'w str>) -> bool {
    let mut words = words.into_iter().skip_while(|it| ARTICLES.contains(it));
    words.next().is_some_and(|it| NAMES.has(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn family_names_are_found() {
        assert!(is_family_name_behind_particle(["vries"]));
        assert!(is_family_name_behind_particle(["la", "cruz"]));
        assert!(!is_family_name_behind_particle(["corvane"]));
        assert!(!is_family_name_behind_particle(["la"]));
    }
}
