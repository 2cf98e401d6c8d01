//! The agents and the models behind them.

mod client;
mod dialects;
mod faults;
mod requests;
mod splits;
