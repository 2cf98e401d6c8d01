//! What several tests stand on.

pub mod app;
pub mod llm;
pub mod lying_server;
pub mod process;
pub mod talk;
