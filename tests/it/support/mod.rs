//! What several tests stand on.

pub mod app;
pub mod lying_server;
pub mod process;
