// Hashes of device tokens: they must be forgotten at revocation, so they are not events.

/** A token is kept as SHA-256 only; it is 256 bits of chance, so a slow hash would add nothing. */
export interface DeviceTokenStore {
  /** Replaces the token that the device had. */
  setTokenHash(deviceId: string, tokenHash: string): Promise<void>;
  findDeviceId(tokenHash: string): Promise<string | undefined>;
  removeToken(deviceId: string): Promise<void>;
}
