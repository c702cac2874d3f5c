/** Median time of one call, after warming up, over about a second. */
export function medianMicroseconds(step: () => void, seconds = 1): number {
  const warm = performance.now() + 300;
  while (performance.now() < warm) step();
  // Batches long enough for the clock, short enough for many of them.
  let per = 1;
  for (;;) {
    const start = performance.now();
    for (let i = 0; i < per; i++) step();
    if (performance.now() - start > 2 || per > 1e6) break;
    per *= 2;
  }
  const times: number[] = [];
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end || times.length < 5) {
    const start = performance.now();
    for (let i = 0; i < per; i++) step();
    times.push(((performance.now() - start) * 1000) / per);
  }
  times.sort((a, b) => a - b);
  return times[times.length >> 1]!;
}
