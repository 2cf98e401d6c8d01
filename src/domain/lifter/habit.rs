//! Habits: when a person comes, and what they say of effort.

use super::random::Random;

/// When a person trains.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Attendance {
    /// On planned days, but for this share of them (0 to 1).
    Planned {
        /// Share of planned sessions missed.
        missed: f64,
    },
    /// Every so many days, whatever the plan says.
    EveryDays(u16),
}

impl Attendance {
    /// `since`: days since the last session, if there was one.
    pub(super) fn comes(self, since: Option<i64>, planned: bool, random: &mut Random) -> bool {
        match self {
            Self::Planned { missed } => planned && !random.happens(missed),
            Self::EveryDays(days) => since.is_none_or(|since| since >= i64::from(days.max(1))),
        }
    }
}

/// What a person says of effort.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum RpeHabit {
    /// As they judge it.
    Judged {
        /// Points that they judge too high on average (below 0: too low).
        bias: f64,
        /// Standard deviation of their judgement, points.
        spread: f64,
        /// Share of sets without an RPE, 0 to 1.
        missing: f64,
    },
    /// Nothing, ever.
    Never,
    /// This one RPE, whatever they lifted; 1 to 10 in halves.
    Always(f64),
}

impl RpeHabit {
    /// Whether a target RPE means anything to them.
    pub(super) const fn heeds(self) -> bool {
        matches!(self, Self::Judged { .. })
    }

    /// What is said after a set of this true RPE, rounded to halves, 5 to 10 as people use it.
    pub(super) fn reported(self, truth: f64, random: &mut Random) -> Option<f64> {
        let (judged, missing) = match self {
            Self::Never => return None,
            Self::Always(rpe) => return Some(halves(rpe, 1.0)),
            Self::Judged { bias, spread, missing } => (truth + bias + spread * random.normal(), missing),
        };
        (!random.happens(missing)).then(|| halves(judged, 5.0))
    }
}

fn halves(rpe: f64, least: f64) -> f64 {
    if rpe.is_finite() { ((rpe * 2.0).round() / 2.0).clamp(least, 10.0) } else { 10.0 }
}
