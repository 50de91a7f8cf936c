//! The bytes of a file the user gave, slice by slice: a file never is in memory as a whole.

use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use crate::app::error::AppError;

/// Big enough that the overhead of a slice does not count, small enough for smooth progress.
const SLICE_BYTES: f64 = 2.0 * 1024.0 * 1024.0;

/// Gives each slice in turn to `take`, with the number of bytes read so far.
///
/// # Errors
/// When the file was moved, removed or changed, or may not be read.
pub async fn read(file: &File, mut take: impl FnMut(&[u8], f64)) -> Result<(), AppError> {
    let total = file.size();
    let mut from = 0.0;
    while from < total {
        let until = (from + SLICE_BYTES).min(total);
        let slice = file
            .slice_with_f64_and_f64(from, until)
            .map_err(|_| AppError::Browser("file"))?;
        let bytes = JsFuture::from(slice.array_buffer())
            .await
            .map_err(|_| AppError::Browser("file"))?;
        take(&Uint8Array::new(&bytes).to_vec(), until);
        from = until;
    }
    Ok(())
}
