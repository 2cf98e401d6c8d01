//! Entity tags and If-Match, as RFC 9110 sections 8.8 and 13.1 have them.

use std::fmt::Display;

use sha2::{Digest as _, Sha256};

use super::error::{Error, Result};

/// A strong entity tag without its quotes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag(String);

impl Tag {
    /// Of something that is a person's, made from version counters. Counters begin alike for everybody: the tag holds
    /// whose they are, so that what was read of one person never fits what is another's.
    #[must_use]
    pub fn of(user_id: &str, versions: impl Display) -> Self {
        let owner: String = hex::encode(Sha256::digest(user_id)).chars().take(12).collect();
        Self(format!("{versions}.{owner}"))
    }

    /// Of a file that is the same for everybody, made from its content.
    #[must_use]
    pub fn of_everybody(content: impl Into<String>) -> Self {
        Self(content.into())
    }

    /// As a client sent it, without its quotes.
    #[must_use]
    pub fn sent(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The tag of something drawn from what this one covers: it moves with `before` and with this.
    #[must_use]
    pub fn under(&self, before: impl Display) -> Self {
        Self(format!("{before}.{}", self.0))
    }

    /// Without its quotes.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_versions_of_two_people_have_tags_of_their_own() {
        let (ann, ben) = (Tag::of("ann", "profile.1"), Tag::of("ben", "profile.1"));
        assert_ne!(ann, ben);
        assert_ne!(ann.under("page"), ben.under("page"));
        assert_eq!(ann, Tag::of("ann", "profile.1"));
        let sent = IfMatch::Tags(vec![ann.as_str().to_owned()]);
        assert!(sent.require(&ann).is_ok() && sent.require(&ben).is_err());
    }
}
