//! What several tests stand on.

pub mod lying_server;
