// Imported first by every command: stops with a plain sentence when Node is too old.
// Keep the syntax of this file old enough for an old Node to read it.

var parts = process.versions.node.split('.').map(Number);

export function nodeIsNewEnough(major, minor) {
  return major > 20 || (major === 20 && minor >= 20);
}

if (!nodeIsNewEnough(parts[0], parts[1])) {
  process.stderr.write(
    '安澜需要 Node.js 20.20 或更新版本，当前是 ' + process.versions.node + '。请升级 Node.js 后再试。\n' +
    'Anlan needs Node.js 20.20 or newer; this is ' + process.versions.node + '. Upgrade Node.js and try again.\n'
  );
  process.exit(1);
}
