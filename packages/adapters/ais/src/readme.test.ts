import { instant } from '@anlan/kernel';
import { expect, it } from 'vitest';
import { createAisDecoder, encodeAisSentences } from './index.ts';

it('the example of the README holds', () => {
  const decoder = createAisDecoder({ sourceId: 'ais-dinghai' });
  const lines = encodeAisSentences({ typeCode: 18, mmsi: '412000777', position: [122.3, 30.01], speedMps: 2 });
  const states = lines.flatMap((line) => decoder.pushLine(line, instant('2026-11-23T09:39:05Z')));
  expect(states[0]?.position).toEqual([122.3, 30.01]);
  decoder.pushLine('noise', instant('2026-11-23T09:39:06Z'));
  expect(decoder.counts().refusedCounts).toEqual({ AIS_SENTENCE_MALFORMED: 1 });
});
