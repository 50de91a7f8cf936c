//! Reading free text: folding, words, phrases of the recognition tables, lines and links.

pub(crate) mod concept;
pub(crate) mod fold;
pub(crate) mod lexicon;
pub(crate) mod links;
pub(crate) mod list;
pub(crate) mod markup;
pub(crate) mod openers;
pub(crate) mod reading;
