//! The coach as a page.

mod view;

pub use view::{CoachPage, IDEAS, Idea, Message};
