//! The databases at their limits: locks, broken connections, damaged files, floods. What is said of
//! PostgreSQL alone returns at once where the tests run on SQLite, and the other way round.

mod locks;
mod narrow;
mod open;
mod outage;
mod queries;
mod savepoints;
mod texts;
mod torture;
