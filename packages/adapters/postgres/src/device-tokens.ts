// Hashes of device tokens, one a device. A token that is revoked is forgotten here.

import type { DeviceTokenStore } from '@anlan/domain';
import type { PgPool } from './pool.ts';

export function createPgDeviceTokens(options: { readonly pool: PgPool }): DeviceTokenStore {
  const { pool } = options;
  return {
    async setTokenHash(deviceId, tokenHash) {
      await pool.query('INSERT INTO device_token (device_id, token_hash) VALUES ($1, $2) ON CONFLICT (device_id) DO UPDATE SET token_hash = $2', [deviceId, tokenHash]);
    },
    async findDeviceId(tokenHash) {
      const rows = await pool.query<{ device_id: string }>('SELECT device_id FROM device_token WHERE token_hash = $1', [tokenHash]);
      return rows[0]?.device_id;
    },
    async removeToken(deviceId) {
      await pool.query('DELETE FROM device_token WHERE device_id = $1', [deviceId]);
    },
  };
}
