//! The databases at their limits: locks, broken connections, damaged files, floods. What is said of
//! PostgreSQL alone is left out where the tests run on SQLite.

mod locks;
mod narrow;
mod only_postgres;
mod open;
mod outage;
mod queries;
mod savepoints;
mod texts;
mod torture;
mod writes;
