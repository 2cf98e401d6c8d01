//! The agents and the models behind them.

mod client;
mod dialects;
mod faults;
mod fragments;
mod requests;
mod splits;
