//! The built-in coach against a corpus of utterances, scripted histories and arbitrary ones.

mod arbitrary;
mod coach_flows;
mod copilot_flows;
mod corpus;
mod languages;
mod pounds;
mod script;
