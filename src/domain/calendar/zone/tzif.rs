//! Writes transitions as TZif (RFC 8536), the form in which jiff takes a zone of its own.
//!
//! So gaps, folds and look-ups of a calendar's own zone are jiff's, like those of any other.

use jiff::tz::TimeZone;

/// A change of the offset from UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Transition {
    /// When, seconds since 1970 UTC.
    pub(super) at: i64,
    /// Offset from then on, in seconds east of UTC.
    pub(super) offset: i32,
}

/// The zone with offset `first` before the earliest of `transitions`, which are sorted.
pub(super) fn zone(first: i32, transitions: &[Transition]) -> Option<TimeZone> {
    let mut offsets = vec![first];
    for it in transitions {
        if !offsets.contains(&it.offset) {
            offsets.push(it.offset);
        }
    }
    let mut data = header(0, 1);
    // The version 1 block holds 32-bit times and is skipped by every reader of version 2.
    local_type(&mut data, first);
    data.extend_from_slice(b"-\0");
    data.extend(header(
        u32::try_from(transitions.len()).ok()?,
        u32::try_from(offsets.len()).ok()?,
    ));
    for it in transitions {
        data.extend_from_slice(&it.at.to_be_bytes());
    }
    for it in transitions {
        let index = offsets.iter().position(|offset| *offset == it.offset)?;
        data.push(u8::try_from(index).ok()?);
    }
    for offset in &offsets {
        local_type(&mut data, *offset);
    }
    data.extend_from_slice(b"-\0");
    // An empty footer: the last offset holds for ever.
    data.extend_from_slice(b"\n\n");
    TimeZone::tzif("calendar", &data).ok()
}

fn header(times: u32, types: u32) -> Vec<u8> {
    let mut header = b"TZif2".to_vec();
    header.extend_from_slice(&[0; 15]);
    for count in [0, 0, 0, times, types, 2] {
        header.extend_from_slice(&count.to_be_bytes());
    }
    header
}

fn local_type(data: &mut Vec<u8>, offset: i32) {
    data.extend_from_slice(&offset.to_be_bytes());
    // Not daylight time; designation at index 0.
    data.extend_from_slice(&[0, 0]);
}
