//! What must come of each thing that happens, kept in the plainest way: a list of proposals and a
//! few counters. It knows the laws and nothing of how they are kept.

use std::collections::BTreeMap;

use jiff::Timestamp;
use spotter::domain::proposal::{Proposal, ProposalStatus};
use spotter::service::{Error, Result};

/// What a person is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    Done,
    WrongDigest,
    Locked,
    Stale,
    Rule,
    Gone,
    Conflict,
    NotFound,
}

impl Answer {
    pub fn of<T>(answer: &Result<T>) -> Self {
        match answer {
            Ok(_) => Self::Done,
            Err(Error::WrongDigest) => Self::WrongDigest,
            Err(Error::Locked { .. }) => Self::Locked,
            Err(Error::Stale { .. }) => Self::Stale,
            Err(Error::Invalid(_) | Error::Rules(_)) => Self::Rule,
            Err(Error::Gone(_)) => Self::Gone,
            Err(Error::Conflict(_)) => Self::Conflict,
            Err(Error::NotFound) => Self::NotFound,
            Err(other) => panic!("an answer that nothing explains: {other:?}"),
        }
    }
}

/// A proposal as it must stand.
#[derive(Debug, Clone)]
pub struct Known {
    /// As it was made.
    pub made: Proposal,
    pub status: ProposalStatus,
    /// How its confirm failed.
    pub failed: Option<Answer>,
    /// A person confirmed it, and it was done.
    pub confirmed: bool,
}

impl Known {
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.status == ProposalStatus::Proposed && now < self.made.expires_at
    }

    pub fn is_set_of(&self, session: &str) -> bool {
        self.made.tool == "logSet" && self.made.session_id.as_deref() == Some(session)
    }
}

/// Everything that is known of one person.
#[derive(Debug, Default)]
pub struct Book {
    pub known: Vec<Known>,
    pub locked: bool,
    /// Changes by the person's own hand.
    pub profiles_by_hand: i64,
    pub plans_by_hand: i64,
    pub sets_by_hand: usize,
    pub sets_deleted: usize,
    /// Confirms and edits that were answered with something new that was done.
    pub confirms: usize,
}

impl Book {
    /// One of the proposals: an open one for an even number, where there is one.
    pub fn pick(&self, number: usize, now: Timestamp) -> Option<usize> {
        let open: Vec<usize> = (0..self.known.len()).filter(|at| self.known[*at].is_open(now)).collect();
        if number.is_multiple_of(2) && !open.is_empty() {
            return Some(open[number / 2 % open.len()]);
        }
        let last = self.known.len().checked_sub(1)?;
        Some(last - number.min(last))
    }

    /// What a confirm must be answered, when the base state stands at `current` now.
    pub fn confirm(&self, at: usize, current: &str, now: Timestamp) -> Answer {
        let known = &self.known[at];
        match known.status {
            ProposalStatus::Executed => Answer::Done,
            _ if self.locked => Answer::Locked,
            ProposalStatus::Failed => known.failed.expect("it failed in some way"),
            ProposalStatus::Expired => Answer::Gone,
            ProposalStatus::Declined | ProposalStatus::Superseded => Answer::Conflict,
            ProposalStatus::Proposed if !known.is_open(now) => Answer::Gone,
            ProposalStatus::Proposed if known.made.base_version != current => Answer::Stale,
            ProposalStatus::Proposed => Answer::Done,
        }
    }

    /// What an edit of these must be answered: nothing that was decided is edited.
    pub fn edit(&self, at: usize, current: &str, now: Timestamp) -> Answer {
        match self.known[at].status {
            ProposalStatus::Executed => Answer::Conflict,
            _ => self.confirm(at, current, now),
        }
    }

    /// What a decline must be answered.
    pub fn decline(&self, at: usize, now: Timestamp) -> Answer {
        let known = &self.known[at];
        match known.status {
            ProposalStatus::Declined => Answer::Done,
            ProposalStatus::Proposed if known.is_open(now) => Answer::Done,
            ProposalStatus::Proposed | ProposalStatus::Expired => Answer::Gone,
            _ => Answer::Conflict,
        }
    }

