// Written by `spotter contracts` from src/domain/set_bounds.rs.
export const MOST_REPS = 100;
export const MOST_SECONDS = 36000;
export const PLANNED_SETS = 20;
export const MOST_KG = 1000.0;
export const NOTE_CHARS = 500;
