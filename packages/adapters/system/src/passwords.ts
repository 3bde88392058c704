// Passwords by argon2id with the parameters of the OWASP Password Storage Cheat Sheet (2024):
// 19 MiB, 2 passes, 1 lane.

import { hash, verify } from '@node-rs/argon2';

export function hashPassword(password: string): Promise<string> {
  return hash(password, { algorithm: ARGON2ID, memoryCost: MEMORY_KIB, timeCost: PASS_COUNT, parallelism: LANE_COUNT });
}

/** False also for a hash that cannot be read. */
export async function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
  try {
    return await verify(passwordHash, password);
  } catch {
    return false;
  }
}

/** RFC 9106, 3.1: type 2. The package's own name for it is a const enum, which erasable code cannot import. */
const ARGON2ID = 2;
const MEMORY_KIB = 19_456;
const PASS_COUNT = 2;
const LANE_COUNT = 1;
