// Plays a scenario through the running server: signals through the sensors' door, people through
// the HTTP routes with their own sessions. Time moves in steps; between steps the timers run, so
// that escalations and breaches happen when they are due. Same scenario and seed, same log.

import type { IncidentBody } from '@anlan/domain';
import { addS, isoFromInstant } from '@anlan/kernel';
import { callAs } from './player.ts';
import type { Player } from './player.ts';
import type { AnswerClocksStep, CallStep, ReportStep, Step } from './scenario.ts';
import { NotThere, resolveReferences } from './references.ts';
import { sendBackground } from './background.ts';
import { moveCrews, standDown } from './crews.ts';

/** Runs all steps; throws with the step's place when an answer is not the expected one. */
export async function runScenario(player: Player): Promise<void> {
  const { scenario, clock } = player;
  let reachedS = 0;
  const advance = async (untilS: number): Promise<void> => {
    while (reachedS < untilS) {
      reachedS = Math.min(untilS, reachedS + TICK_S);
      const tickAt = addS(scenario.startAt, reachedS);
      if (player.crews !== undefined) await moveCrews(player, player.crews, tickAt);
      await clock.reach(tickAt);
      await sendBackground(player, readAt(scenario.steps, reachedS));
      await player.tick();
      await player.server.app.reactor.idle();
    }
  };
  for (const step of scenario.steps) {
    await advance(step.atS);
    await perform(player, step);
    await player.server.app.reactor.idle();
  }
  await advance(scenario.endS);
}

/** Sensors that the scenario reads at a moment of its own. */
function readAt(steps: readonly Step[], atS: number): ReadonlySet<string> {
  return new Set(steps.flatMap((step) => (step.kind === 'readings' && step.atS === atS ? step.readings.map(({ sensorId }) => sensorId) : [])));
}

async function perform(player: Player, step: Step): Promise<void> {
  switch (step.kind) {
    case 'readings': {
      for (const { sensorId, value } of step.readings) player.heldValues.set(sensorId, value);
      const observedAt = isoFromInstant(player.clock.now());
      const readings = step.readings.map((reading) => ({ ...reading, observedAt }));
      await player.server.app.services.takeReadings('play', readings);
      return;
    }
    case 'call':
      return performCall(player, step);
    case 'report':
      return performReport(player, step);
    case 'crews':
      player.crews = step;
      return;
    case 'stand-down':
      player.crews = undefined;
      return standDown(player, step);
    case 'answer-clocks':
      return answerClocks(player, step);
  }
}

async function performCall(player: Player, step: CallStep): Promise<void> {
  const { params, body } = await whenThere(player, async () => ({
    params: (await resolveReferences(player, step.params ?? {})) as Record<string, string>,
    body: await resolveReferences(player, step.body ?? {}),
  }));
  const { statusCode, answer } = await callAs(player, step.as, step.route, params, body);
  const code = (answer as { code?: string }).code;
  const asExpected = step.expectCode === undefined ? statusCode < 300 : code === step.expectCode;
  if (!asExpected) throw new Error(`step ${step.atS} s, ${step.as} ${step.route}: ${statusCode} ${JSON.stringify(answer).slice(0, 600)}`);
  for (const [name, member] of Object.entries(step.save ?? {})) player.saved.set(name, String((answer as Record<string, unknown>)[member]));
  player.say(`${isoFromInstant(player.clock.now())}  ${step.as.padEnd(10)} ${step.route}${step.expectCode === undefined ? '' : ` → ${step.expectCode}`}`);
}

/** Looks again while the world goes on, as a person would who waits for an alert to come up. */
async function whenThere<T>(player: Player, read: () => Promise<T>): Promise<T> {
  for (let waitedS = 0; ; waitedS += WAIT_STEP_S) {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof NotThere) || !player.patient || waitedS >= WAIT_LIMIT_S) throw error;
      await player.clock.reach(addS(player.clock.now(), WAIT_STEP_S));
      await sendBackground(player, new Set());
      await player.tick();
      await player.server.app.reactor.idle();
    }
  }
}

async function performReport(player: Player, step: ReportStep): Promise<void> {
  const boundary = 'anlan-play-boundary';
  const parts = Object.entries(step.fields).map(([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
  const answered = await player.server.http.inject({
    method: 'POST', url: '/api/public/reports', headers: { 'content-type': `multipart/form-data; boundary=${boundary}` }, payload: `${parts.join('')}--${boundary}--\r\n`,
  });
  if (answered.statusCode >= 300) throw new Error(`step ${step.atS} s, report: ${answered.statusCode} ${answered.body.slice(0, 400)}`);
  player.say(`${isoFromInstant(player.clock.now())}  public     ${(answered.json() as { receiptNumber: string }).receiptNumber}`);
}

async function answerClocks(player: Player, step: AnswerClocksStep): Promise<void> {
  const id = player.saved.get(step.incident) ?? '';
  const view = await player.server.app.views.find<IncidentBody>(player.server.app.realm, 'incident', id);
  const running = (view?.body.clocks ?? []).filter((clock) => clock.answeredAt === null && clock.replacedByClockId === null);
  for (const clock of running) {
    await performCall(player, { atS: step.atS, kind: 'call', as: step.as, route: 'answerClock', params: { id, clockId: clock.id }, body: { text: step.text } });
  }
}

/** Timers run this often in scenario time; the server's own run every second. */
const TICK_S = 120;
/** How often and how long a person looks for what is not there yet, scenario time. */
const WAIT_STEP_S = 30;
const WAIT_LIMIT_S = 600;
