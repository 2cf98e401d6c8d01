//! Another exercise in the place of one that is not done yet: a small form, which works by itself.

use axum::extract::State;

use super::blocks::WorkoutView;
use super::offline_exercises;
use crate::domain::exercise::Exercise;
use crate::domain::plan::Prescribed;
use crate::service::sessions::{self, Swap};
use crate::web::WebState;
use crate::web::pages::error::Paged;
use crate::web::pages::form::Fields;
use crate::web::pages::idempotent_form::{Leads, once};
use crate::web::pages::visitor::Visitor;
use crate::web::pages::workout::view::SwapForm;

/// Alternatives offered.
const MANY: usize = 8;

impl WorkoutView<'_> {
    /// The form for an exercise of the session; none where nothing is left of it, or nothing fits.
    pub fn swap(&self, exercise_id: &str) -> Option<SwapForm> {
        let planned = self.session.prescribed.iter().find(|planned| planned.exercise_id == exercise_id)?;
        let prescribed = &self.session.prescribed;
        let others = sessions::alternatives(self.athlete, prescribed, exercise_id, MANY).into_iter();
        let offer = |other: &Exercise| {
            let comes = sessions::in_place_of(self.athlete, planned, &self.session.sets, other);
            offline_exercises::offer(self.athlete, other, &comes, self.units)
        };
        let offers: Vec<_> = others.map(offer).collect();
        let form = SwapForm {
            exercise_id: exercise_id.to_owned(),
            name: planned.name.clone(),
            offers,
            key: self.clock.new_id(),
        };
        Some(form).filter(|form| !form.offers.is_empty() && self.is_open(planned))
    }

    /// The forms of all exercises but the one at hand, which has its own on the suggestion's card.
    pub fn later_swaps(&self) -> Vec<SwapForm> {
        let at_hand = self.aim.map(|aim| aim.exercise_id.as_str());
        let ids = self.session.prescribed.iter().map(|planned| planned.exercise_id.as_str());
        ids.filter(|id| Some(*id) != at_hand).filter_map(|id| self.swap(id)).collect()
    }

    fn is_open(&self, planned: &Prescribed) -> bool {
        let own = self.session.sets.iter().filter(|set| set.exercise_id == planned.exercise_id);
        let hard = own.filter(|set| !set.is_warmup());
        hard.filter(|set| usize::from(set.set_index) <= planned.sets.len()).count() < planned.sets.len()
    }
}

/// POST /workout/swap
pub async fn swap(State(state): State<WebState>, visitor: Visitor, form: Fields) -> Paged {
    let (exercise_id, replacement_id) = (form.text("exercise_id"), form.text("replacement_id"));
    let wanted = Swap { exercise_id: exercise_id.to_owned(), replacement_id: replacement_id.to_owned() };
    once(&state, &visitor, "/workout/swap", &form, async |write| {
        sessions::swap(write, form.text("session_id"), &wanted).await?;
        Ok(Leads::to("/workout"))
    })
    .await
}
