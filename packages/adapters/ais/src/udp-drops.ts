// How many datagrams the kernel threw away because our socket was full. Linux tells it in the last
// column of /proc/net/udp (proc(5)); our line is the one of our port whose inode is one of our own
// descriptors, because another process may listen on the same port at another address.

import { readFileSync, readdirSync, readlinkSync } from 'node:fs';

/** A reader for the bound socket of this port; 'unknown' when the kernel does not tell. */
export function createDropReader(port: number, procDirectory: string): () => number | 'unknown' {
  const portText = port.toString(16).toUpperCase().padStart(4, '0');
  let inode: string | undefined;
  return () => {
    try {
      const rows = ['udp', 'udp6'].flatMap((name) => rowsOf(`${procDirectory}/net/${name}`)).filter((row) => row.local?.endsWith(`:${portText}`));
      inode ??= inodeOfOurs(rows.map((row) => row.inode), procDirectory);
      const drops = rows.find((row) => row.inode === inode)?.drops;
      return drops !== undefined && /^\d+$/.test(drops) ? Number(drops) : 'unknown';
    } catch {
      return 'unknown';
    }
  };
}

interface Row {
  readonly local: string | undefined;
  readonly inode: string | undefined;
  readonly drops: string | undefined;
}

/** sl local_address rem_address st tx:rx tr:when retrnsmt uid timeout inode ref pointer drops */
function rowsOf(path: string): Row[] {
  let text: string;
  try {
    text = readFileSync(path, 'latin1');
  } catch {
    return []; // A kernel without IPv6 has no udp6; without either there is no row, and so no number.
  }
  return text.split('\n').slice(1).map((line) => {
    const fields = line.trim().split(/\s+/);
    return { local: fields[1], inode: fields[9], drops: fields[12] };
  });
}

function inodeOfOurs(inodes: readonly (string | undefined)[], procDirectory: string): string | undefined {
  const directory = `${procDirectory}/self/fd`;
  for (const descriptor of readdirSync(directory)) {
    const target = linkOf(`${directory}/${descriptor}`);
    const found = inodes.find((inode) => inode !== undefined && target === `socket:[${inode}]`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The descriptor of the directory itself is gone before it is looked at. */
function linkOf(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}
