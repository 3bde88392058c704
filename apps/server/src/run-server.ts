// Runs the server in the foreground: prints where it is and, in demonstration mode, who may log in.

import { createNotes } from './notes.ts';
import type { Config } from './config.ts';
import { startServer } from './server.ts';
import type { StartedServer } from './server.ts';

export async function runServer(config: Config): Promise<void> {
  const server = await startServer(config, { extraOrigins: config.mode === 'demonstration' ? ['http://127.0.0.1:5173', 'http://localhost:5173'] : [] });
  process.stdout.write(greeting(server));
  await untilSignal();
  process.stdout.write('\n正在停止… stopping…\n');
  await server.stop();
  createNotes(config.logLevel)('info', 'stopped');
}

function greeting({ app, address, doors }: StartedServer): string {
  const lines = [
    '',
    `安澜 Anlan  ${address}`,
    `群众报告 public report form  ${address}/report`,
    `AIS TCP ${doors?.aisTcpPort ?? 'off'} · UDP ${doors?.aisUdpPort ?? 'off'} · MQTT ${doors?.mqttPort ?? 'off'} (${app.config.doorHost})`,
    `数据 data  ${app.config.dataDir}`,
  ];
  if (app.demonstrationAccounts.length > 0) {
    lines.push('', '演示模式：船舶和仪表是模拟数据，账号仅供演示。Demonstration: ships and gauges are simulated; accounts for trying out only.');
    for (const { userName, password, displayName } of app.demonstrationAccounts) lines.push(`  ${userName.padEnd(12)} ${password}   ${displayName.zh} · ${displayName.en}`);
  }
  return `${lines.join('\n')}\n\n`;
}

/** First signal ends the server in order; a second one ends it at once. */
function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(130));
        resolve();
      });
    }
  });
}
