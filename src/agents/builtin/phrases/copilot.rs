//! What people write between two sets.

use super::{Needs, Row};
use crate::agents::builtin::wish::Intent;

/// The rows, read from top to bottom.
pub const COPILOT: &[Row] = &[
    (
        Intent::Why,
        Needs::Nothing,
        &[
            "^why",
            "^and|but|so|ok why",
            "explain",
            "how_come",
            "what is reason|idea|thinking behind|for",
            "where do|does|is come|comes|from",
        ],
    ),
    (
        Intent::Swap,
        Needs::Nothing,
        &[
            "swap|replace|substitute|exchange|switch_out|trade|swap_out",
            "instead_of|instead",
            "alternative|alternatives|replacement to|for|$",
            "change|switch to|for|with|exercise",
            "someone|somebody is|on using|on|uses|there|bench|rack",
            "taken|busy|occupied|in_use|not_free|being_used|out_of_order",
            "machine|rack|bench|station|bar|cable|it broken",
            "something|anything|different else|other|exercise",
            "can_not do this|that|it",
        ],
    ),
    (
        Intent::Pain,
        Needs::Limitation,
        &["hurt|hurts|hurting|pain|painful|aches|aching|tweaked|injured|bothers|sore|tender|strained|pulled"],
    ),
    (Intent::Pain, Needs::Nothing, &["hurt|hurts|hurting|pain|painful|tweaked|injured"]),
    (
        Intent::Session,
        Needs::Nothing,
        &[
            "how many|much sets|exercises|more|left|to_go|time|have",
            "what is|have left|remaining|i_done|done|after",
            "what is|are left|remaining|still|after|the|todays workout|session|exercises|rest_of",
            "how far am_i|along|in",
            "what did i do|lift|log|so_far",
            "show|see|list session|workout|sets|exercises|today",
            "sets|exercises left|remaining|to_go|so_far",
            "am i almost|nearly|done|finished",
            "what comes after|later",
        ],
    ),
    (
        Intent::Next,
        Needs::Nothing,
        &[
            "what is|do|should next|now|i",
            "next set|exercise|one|weight|up",
            "^next",
            "^what now|next",
            "how|what much|long|heavy|weight|load|rest|many rest|weight|load|reps|should|do|lift|next|set|now",
            "rest how_long|time",
            "^rest|break|pause$",
            "suggest|suggestion",
        ],
    ),
    (Intent::FeltHeavy, Needs::Nothing, &["^is|are|would|should|maybe too|heavy|much|hard"]),
    (
        Intent::FeltEasy,
        Needs::Nothing,
        &[
            "could_have|could_easily|can_easily|had done|do|got|lifted|left|in more|tank",
            "can|could|may|should i|we go_up",
        ],
    ),
    (
        Intent::FeltHeavy,
        Needs::Nothing,
        &["take|strip some|weight|plate|plates|a off", "can|could|should i|we go_down"],
    ),
    (
        Intent::Log,
        Needs::Numbers,
        &[
            "log|logged|record|save|enter|did|got|done|was|hit|made|managed|finished|completed|put|add|were|lifted|pressed|held|only",
            "x|for|at|rpe|reps|kg|lb|lbs|kilos|pounds|seconds|rir|reserve",
            "^set",
            "^1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|20$",
        ],
    ),
    (
        Intent::Finish,
        Needs::Nothing,
        &[
            "finish|end|stop|complete|close|abandon|quit workout|session|training|here|today|now",
            "i_am_finished|i_am_done_for_today|done_for_today|call_it_a_day|i_want_to_stop",
            "skip set|exercise|this|it|that|the",
        ],
    ),
    (
        Intent::FeltHeavy,
        Needs::Nothing,
        &[
            "too|felt|feels|was|so|very|pretty|really|is heavy|hard|tough|brutal|difficult|much|grinder|heavier",
            "^heavy|hard|tough|too_much|grinder|brutal",
            "failed|missed|could_not|barely",
            "lower|reduce|less|lighter|drop weight|load|please|it|the|$",
            "can we|i go_lighter|less",
        ],
    ),
    (
        Intent::FeltEasy,
        Needs::Nothing,
        &[
            "too|felt|feels|was|so|very|pretty|really|is easy|light|lighter|simple|nothing",
            "^easy|light|piece_of_cake|too_easy",
            "more|raise|increase|add|heavier weight|load|please|it|the|$",
            "can we|i go_heavier|add|more",
            "could do|have|done|lift more",
        ],
    ),
    (
        Intent::Log,
        Needs::Nothing,
        &[
            "log|record|save|enter|tick|confirm it|that|this|set|the_set|them|$",
            "^done|finished|completed|did_it|got_it|made_it|nailed_it|all_done|as_planned|as_prescribed|got_them_all|yes|ok|okay|yep|check",
            "^set done|finished|complete",
            "^did all|it|them|that",
            "i_did it|that|them|all|the_set",
            "set|that is|was|as done|planned|finished|prescribed|written|complete",
            "as_planned|as_prescribed|as_written|as_suggested",
        ],
    ),
    (
        Intent::Help,
        Needs::Nothing,
        &[
            "what can|could|do you do|help|know",
            "^help",
            "who|what are you",
            "how do|does you|this|it work",
            "can|could you help",
        ],
    ),
    (Intent::No, Needs::Nothing, &["^no|nope|nah|not_now|never_mind|nevermind|forget_it|cancel|leave_it"]),
    (
        Intent::Thanks,
        Needs::Nothing,
        &["thanks|thank_you|thx|cheers|ty", "^great|perfect|nice|awesome|cool|super|good$"],
    ),
    (Intent::Greeting, Needs::Nothing, &["^hi|hello|hey|hiya|yo|good_morning|good_evening|morning|howdy"]),
];
