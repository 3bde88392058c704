// Decay by half-lives: after one half-life one half is left. Stated on its own because a well-known
// program applies an e-folding time under this name, which leaves 36.8 % instead of 50 %.

/** Share that is left after `elapsedS`. */
export function halfLifeRemainingRatio(elapsedS: number, halfLifeS: number): number {
  return Math.pow(2, -elapsedS / halfLifeS);
}
