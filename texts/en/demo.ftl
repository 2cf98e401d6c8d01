### What the person of the demo wrote.

demo-slept-badly = Slept badly, but it went.
demo-rack-taken = Rack was taken; started a quarter of an hour late.
demo-best-session = Best session in weeks.
demo-long-day = Long day. Kept it short between sets.
demo-press-first = I like to press first, while I am fresh.
