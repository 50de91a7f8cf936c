//! Tests of what a calendar shows of its owner's side.
