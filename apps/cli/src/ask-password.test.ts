import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { askNewPassword } from './ask-password.ts';
import type { Terminal } from './ask-password.ts';

function terminal(...typed: readonly string[]): { terminal: Terminal; shown: () => string; raw: boolean[] } {
  const input = Object.assign(new EventEmitter(), { isTTY: true, setRawMode: (on: boolean) => { raw.push(on); if (on) setTimeout(() => input.emit('data', Buffer.from(rest.shift() ?? '')), 0); return input; }, resume: () => input, pause: () => input });
  const rest = [...typed];
  const raw: boolean[] = [];
  let shown = '';
  return { terminal: { input: input as unknown as Terminal['input'], output: { write: (text: string) => { shown += text; return true; } } as Terminal['output'] }, shown: () => shown, raw };
}

describe('asking for a password', () => {
  it('shows nothing of what is typed, takes deletions, and leaves the terminal as it was', async () => {
    const seat = terminal('secrxt\u007f\u007fet one\r', 'secret one\n');
    expect(await askNewPassword(seat.terminal)).toBe('secret one');
    expect(seat.shown()).not.toMatch(/secr/);
    expect(seat.raw).toEqual([true, false, true, false]);
  });

  it.each([
    [['one\r', 'two\r'], 'CLI_PASSWORD_NOT_SAME'],
    [['on\u0003'], 'CLI_INTERRUPTED'],
  ])('%j is refused as %s', async (typed, code) => {
    await expect(askNewPassword(terminal(...typed).terminal)).rejects.toMatchObject({ code });
  });

  it('without a terminal there is nobody to ask', async () => {
    const { terminal: seat } = terminal();
    await expect(askNewPassword({ ...seat, input: { ...seat.input, isTTY: false } as Terminal['input'] })).rejects.toMatchObject({ code: 'CLI_TERMINAL_MISSING' });
  });
});
