//! `DecompressionStream`: the browser's own unpacking (Compression Streams standard). web-sys counts
//! it as unstable, while Chromium 103 and Firefox 113 have it.

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// A pair of streams: packed bytes in, unpacked ones out.
    #[derive(Debug)]
    pub type DecompressionStream;

    /// `format`: `gzip`, `deflate` or `deflate-raw` (RFC 1951).
    #[wasm_bindgen(constructor, catch)]
    pub fn new(format: &str) -> Result<DecompressionStream, JsValue>;
}
