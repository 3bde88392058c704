// The only door of devices.
export * from './decide-device.ts';
export * from './errors.ts';
export * from './fold-device.ts';
export * from './handle-device.ts';
export * from './ports.ts';
export * from './types.ts';
