//! What is kept between sessions: keys, versioned shapes, and the one writer.

pub mod v1;
