import { describe, expect, it } from 'vitest';
import { createServerClock } from './server-clock.ts';

describe("the server's clock", () => {
  it('runs on from the last reading, at the rate of a play', () => {
    let ms = 100;
    const clock = createServerClock(() => ms);
    expect(clock.isSet()).toBe(false);
    clock.sync(1_000_000, 60);
    ms += 1000;
    expect(clock.now()).toBe(1_060_000);
  });

  it('a frame that was late on the way does not set the clock back, one that is ahead corrects it', () => {
    let ms = 0;
    const clock = createServerClock(() => ms);
    clock.sync(1_000_000, 1);
    ms = 1000;
    clock.sync(1_000_500, 1);
    expect(clock.now()).toBe(1_001_000);
    clock.sync(1_001_200, 1);
    expect(clock.now()).toBe(1_001_200);
  });

  it('a jump of the server is followed in both directions', () => {
    const ms = 0;
    const clock = createServerClock(() => ms);
    clock.sync(1_000_000, 1);
    clock.sync(400_000, 1);
    expect(clock.now()).toBe(400_000);
    clock.sync(9_000_000, 1);
    expect(clock.now()).toBe(9_000_000);
  });
});
