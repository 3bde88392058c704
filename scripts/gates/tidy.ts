// Gate 6, what everybody keeps clean: sizes, leftover markers, switched-off tests, dead files,
// secrets, places of one machine, links that lead nowhere. One finding names one place.

import type { Finding, Gate } from './gate.ts';
import { readTree } from '../lib/tree.ts';
import { deadFiles } from './tidy/dead-files.ts';
import { brokenLinks } from './tidy/links.ts';
import { markersAndSecrets } from './tidy/markers.ts';
import { sizes } from './tidy/sizes.ts';
import { switchedOffTests } from './tidy/tests.ts';

export const tidy: Gate = {
  run: (root) => {
    const tree = readTree(root);
    const findings: Finding[] = [];
    for (const part of [sizes, markersAndSecrets, switchedOffTests, deadFiles, brokenLinks]) findings.push(...part(tree));
    return findings;
  },
};
