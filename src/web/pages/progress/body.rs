//! The body map: our own drawing, front and back, every muscle of the catalogue once. Shapes are the
//! right half of a figure that stands at x = 0; the template draws them and their mirror image.

use serde::Serialize;

use crate::domain::exercise::Muscle;
use crate::service::progress::{BandStatus, MuscleWeek};
use crate::wording::texts;

/// One muscle of the map.
#[derive(Debug, Clone, Serialize)]
pub struct Region {
    /// `rear_shoulders`.
    pub id: &'static str,
    /// `Rear shoulders: 6 sets, 4 to go`.
    pub words: String,
    /// 0 to 4, from nothing to beyond the band.
    pub level: u8,
    /// Row among the regions, for the arrow keys.
    pub row: u8,
    /// Column among them.
    pub column: u8,
    /// Drawn on the back.
    pub back: bool,
    /// Outlines of the right half.
    pub paths: &'static [&'static str],
}

/// What the five levels are called.
pub fn levels() -> [&'static str; 5] {
    [
        texts::say("progress-level-none"),
        texts::say("progress-level-under-half"),
        texts::say("progress-level-under"),
        texts::say("progress-level-in"),
        texts::say("progress-level-over"),
    ]
}

struct Shape(Muscle, (u8, u8), bool, &'static [&'static str]);

/// Rows and columns are as a person sees the two figures side by side.
const SHAPES: &[Shape] = &[
    Shape(
        Muscle::Shoulders,
        (0, 0),
        false,
        &["M39 77C50 72 59 80 60 95C60 103 57 108 53 111C48 106 45 98 43 90Z"],
    ),
    Shape(
        Muscle::Chest,
        (0, 1),
        false,
        &["M1.5 82C14 76 28 77 37 80C41 87 43 95 42 101C38 112 27 118 15 117C9 117 4 115 1.5 112Z"],
    ),
    Shape(
        Muscle::Biceps,
        (1, 0),
        false,
        &["M46 106C50 111 55 114 60 111C65 122 66 134 63 144C58 148 53 145 51 140C47 130 45 117 46 106Z"],
    ),
    Shape(
        Muscle::Abs,
        (1, 1),
        false,
        &[
            "M1.5 118C8 121 14 121 19 120C20 131 20 139 19 146L1.5 146Z",
            "M1.5 149L19 149C19 162 18 174 15 186C11 196 6 202 1.5 205Z",
        ],
    ),
    Shape(
        Muscle::Forearms,
        (2, 0),
        false,
        &["M53 149C58 152 63 150 66 147C73 160 77 178 78 197C75 201 71 202 68 199C63 184 57 167 53 149Z"],
    ),
    Shape(
        Muscle::Obliques,
        (2, 1),
        false,
        &[
            "M22 119C30 117 36 113 40 107C41 124 39 140 36 153C36 166 38 178 41 187C33 192 25 193 18 190C21 175 23 146 22 119Z",
        ],
    ),
    Shape(
        Muscle::Quads,
        (3, 0),
        false,
        &[
            "M22 214C30 205 38 199 44 196C51 217 52 246 46 272C43 286 38 296 31 299C23 300 17 292 15 281C22 262 24 238 22 214Z",
        ],
    ),
    Shape(
        Muscle::Adductors,
        (3, 1),
        false,
        &["M2.5 214C9 209 15 210 19 214C22 236 19 257 13 274C6 260 2.5 236 2.5 214Z"],
    ),
    Shape(
        Muscle::Traps,
        (0, 2),
        true,
        &["M1.5 52C6 56 10 60 11 64C20 69 29 72 36 75C27 83 18 91 13 101C10 112 6 122 1.5 130Z"],
    ),
    Shape(
        Muscle::RearShoulders,
        (0, 3),
        true,
        &["M39 77C50 72 59 80 60 95C60 103 57 108 53 111C46 107 40 99 34 84Z"],
    ),
    Shape(
        Muscle::UpperBack,
        (1, 2),
        true,
        &[
            "M31 86C36 96 41 103 45 108C41 115 32 119 21 119C16 120 11 122 8 124C12 115 14 109 16 103C20 96 25 90 31 86Z",
        ],
    ),
    Shape(
        Muscle::Triceps,
        (1, 3),
        true,
        &["M46 109C50 113 55 114 60 111C66 122 67 135 64 146C59 149 53 146 51 141C47 131 45 119 46 109Z"],
    ),
    Shape(
        Muscle::Lats,
        (2, 2),
        true,
        &[
            "M4 131C8 126 14 123 23 122C32 122 40 118 43 112C43 128 41 141 37 152C31 161 23 167 14 171C11 158 8 144 4 131Z",
        ],
    ),
    Shape(
        Muscle::LowerBack,
        (3, 2),
        true,
        &[
            "M1.5 138C5 148 9 161 12 174C20 171 29 166 36 159C36 166 36 172 37 177C27 180 15 184 8 190C5 192 3 194 1.5 197Z",
        ],
    ),
    Shape(
        Muscle::Abductors,
        (3, 3),
        true,
        &["M14 188C22 183 31 181 39 180C44 188 47 198 48 209C43 204 37 200 31 197C26 193 20 190 14 188Z"],
    ),
    Shape(
        Muscle::Glutes,
        (4, 2),
        true,
        &["M1.5 200C4 195 8 192 12 191C24 195 38 202 46 213C48 224 44 234 35 238C23 242 9 240 1.5 232Z"],
    ),
    Shape(
        Muscle::Hamstrings,
        (5, 2),
        true,
        &[
            "M3 240C16 245 34 246 46 237C50 254 48 274 42 291C38 299 34 300 31 299C29 293 27 288 24 288C21 288 19 293 18 297C10 286 4 262 3 240Z",
        ],
    ),
    Shape(
        Muscle::Calves,
        (6, 2),
        true,
        &[
            "M15 303C20 306 24 301 26 299C29 302 33 307 38 302C43 318 41 336 34 350C30 356 24 356 21 350C14 336 12 318 15 303Z",
        ],
    ),
];

