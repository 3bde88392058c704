import { expect, it } from 'vitest';
import { createOsrmEngine } from './index.ts';

it('the example of the README holds', () => {
  const engine = createOsrmEngine({ baseUrl: 'http://127.0.0.1:5000', timeoutMs: 5000, blockCountMax: 100, profileName: 'driving' });
  const closed = engine.apply([{ id: 'c', name: '西堠门大桥', bridgeId: 'xihoumen-bridge', sourceText: '高速交警' }]);
  expect(closed).toMatchObject({ ok: false, refusal: { code: 'ROUTING_CLOSURES_NOT_SUPPORTED' } });
});
