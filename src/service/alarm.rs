//! The alarm: whoever works for a person hears at once that coaching was stopped for them, through
//! whichever door the red flag came. It carries no decision: who hears it looks at the lock.

use tokio::sync::broadcast;

/// Alarms that a slow listener may be behind before it has to look at everyone.
const BUFFER: usize = 64;

/// Rung once the write that stopped coaching is durable. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Alarm(broadcast::Sender<String>);

impl Default for Alarm {
    fn default() -> Self {
        Self(broadcast::channel(BUFFER).0)
    }
}

impl Alarm {
    /// Hears the person's id of every alarm from now on.
    #[must_use]
    pub fn listen(&self) -> broadcast::Receiver<String> {
        self.0.subscribe()
    }

    /// Nobody listens where agents are off.
    pub(super) fn ring(&self, user_id: &str) {
        let _ = self.0.send(user_id.to_owned());
    }
}
