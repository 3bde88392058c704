// The only door of the AIS adapter.
export type { AisDecoder, AisDecoderOptions, AisTally } from './decode-stream.ts';
export { LINE_LIMIT_BYTES } from './cut-sentences.ts';
export { createAisDecoder } from './decode-stream.ts';
export type { AisDoor, AisDoorOptions } from './door.ts';
export type { AisMessageInput } from './encode-message.ts';
export type { EncodeOptions } from './encode-sentence.ts';
export { encodeAisSentences } from './encode-sentence.ts';
export type { AisCode } from './errors.ts';
export { aisErrors } from './errors.ts';
export type { AisReplay, AisReplayOptions } from './replay.ts';
export { replayAisFile } from './replay.ts';
export type { AisTcpClient, AisTcpClientOptions, AisTcpServer, AisTcpServerOptions } from './tcp.ts';
export { openAisTcpClient, openAisTcpServer } from './tcp.ts';
export type { AisUdpDoor } from './udp.ts';
export { openAisUdpDoor } from './udp.ts';
