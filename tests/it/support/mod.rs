//! What several tests stand on.

pub mod app;
pub mod database;
pub mod figures;
pub mod llm;
pub mod lying_server;
pub mod process;
pub mod proxy;
pub mod talk;
