//! Calendars out of a zip archive that the user gave: the browser unpacks them, piece by piece.

use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File, ReadableStreamDefaultReader};

use super::api::decompression::DecompressionStream;
use crate::app::archive::{self, LARGEST, LARGEST_UNPACKED, Packed, Trouble};

/// What an archive gives, in its order.
#[derive(Clone, Copy, Debug)]
pub enum Piece<'a> {
    /// A calendar of this name begins.
    Begin(&'a str),
    /// Bytes of it.
    Bytes {
        /// The bytes.
        bytes: &'a [u8],
        /// How many were given so far, these included.
        read: f64,
        /// How many there are in all, as far as the archive tells.
        total: f64,
    },
}

/// Counts what was taken out of an archive, and stops it when that is too much.
struct Taken<F> {
    take: F,
    read: usize,
    total: f64,
}

impl<F: FnMut(Piece<'_>)> Taken<F> {
    fn bytes(&mut self, bytes: &[u8]) -> Result<(), Trouble> {
        self.read = self.read.saturating_add(bytes.len());
        if self.read > LARGEST_UNPACKED {
            return Err(Trouble::TooBig);
        }
        #[expect(
            clippy::cast_precision_loss,
            reason = "both are far below the numbers that a double does not count exactly"
        )]
        let read = self.read as f64;
        (self.take)(Piece::Bytes {
            bytes,
            read,
            total: self.total.max(read),
        });
        Ok(())
    }
}

/// Whether a file is an archive.
pub async fn is_archive(file: &File) -> bool {
    match bytes(file, 4.0).await {
        Some(head) => archive::is_archive(&head),
        None => false,
    }
}

/// Gives all calendars in an archive to `take`, one after the other, in pieces.
///
/// # Errors
/// [`Trouble`]; what was given before was read well.
pub async fn read(file: &File, take: impl FnMut(Piece<'_>)) -> Result<(), Trouble> {
    if file.size() > LARGEST {
        return Err(Trouble::TooBig);
    }
    let whole = bytes(file, file.size()).await.ok_or(Trouble::Unreadable)?;
    let calendars = archive::calendars(&whole)?;
    #[expect(clippy::cast_precision_loss, reason = "it is only shown, as percent")]
    let total = calendars.iter().map(|it| it.unpacked as f64).sum();
    let mut taken = Taken {
        take,
        read: 0,
        total,
    };
    for packed in &calendars {
        (taken.take)(Piece::Begin(&packed.name));
        if packed.deflated {
            inflate(packed, &mut taken).await?;
        } else {
            taken.bytes(packed.bytes)?;
        }
    }
    Ok(())
}

async fn bytes(file: &File, until: f64) -> Option<Vec<u8>> {
    let part = file.slice_with_f64_and_f64(0.0, until).ok()?;
    let buffer = JsFuture::from(part.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

async fn inflate<F: FnMut(Piece<'_>)>(
    packed: &Packed<'_>,
    taken: &mut Taken<F>,
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
        taken.bytes(&piece.to_vec())?;
    }
}
