// Asks for a new password on the terminal, twice, without showing it. Without a terminal there is
// nobody to ask: the caller is told to have one drawn instead.

import { AdapterError } from '@anlan/kernel';

export interface Terminal {
  readonly input: Pick<NodeJS.ReadStream, 'isTTY' | 'setRawMode' | 'resume' | 'pause' | 'on' | 'off'>;
  readonly output: Pick<NodeJS.WriteStream, 'write'>;
}

/** Throws CLI_TERMINAL_MISSING, CLI_PASSWORD_NOT_SAME, CLI_INTERRUPTED. */
export async function askNewPassword(terminal: Terminal = { input: process.stdin, output: process.stderr }): Promise<string> {
  if (terminal.input.isTTY !== true) throw new AdapterError('CLI_TERMINAL_MISSING', { retryable: false, params: {} });
  const first = await readHidden(terminal, '新密码 new password: ');
  const second = await readHidden(terminal, '再输一次 once more: ');
  if (first !== second) throw new AdapterError('CLI_PASSWORD_NOT_SAME', { retryable: false, params: {} });
  return first;
}

function readHidden({ input, output }: Terminal, prompt: string): Promise<string> {
  output.write(prompt);
  input.setRawMode(true);
  input.resume();
  return new Promise((resolve, reject) => {
    let typed = '';
    const end = (settle: () => void): void => {
      input.off('data', onData);
      input.setRawMode(false);
      input.pause();
      output.write('\n');
      settle();
    };
    const onData = (chunk: Buffer | string): void => {
      for (const character of chunk.toString()) {
        if (character === '\r' || character === '\n') return end(() => resolve(typed));
        if (character === CTRL_C || character === CTRL_D) return end(() => reject(new AdapterError('CLI_INTERRUPTED', { retryable: false, params: {} })));
        typed = character === DELETE || character === BACKSPACE ? [...typed].slice(0, -1).join('') : typed + character;
      }
    };
    input.on('data', onData);
  });
}

const CTRL_C = '\u0003';
const CTRL_D = '\u0004';
const BACKSPACE = '\b';
const DELETE = '\u007f';
