// One audit of the whole memory, for `log verify` and `doctor`: every realm that the log or the kept heads
// name, its chain, its holdings, the heads kept in the data folder, and heads that somebody brings along.

import { findingsOf } from '@anlan/domain';
import type { EventLog, LogVerification } from '@anlan/domain';
import type { Refusal } from '@anlan/kernel';
import type { KeptHeads } from './checkpoints.ts';

export interface LogAudit {
  readonly realms: readonly LogVerification[];
  readonly checkpointCount: number;
  /** Empty when everything holds. */
  readonly findings: readonly Refusal[];
}

export async function auditLog(log: EventLog, kept: KeptHeads, givenHashes: readonly string[] = []): Promise<LogAudit> {
  const { path, checkpoints, unreadableLines } = kept;
  const findings: Refusal[] = unreadableLines.map((lineIndex) => ({ code: 'LOG_CHECKPOINT_UNREADABLE', params: { path, lineIndex } }));
  const given = givenHashes.map((hash) => hash.trim().toLowerCase());
  const notFound = new Set(given);
  const realms: LogVerification[] = [];
  for (const realm of new Set([...(await log.listRealms()), ...checkpoints.map((one) => one.realm)])) {
    const own = checkpoints.filter((one) => one.realm === realm);
    const verification = await log.verify(realm, { hashes: [...own.map(({ hash }) => hash), ...given] });
    findings.push(...findingsOf(verification, own));
    for (const hash of given) if (!verification.missingHashes.includes(hash)) notFound.delete(hash);
    realms.push(verification);
  }
  for (const hash of notFound) findings.push({ code: 'LOG_HEAD_NOT_FOUND', params: { hash } });
  return { realms, checkpointCount: checkpoints.length, findings };
}
