//! The way from a page to the background: one command, carried out once.
//!
//! The background may be stopped by the browser before it answers. The same command, with the same
//! id, is then sent again: a command that was carried out is not carried out twice.

use crate::{
    app::{
        error::AppError,
        protocol::{Command, Reply, Request},
    },
    browser::{messenger, time_limit},
};

/// Pauses between the attempts, in milliseconds: time for a background to start anew.
const PAUSES_MS: [i32; 3] = [50, 250, 1_000];

/// Sends a request to the background and gives its reply, never [`Reply::Failed`].
///
/// # Errors
/// What the background answered, or [`AppError::BackgroundUnavailable`] when it stayed silent.
pub async fn send(request: Request) -> Result<Reply, AppError> {
    let command = Command {
        id: messenger::new_command_id(),
        request,
    };
    for pause in PAUSES_MS {
        match attempt(&command).await {
            Err(AppError::BackgroundUnavailable) => time_limit::pause(pause).await,
            settled => return settled,
        }
    }
    attempt(&command).await
}

async fn attempt(command: &Command) -> Result<Reply, AppError> {
    match messenger::ask(command).await? {
        Reply::Failed { code, .. } => Err(error_of(&code)),
        reply => Ok(reply),
    }
}

/// The error that has this code; a code that we do not know is a defect of ours.
fn error_of(code: &str) -> AppError {
    AppError::ALL
        .into_iter()
        .find(|it| it.code() == code)
        .unwrap_or(AppError::Browser("reply"))
}
