//! Zip archives of calendars, as Google's export gives them: which calendars are inside, and where.
//!
//! Unpacks nothing: browsers do that themselves.

use rawzip::{CompressionMethod, ZipArchive};

/// Bigger archives are refused: they are in memory as a whole.
pub const LARGEST: f64 = 200.0 * 1024.0 * 1024.0;
/// More than this is not taken out of an archive, however small it is itself.
pub const LARGEST_UNPACKED: usize = 400 * 1024 * 1024;
/// More calendars nobody has.
const MOST: usize = 200;

/// What every archive begins with: a first file, or at once its end.
#[must_use]
pub fn is_archive(head: &[u8]) -> bool {
    head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06")
}

/// One calendar in an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed<'a> {
    /// Its name, without folders.
    pub name: String,
    /// How many bytes the archive says that it has: only good for showing progress.
    pub unpacked: u64,
    /// Its bytes as they lie in the archive.
    pub bytes: &'a [u8],
    /// They are deflated (RFC 1951); otherwise they are the calendar itself.
    pub deflated: bool,
}

/// Why there is nothing to read in an archive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It is damaged, protected by a password, or packed in a way of its own.
    Unreadable,
    /// No calendar is in it.
    Empty,
    /// It holds more than any calendar has.
    TooBig,
}

impl Trouble {
    /// Stable code: its text is `problem_<code>`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unreadable => "archive_unreadable",
            Self::Empty => "archive_empty",
            Self::TooBig => "archive_too_big",
        }
    }
}

/// The calendars of an archive, in its order.
///
/// # Errors
/// [`Trouble`].
pub fn calendars(archive: &[u8]) -> Result<Vec<Packed<'_>>, Trouble> {
    let zip = ZipArchive::from_slice(archive).map_err(|_| Trouble::Unreadable)?;
    let mut entries = zip.entries();
    let mut places = Vec::new();
    while let Some(entry) = entries.next_entry().map_err(|_| Trouble::Unreadable)? {
        let is_calendar = [".ics", ".ical", ".ifb"].iter().any(|end| {
            let name = entry.file_path().as_ref().to_ascii_lowercase();
            name.ends_with(end.as_bytes()) && !name.starts_with(b"__macosx/")
        });
        if !is_calendar || entry.is_dir() {
            continue;
        }
        if places.len() == MOST {
            return Err(Trouble::TooBig);
        }
        let method = entry.compression_method();
        let deflated = method == CompressionMethod::DEFLATE;
        let readable = deflated || method == CompressionMethod::STORE;
        if !readable || entry.flags().is_encrypted() {
            return Err(Trouble::Unreadable);
        }
        let found = zip.get_entry(entry.wayfinder());
        let range = found
            .map_err(|_| Trouble::Unreadable)?
            .compressed_data_range();
        let path = entry.file_path();
        let path = String::from_utf8_lossy(path.as_ref());
        let name = path.rsplit('/').next().unwrap_or_default().to_owned();
        places.push((range, deflated, name, entry.uncompressed_size_hint()));
    }
    if places.is_empty() {
        return Err(Trouble::Empty);
    }
    places
        .into_iter()
        .map(|((from, until), deflated, name, unpacked)| {
            let from = usize::try_from(from).ok();
            let until = usize::try_from(until).ok();
            let bytes = from
                .zip(until)
                .and_then(|(from, until)| archive.get(from..until));
            let bytes = bytes.ok_or(Trouble::Unreadable)?;
            Ok(Packed {
                name,
                unpacked,
                bytes,
                deflated,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An archive with its files stored as they are, by the specification of the format
    /// (APPNOTE 4.3).
    fn archive(files: &[(&str, &[u8], u16)]) -> Vec<u8> {
        let mut out = Vec::new();
        let mut directory = Vec::new();
        for (name, content, method) in files {
            let size = u32::try_from(content.len()).unwrap().to_le_bytes();
            let offset = u32::try_from(out.len()).unwrap().to_le_bytes();
            let length = u16::try_from(name.len()).unwrap().to_le_bytes();
            let common = [
                &[20, 0, 0, 0],
                &method.to_le_bytes()[..],
                &[0; 8],
                &size,
                &size,
                &length,
                &[0, 0],
            ]
            .concat();
            out.extend([b"PK\x03\x04", &common[..], name.as_bytes(), content].concat());
            directory.extend(
                [
                    b"PK\x01\x02",
                    &[20, 0][..],
                    &common,
                    &[0; 10],
                    &offset,
                    name.as_bytes(),
                ]
                .concat(),
            );
        }
        let start = u32::try_from(out.len()).unwrap().to_le_bytes();
        let size = u32::try_from(directory.len()).unwrap().to_le_bytes();
        let count = u16::try_from(files.len()).unwrap().to_le_bytes();
        out.extend(directory);
        out.extend(
            [
                b"PK\x05\x06",
                &[0; 4][..],
                &count,
                &count,
                &size,
                &start,
                &[0, 0],
            ]
            .concat(),
        );
        out
    }

    #[test]
    fn calendars_are_found_and_other_files_are_not() {
        let zip = archive(&[
            ("me@example.com.ics", b"one", 0),
            ("notes.txt", b"x", 0),
            ("folder/Work.ICS", b"two", 8),
            ("__MACOSX/._a.ics", b"x", 0),
        ]);
        assert!(is_archive(&zip));
        let found: Vec<_> = calendars(&zip)
            .unwrap()
            .iter()
            .map(|it| (it.name.clone(), it.bytes.to_vec(), it.deflated))
            .collect();
        let expected = [
            ("me@example.com.ics", b"one", false),
            ("Work.ICS", b"two", true),
        ];
        assert_eq!(
            found,
            expected.map(|(name, bytes, deflated)| (name.to_owned(), bytes.to_vec(), deflated))
        );
    }

    #[test]
    fn an_archive_without_calendars_or_with_an_unknown_way_of_packing_is_refused() {
        assert_eq!(
            calendars(&archive(&[("a.txt", b"x", 0)])),
            Err(Trouble::Empty)
        );
        let mut locked = archive(&[("a.ics", b"x", 0)]);
        let directory = locked
            .windows(4)
            .position(|it| it == b"PK\x01\x02")
            .unwrap();
        locked[directory + 8] |= 1;
        assert_eq!(calendars(&locked), Err(Trouble::Unreadable));
        let nothing = archive(&[]);
        assert!(is_archive(&nothing));
        assert_eq!(calendars(&nothing), Err(Trouble::Empty));
        assert_eq!(
            calendars(&archive(&[("a.ics", b"x", 12)])),
            Err(Trouble::Unreadable)
        );
    }

    #[test]
    fn damage_is_an_answer_and_no_panic() {
        let zip = archive(&[("a.ics", b"BEGIN:VCALENDAR", 0), ("b.ics", b"x", 0)]);
        for cut in 0..zip.len() {
            let _ = calendars(&zip[..cut]);
        }
        for at in 0..zip.len() {
            let mut broken = zip.clone();
            broken[at] ^= 0xff;
            let _ = calendars(&broken);
        }
        assert_eq!(calendars(b"PK\x03\x04"), Err(Trouble::Unreadable));
        assert!(!is_archive(b"BEGIN:VCALENDAR"));
    }
}
