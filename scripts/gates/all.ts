// The list of gates, slowest first, so that two at a time end together.

import type { Gate } from './gate.ts';
import { compileCore, compileNode, compileWeb } from './compile.ts';
import { declared } from './declared.ts';
import { docs } from './docs.ts';
import { licences } from './licences.ts';
import { lint } from './lint.ts';
import { messages } from './messages.ts';
import { replay } from './replay.ts';
import { shape } from './shape.ts';
import { tidy } from './tidy.ts';
import { walls } from './walls.ts';

export const gates: readonly Gate[] = [
  lint, compileNode, replay, compileWeb, walls, compileCore, docs, tidy, declared, messages, shape, licences,
];
