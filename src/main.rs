//! Parses the command line and hands over.

/// Open runs hold a fifth less in it than in the system's, and there is one for every kind of Linux.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    spotter::cli::run()
}
