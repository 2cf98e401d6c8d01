// Written by `spotter contracts` from src/domain/set_bounds.rs.
export const LOGGED = {"fewest":0,"most_reps":100,"most_seconds":36000,"most_sets":100};
export const PLANNED = {"fewest":1,"most_reps":100,"most_seconds":600,"most_sets":20};
export const MOST_KG = 1000.0;
export const NOTE_CHARS = 500;