    /// A confirm that found the proposal open was answered like this.
    pub fn confirmed(&mut self, at: usize, answer: Answer, now: Timestamp) {
        if self.known[at].status != ProposalStatus::Proposed {
            return;
        }
        let known = &mut self.known[at];
        match answer {
            Answer::Done => {
                (known.status, known.confirmed) = (ProposalStatus::Executed, true);
                self.confirms += 1;
                let (tool, session) = (known.made.tool.clone(), known.made.session_id.clone());
                if let (true, Some(session)) = (["logSet", "swapExercise"].contains(&tool.as_str()), session)
                {
                    self.session_moved(&session, now);
                }
            }
            Answer::Stale | Answer::Rule => {
                (known.status, known.failed) = (ProposalStatus::Failed, Some(answer));
            }
            Answer::Gone => known.status = ProposalStatus::Expired,
            _ => {}
        }
    }

    /// Ends what is open among these, as something newer takes its place.
    pub fn supersede(&mut self, now: Timestamp, which: impl Fn(&Known) -> bool) {
        self.end(now, ProposalStatus::Superseded, which);
    }

    /// A set changed: what was suggested before it is void.
    pub fn session_moved(&mut self, session: &str, now: Timestamp) {
        self.supersede(now, |known| known.is_set_of(session));
    }

    /// A red flag.
    pub fn flag(&mut self, now: Timestamp) {
        self.locked = true;
        self.end(now, ProposalStatus::Declined, |_| true);
    }

    fn end(&mut self, now: Timestamp, status: ProposalStatus, which: impl Fn(&Known) -> bool) {
        for known in self.known.iter_mut().filter(|known| known.status == ProposalStatus::Proposed) {
            if which(known) {
                let open = now < known.made.expires_at;
                known.status = if open { status } else { ProposalStatus::Expired };
            }
        }
    }

    /// Compares with all proposals as they stand, and takes in the new ones.
    pub fn compare(&mut self, all: Vec<Proposal>, now: Timestamp) {
        let mut all: BTreeMap<String, Proposal> =
            all.into_iter().map(|proposal| (proposal.id.clone(), proposal)).collect();
        let mut seen: Vec<(usize, Proposal)> = Vec::new();
        for (at, known) in self.known.iter().enumerate() {
            let stands = all.remove(&known.made.id).expect("a proposal never goes away");
            seen.push((at, stands));
        }
        // A suggestion or a model's set takes the place of the one that was open before it.
        for new in all.values().filter(|new| new.tool == "logSet") {
            let session = new.session_id.clone().expect("a set is one of a session");
            self.session_moved(&session, now);
        }
        for new in all.into_values() {
            assert!(!self.locked || new.status != ProposalStatus::Proposed, "made while locked: {new:#?}");
            let confirmed = new.status == ProposalStatus::Executed;
            let executed = confirmed.then_some(ProposalStatus::Executed);
            let status = executed.unwrap_or(new.status);
            // Looking at a session renews its suggestion, which a flag may end in the same step.
            let flagged = self.locked && status == ProposalStatus::Declined;
            let usual = [ProposalStatus::Proposed, ProposalStatus::Executed, ProposalStatus::Superseded];
            assert!(flagged || usual.contains(&status), "a new proposal that is {status:?}: {new:#?}");
            self.known.push(Known { made: new, status, failed: None, confirmed });
        }
        for (at, stands) in seen {
            let known = &mut self.known[at];
            if known.status == ProposalStatus::Proposed && !known.is_open(now) {
                known.status = ProposalStatus::Expired;
            }
            assert_eq!(stands.status, known.status, "{stands:#?}");
            let shown = |one: &Proposal| (one.args.clone(), one.preview.clone(), one.digest.clone());
            assert_eq!(shown(&stands), shown(&known.made), "what was shown never changes");
        }
        let open = self.known.iter().filter(|known| known.is_open(now) && known.made.tool == "logSet");
        let sessions: Vec<_> = open.map(|known| known.made.session_id.clone()).collect();
        let distinct: std::collections::BTreeSet<_> = sessions.iter().collect();
        assert_eq!(distinct.len(), sessions.len(), "one open suggestion in a session: {sessions:?}");
    }

    /// Proposals of this tool that a confirm carried out.
    pub fn written(&self, tool: &str) -> usize {
        self.known.iter().filter(|known| known.confirmed && known.made.tool == tool).count()
    }

    /// How many came to this.
    pub fn count(&self, status: ProposalStatus) -> usize {
        self.known.iter().filter(|known| known.status == status).count()
    }
}
