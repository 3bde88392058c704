// The two languages hold the same keys, the same kind of message and the same placeholders, area
// by area; no key lives in two areas, and every area is given out by the door of the package.

import type { Finding } from '../gate.ts';
import type { Area, Language, MessageMap, MessageValue } from '../../lib/catalogues.ts';
import { placeholdersOf } from '../../lib/catalogues.ts';

export function checkLanguages(zhAreas: readonly Area[], enAreas: readonly Area[], given: Readonly<Record<Language, MessageMap>>): Finding[] {
  return [
    ...unpaired(zhAreas, enAreas, 'en'),
    ...unpaired(enAreas, zhAreas, 'zh-CN'),
    ...zhAreas.flatMap((zh) => {
      const en = enAreas.find((area) => area.name === zh.name);
      return en === undefined ? [] : comparePair(zh, en);
    }),
    ...doubled(zhAreas),
    ...notGiven(zhAreas, given['zh-CN']),
    ...notGiven(enAreas, given.en),
  ];
}

function unpaired(areas: readonly Area[], others: readonly Area[], language: Language): Finding[] {
  return areas
    .filter((area) => !others.some((other) => other.name === area.name))
    .map((area) => ({ where: area.path, what: `has no twin in ${language}` }));
}

function comparePair(zh: Area, en: Area): Finding[] {
  const keys = [...new Set([...Object.keys(zh.messages), ...Object.keys(en.messages)])].sort();
  return keys.flatMap((key) => {
    const [zhMessage, enMessage] = [zh.messages[key], en.messages[key]];
    if (zhMessage === undefined) return [{ where: zh.path, what: `${key} is missing (the English has it)` }];
    if (enMessage === undefined) return [{ where: en.path, what: `${key} is missing (the Chinese has it)` }];
    return compareMessage(key, zhMessage, enMessage, en.path);
  });
}

function compareMessage(key: string, zh: MessageValue, en: MessageValue, where: string): Finding[] {
  if (typeof zh !== typeof en) return [{ where, what: `${key} is an error in one language and plain text in the other` }];
  const [zhNames, enNames] = [placeholdersOf(zh).join(', '), placeholdersOf(en).join(', ')];
  return zhNames === enNames ? [] : [{ where, what: `${key}: placeholders {${zhNames}} in Chinese, {${enNames}} in English` }];
}

function doubled(areas: readonly Area[]): Finding[] {
  const owner = new Map<string, Area>();
  const gatherersLast = [...areas].sort((a, b) => a.gathers.length - b.gathers.length);
  return gatherersLast.flatMap((area) =>
    Object.keys(area.messages).flatMap((key) => {
      const first = owner.get(key);
      owner.set(key, first ?? area);
      if (first === undefined || area.gathers.includes(first.name)) return [];
      return [{ where: area.path, what: `${key} is already in ${first.path}` }];
    }),
  );
}

function notGiven(areas: readonly Area[], given: MessageMap): Finding[] {
  return areas
    .filter((area) => Object.entries(area.messages).some(([key, message]) => given[key] !== message))
    .map((area) => ({ where: area.path, what: 'is not given out by packages/messages/src/index.ts' }));
}
