//! Calendars out of a zip archive that the user gave: the browser unpacks them, piece by piece.

use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File, ReadableStreamDefaultReader};

use super::api::decompression::DecompressionStream;
use crate::app::archive::{self, LARGEST, LARGEST_UNPACKED, Packed, Trouble};

/// Whether a file is an archive.
pub async fn is_archive(file: &File) -> bool {
    match bytes(file, 4.0).await {
        Some(head) => archive::is_archive(&head),
        None => false,
    }
}

/// Gives the bytes of all calendars in an archive to `take`, one calendar after the other.
///
/// # Errors
/// [`Trouble`]; what was given before was read well.
pub async fn read(file: &File, mut take: impl FnMut(&[u8])) -> Result<(), Trouble> {
    if file.size() > LARGEST {
        return Err(Trouble::TooBig);
    }
    let whole = bytes(file, file.size()).await.ok_or(Trouble::Unreadable)?;
    let mut left = LARGEST_UNPACKED;
    for packed in archive::calendars(&whole)? {
        if packed.deflated {
            inflate(packed, &mut left, &mut take).await?;
        } else {
            take(packed.bytes);
        }
        // The last line of a calendar may lack its end.
        take(b"\r\n");
    }
    Ok(())
}

async fn bytes(file: &File, until: f64) -> Option<Vec<u8>> {
    let part = file.slice_with_f64_and_f64(0.0, until).ok()?;
    let buffer = JsFuture::from(part.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

async fn inflate(
    packed: Packed<'_>,
    left: &mut usize,
    take: &mut impl FnMut(&[u8]),
) -> Result<(), Trouble> {
    let failed = |_: JsValue| Trouble::Unreadable;
    let parts = Array::of1(&Uint8Array::from(packed.bytes));
    let blob = Blob::new_with_u8_array_sequence(&parts).map_err(failed)?;
    let unpacking = DecompressionStream::new("deflate-raw").map_err(failed)?;
    let stream = blob.stream().pipe_through(unpacking.unchecked_ref());
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    loop {
        let piece = JsFuture::from(reader.read()).await.map_err(failed)?;
        let value = Reflect::get(&piece, &JsValue::from_str("value")).map_err(failed)?;
        let Ok(piece) = value.dyn_into::<Uint8Array>() else {
            return Ok(());
        };
        let piece = piece.to_vec();
        *left = left.checked_sub(piece.len()).ok_or(Trouble::TooBig)?;
        take(&piece);
    }
}
