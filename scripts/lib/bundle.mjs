// Bundles an app's entry into one file, so that a start reads one file instead of some seven hundred.
// Packages from npm stay outside. Every source keeps its own `import.meta.url`, so that data files and
// worker threads are found where they lie.

import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './say.mjs';

/** Returns the path of the bundle; made anew each time (a third of a second). */
export async function bundle(entry, outfile, root = ROOT) {
  // The esbuild that tsx itself runs on: one compiler for both ways.
  const { build } = createRequire(import.meta.resolve('tsx'))('esbuild');
  const target = join(root, outfile);
  mkdirSync(dirname(target), { recursive: true });
  await build({
    entryPoints: [join(root, entry)], outfile: target, bundle: true, platform: 'node', format: 'esm', target: 'node20', sourcemap: 'inline', sourcesContent: false, logLevel: 'warning',
    plugins: [keepOwnUrl, workspaceOnly(root)],
  });
  return target;
}

const keepOwnUrl = {
  name: 'own-url',
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const url = JSON.stringify(pathToFileURL(path).href);
      return { contents: source.replaceAll('import.meta.url', url), loader: 'ts' };
    });
  },
};

/** Our own packages are bundled from their sources; everything else is left to Node. */
function workspaceOnly(root) {
  return {
    name: 'workspace-only',
    setup(build) {
      build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
        if (kind === 'entry-point') return undefined;
        if (!path.startsWith('@anlan/')) return { path, external: true };
        const manifest = JSON.parse(readFileSync(join(root, 'node_modules', path, 'package.json'), 'utf8'));
        return { path: join(root, 'node_modules', path, manifest.exports['.']) };
      });
    },
  };
}
