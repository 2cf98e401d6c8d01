//! Entity tags and If-Match, as RFC 9110 sections 8.8 and 13.1 have them.

use super::error::{Error, Result};

/// A strong entity tag without its quotes, made from version counters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag(pub String);

impl Tag {
    /// As it stands in a header.
    #[must_use]
    pub fn quoted(&self) -> String {
        format!("\"{}\"", self.0)
    }
}

/// What If-Match said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum IfMatch {
    /// Not sent.
    #[default]
    Absent,
    /// `*`: any current version will do.
    Any,
    /// One of these strong tags, unquoted. Weak ones never match and are left out.
    Tags(Vec<String>),
}

impl IfMatch {
    /// The route needs it: 428 without, 412 when it does not match.
    pub fn require(&self, current: &Tag) -> Result<()> {
        match self {
            Self::Absent => Err(Error::PreconditionRequired { current: current.0.clone() }),
            _ => self.honour(current),
        }
    }

    /// The route honours it if it was sent.
    pub fn honour(&self, current: &Tag) -> Result<()> {
        match self {
            Self::Absent | Self::Any => Ok(()),
            Self::Tags(tags) if tags.contains(&current.0) => Ok(()),
            Self::Tags(_) => Err(Error::Stale { current: current.0.clone() }),
        }
    }
}
