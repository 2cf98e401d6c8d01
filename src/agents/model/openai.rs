//! The adapter to any OpenAI-compatible server; the only file that names async-openai.
