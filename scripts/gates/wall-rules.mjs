// Who may import whom, as rules for dependency-cruiser. Stage rules are generated from the order
// in packages/domain/src/flow.ts. Tests and their helpers (*-for-tests.ts, testing/, test-cases.ts)
// may reach further, but they too enter other packages by the door, and no product source imports them.

const TEST = '\\.test\\.tsx?$|-for-tests\\.tsx?$|/testing/|/test-cases\\.ts$';
const KERNEL = '^packages/kernel/src/';
const DOMAIN = '^packages/domain/src/';

/** The rule set for a house whose stages come in this order. */
export function wallRules(stages) {
  return [...layerRules(), ...webRules(), ...testkitRules(), ...generalRules(), ...domainRules(stages)];
}

function layerRules() {
  return [
    forbid('kernel-imports-nothing', 'the kernel depends on nothing', { path: KERNEL, pathNot: TEST }, { pathNot: KERNEL }),
    forbid(
      'models-know-only-kernel',
      'a model is pure numerics: it knows the kernel and itself, no other model',
      { path: '^packages/models/([^/]+)/src/', pathNot: TEST },
      { pathNot: ['^packages/models/$1/src/', KERNEL] },
    ),
    forbid('messages-know-only-kernel', 'sentences have no logic to import', { path: '^packages/messages/src/', pathNot: TEST }, { pathNot: ['^packages/messages/src/', KERNEL] }),
    forbid(
      'contracts-import-no-domain',
      'the wire maps the domain and never imports it',
      { path: '^packages/contracts/src/', pathNot: TEST },
      { pathNot: ['^packages/contracts/src/', KERNEL, '^packages/messages/src/', 'node_modules/@sinclair/typebox'] },
    ),
    forbid(
      'domain-knows-kernel-and-models',
      'decisions are pure: kernel and models, no adapter, no wire, no library',
      { path: DOMAIN, pathNot: TEST },
      { pathNot: [DOMAIN, KERNEL, '^packages/models/[^/]+/src/'] },
    ),
    forbid('adapters-never-each-other', 'adapters meet only in the wiring of an app', { path: '^packages/adapters/([^/]+)/', pathNot: TEST }, { path: '^packages/adapters/', pathNot: '^packages/adapters/$1/' }),
    forbid('nothing-imports-apps', 'apps are the top: only apps wire', { path: '^(packages|regions)/', pathNot: TEST }, { path: '^apps/' }),
    forbid('apps-by-command-line', 'the command line may start the server; no other app knows an app', { path: '^apps/([^/]+)/', pathNot: ['^apps/cli/', TEST] }, { path: '^apps/', pathNot: '^apps/$1/' }),
    forbid('engine-knows-no-place', 'a region pack is chosen by an app', { path: '^packages/', pathNot: TEST }, { path: '^regions/' }),
    forbid('regions-know-domain-and-kernel', 'a region pack is data with types', { path: '^regions/([^/]+)/src/', pathNot: TEST }, { path: '^(packages|regions|apps)/', pathNot: [KERNEL, DOMAIN, '^packages/models/[^/]+/src/', '^regions/$1/'] }),
    forbid('core-has-no-platform', 'no Node in the core', { path: '^packages/(kernel|models/[^/]+|domain|contracts|messages)/src/', pathNot: TEST }, { dependencyTypes: ['core'] }),
  ];
}

function webRules() {
  const web = '^apps/web/src/';
  const worker = '\\.worker\\.ts$';
  return [
    forbid(
      'web-knows-kernel-contracts-messages',
      'the web speaks to the server over the wire only',
      { path: web, pathNot: [worker, TEST] },
      { path: '^(packages|regions)/', pathNot: [KERNEL, '^packages/(contracts|messages)/src/'] },
    ),
    forbid(
      'models-in-a-web-worker-only',
      'a model in the web runs in a worker file (*.worker.ts)',
      { path: `${web}.*${worker}` },
      { path: '^(packages|regions)/', pathNot: [KERNEL, '^packages/(contracts|messages|models/[^/]+)/src/'] },
    ),
    forbid('web-has-no-node', 'no Node in the browser', { path: web, pathNot: TEST }, { dependencyTypes: ['core'] }),
  ];
}

function testkitRules() {
  return [
    forbid(
      'testkit-for-tests',
      'fakes serve tests and the scenario player, not the product',
      { path: '^(packages|regions|apps)/', pathNot: ['^packages/testkit/', '^apps/cli/', TEST, '/test/'] },
      { path: '^packages/testkit/' },
    ),
    forbid('helpers-for-tests', 'a helper of tests is no part of the product', { pathNot: ['^packages/testkit/', '^(test|bench|scripts)/', TEST, '/test/'] }, { path: ['-for-tests\\.tsx?$', '/testing/', '/test-cases\\.ts$'], pathNot: 'node_modules' }),
  ];
}

function generalRules() {
  return [
    forbid('no-cycles', 'a cycle while loading: move what both need to a third file', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'dynamic-import'] } }),
    forbid('resolvable', 'this import leads nowhere', {}, { couldNotResolve: true, pathNot: ['^virtual:', '\\?(url|worker|raw)$'] }),
    forbid(
      'packages-by-name',
      'another package is imported by its name, through its one door',
      { path: '^((packages/(models/|adapters/)?|regions/|apps/)[^/]+)/' },
      { path: '^(packages|regions|apps)/', pathNot: '^$1/', dependencyTypesNot: ['aliased-workspace'] },
    ),
  ];
}

function domainRules(stages) {
  const folder = (name) => `${DOMAIN}${name}/`;
  const earlierThanLater = stages.slice(0, -1).map((stage, i) => {
    const later = stages.slice(i + 1).join('|');
    return forbid(`stage-${stage}-imports-no-later`, `${stage} comes before ${later}: emit an event instead`, { path: folder(stage) }, { path: folder(`(${later})`) });
  });
  const readers = ['forecast', 'plan', 'dispatch'];
  const nonReaders = stages.filter((stage) => !readers.includes(stage)).join('|');
  return [
    ...earlierThanLater,
    forbid(
      'stages-by-their-door',
      'a folder of the domain is entered through its index.ts',
      { path: `${DOMAIN}([^/]+)`, pathNot: TEST },
      { path: folder('[^/]+'), pathNot: [`${DOMAIN}$1/`, '/index\\.ts$'] },
    ),
    forbid('readiness-read-by-forecast-plan-dispatch', 'other stages reach readiness through events', { path: folder(`(${nonReaders})`), pathNot: TEST }, { path: folder('readiness') }),
    forbid(
      'industry-read-by-nobody',
      'in the domain only the gap matching and the reports of readiness read the industry',
      { path: folder('[^/]+'), pathNot: [folder('industry'), `${DOMAIN}readiness/[^.]*(gap|report)[^./]*\\.ts$`, TEST] },
      { path: folder('industry') },
    ),
  ];
}

function forbid(name, comment, from, to) {
  return { name, comment, severity: 'error', from, to };
}
