// Crews in a play do as ordered: they accept after a while, depart when due, take the time of the
// plan under way, work, and report done: each at its own scenario instant, not at the next round of
// the timers. They act through the same routes as a responder's phone.

import { addS, isoFromInstant, secondsBetween } from '@anlan/kernel';
import type { Instant } from '@anlan/kernel';
import type { OrderBody } from '@anlan/domain';
import type { RouteId } from '@anlan/contracts';
import { callAs, openOrders } from './player.ts';
import type { Player } from './player.ts';
import type { CrewStep, StandDownStep } from './scenario.ts';

/** Everything that crews do until `untilAt`, each at its own instant: the clock is moved there first. */
export async function moveCrews(player: Player, crews: CrewStep, untilAt: Instant): Promise<void> {
  for (;;) {
    const steps = (await openOrders(player)).flatMap((order) => nextStep(order, crews));
    const next = steps.toSorted((a, b) => a.at - b.at)[0];
    if (next === undefined || next.at > untilAt) return;
    if (next.at > player.clock.now()) await player.clock.reach(next.at);
    const { order, route } = next;
    const { statusCode, answer } = await callAs(player, crews.as, route, { id: order.id }, { note: '' });
    if (statusCode >= 300) throw new Error(`crew ${order.id} ${route}: ${statusCode} ${JSON.stringify(answer).slice(0, 400)}`);
    player.say(`${isoFromInstant(player.clock.now())}  crew       ${route} ${order.task.zh}`);
  }
}

/** Orders that have not left are cancelled, which gives their stock back; the others come home. */
export async function standDown(player: Player, step: StandDownStep): Promise<void> {
  for (const order of await openOrders(player)) {
    const hasLeft = order.state === 'under-way' || order.state === 'on-scene';
    const routes: readonly RouteId[] = !hasLeft ? ['cancelOrder'] : order.state === 'under-way' ? ['arriveOrder', 'completeOrder'] : ['completeOrder'];
    for (const route of routes) {
      const { statusCode, answer } = await callAs(player, step.as, route, { id: order.id }, { note: step.reason, reason: step.reason });
      if (statusCode >= 300) throw new Error(`stand-down ${order.id} ${route}: ${statusCode} ${JSON.stringify(answer).slice(0, 400)}`);
      player.say(`${isoFromInstant(player.clock.now())}  ${step.as.padEnd(10)} ${route} ${order.task.zh}`);
    }
  }
}

interface CrewMove {
  readonly order: OrderBody;
  readonly route: RouteId;
  readonly at: Instant;
}

/** What the crew does next and when; a crew that left late arrives as much later. */
function nextStep(order: OrderBody, crews: CrewStep): readonly CrewMove[] {
  const enteredAt = order.steps.at(-1)?.at ?? order.issuedAt;
  switch (order.state) {
    case 'issued':
      return [{ order, route: 'acceptOrder', at: addS(order.issuedAt, crews.acceptAfterS) }];
    case 'accepted':
      return [{ order, route: 'departOrder', at: order.departDueAt }];
    case 'under-way':
      return [{ order, route: 'arriveOrder', at: addS(enteredAt, secondsBetween(order.departDueAt, order.arriveDueAt)) }];
    case 'on-scene':
      return [{ order, route: 'completeOrder', at: addS(enteredAt, crews.workS) }];
    default:
      return [];
  }
}
