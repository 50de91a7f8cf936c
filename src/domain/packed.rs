//! Unpacks the tables that the build packed (`build.rs`), on first use.
//!
//! A table that does not unpack is empty, which the tests would see: the bytes are part of the
//! program.

use std::{io::Read, sync::LazyLock};

use lzma_rust2::LzmaReader;

/// The build packs less than a megabyte.
const MEMORY_KB: u32 = 128 * 1024;

/// The zones, as `build.rs` describes them.
pub(crate) static ZONES: LazyLock<Vec<u8>> =
    LazyLock::new(|| unpack(include_bytes!(concat!(env!("OUT_DIR"), "/zones.lzma"))));

static WORDS: LazyLock<String> = LazyLock::new(|| {
    let packed = include_bytes!(concat!(env!("OUT_DIR"), "/words.lzma"));
    String::from_utf8(unpack(packed)).unwrap_or_default()
});

static PHRASES: LazyLock<String> = LazyLock::new(|| {
    let packed = include_bytes!(concat!(env!("OUT_DIR"), "/phrases.lzma"));
    String::from_utf8(unpack(packed)).unwrap_or_default()
});

/// The sentences of notes: a line with the code of the language, then its sections.
pub(crate) fn phrases() -> impl Iterator<Item = (&'static str, &'static str)> {
    PHRASES.split('\u{C}').filter_map(|it| it.split_once('\n'))
}

/// The tables of words, one after the other.
pub(crate) fn words() -> &'static str {
    WORDS.split_once('\u{C}').unwrap_or_default().0
}

/// Given names between spaces, sorted by their bytes.
pub(crate) fn given_names() -> &'static str {
    WORDS.split_once('\u{C}').unwrap_or_default().1
}

fn unpack(packed: &[u8]) -> Vec<u8> {
    let mut unpacked = Vec::new();
    let read = LzmaReader::new_mem_limit(packed, MEMORY_KB, None)
        .and_then(|mut reader| reader.read_to_end(&mut unpacked));
    if read.is_err() {
        unpacked.clear();
    }
    unpacked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_unpack() {
        assert!(words().contains("\nJobInterview:"));
        assert!(given_names().split(' ').any(|name| name == "priya"));
        assert!(ZONES.len() > 100_000);
        assert!(phrases().any(|(code, text)| code == "de" && text.contains("[thanks]")));
    }
}
