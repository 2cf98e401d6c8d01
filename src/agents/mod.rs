//! The agents: a pure run machine, the driver that performs its effects, the gate between a
//! proposal and a write, and the tools both agents work with. Never imports `web`.

pub mod builtin;
pub mod driver;
pub mod gate;
pub mod model;
pub mod prompt_leak;
pub mod prompts;
pub mod roster;
pub mod run;
pub mod tools;
mod worded;