/// The regions with what they say.
pub fn regions(weeks: &[MuscleWeek], words: impl Fn(&MuscleWeek) -> String) -> Vec<Region> {
    let shape = |week: &MuscleWeek| {
        let Shape(_, (row, column), back, paths) = SHAPES.iter().find(|shape| shape.0 == week.muscle)?;
        Some(Region {
            id: week.muscle.as_str(),
            words: words(week),
            level: level(week),
            row: *row,
            column: *column,
            back: *back,
            paths,
        })
    };
    let mut all: Vec<Region> = weeks.iter().filter_map(shape).collect();
    all.sort_by_key(|region| (region.back, region.row, region.column));
    all
}

/// How far a muscle is on its way to the band.
fn level(week: &MuscleWeek) -> u8 {
    match week.status {
        BandStatus::None => 0,
        BandStatus::Under if week.sets * 2.0 < week.target_min => 1,
        BandStatus::Under => 2,
        BandStatus::InRange => 3,
        BandStatus::Over => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_muscle_is_drawn_once_and_has_a_place_of_its_own() {
        for muscle in Muscle::ALL {
            assert_eq!(SHAPES.iter().filter(|shape| shape.0 == *muscle).count(), 1, "{muscle}");
        }
        assert_eq!(SHAPES.len(), Muscle::ALL.len());
        let mut places: Vec<_> = SHAPES.iter().map(|shape| shape.1).collect();
        places.sort_unstable();
        places.dedup();
        assert_eq!(places.len(), SHAPES.len());
    }

    #[test]
    fn the_five_steps_follow_the_band() {
        let week = |sets: f64, status| MuscleWeek {
            muscle: Muscle::Chest,
            sets,
            target_min: 10.0,
            target_max: 16.0,
            status,
        };
        for (sets, status, step) in [
            (0.0, BandStatus::None, 0),
            (4.5, BandStatus::Under, 1),
            (5.0, BandStatus::Under, 2),
            (10.0, BandStatus::InRange, 3),
            (17.0, BandStatus::Over, 4),
        ] {
            assert_eq!(level(&week(sets, status)), step, "{sets}");
        }
    }
}
