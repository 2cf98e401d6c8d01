//! The built-in coach against a corpus of utterances, scripted histories and arbitrary ones.
mod corpus;
