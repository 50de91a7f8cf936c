//! Claims that are made of words that claim nothing by themselves: "by my team", "I left my company".

use super::{
    Guard, Refusal, refusal,
    words::{self, Word},
};

impl Guard<'_> {
    /// None is made that the input does not make in the same words.
    pub(super) fn claims(&self, words: &[Word<'_>]) -> Result<(), Refusal> {
        let said = words::lower(words);
        let made = self.vocabulary.claims.iter().find(|claim| {
            let claim: Vec<&str> = claim.iter().map(String::as_str).collect();
            stands_in(&said, &claim) && !stands_in(&self.known, &claim)
        });
        match made {
            Some(claim) => Err(refusal("word", &[&claim.join(" ")])),
            None => Ok(()),
        }
    }
}

fn stands_in(text: &[String], phrase: &[&str]) -> bool {
    !phrase.is_empty() && text.windows(phrase.len()).any(|it| it == phrase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_is_found_as_a_run_of_words() {
        let text = ["moved", "by", "my", "team"].map(str::to_owned);
        for (phrase, found) in [
            (&["by", "my"][..], true),
            (&["my", "team"], true),
            (&["by", "team"], false),
            (&["team", "by"], false),
            (&[], false),
            (&["a", "b", "c", "d", "e"], false),
        ] {
            assert_eq!(stands_in(&text, phrase), found, "{phrase:?}");
        }
    }
}
