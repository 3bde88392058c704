// Crews in a play do as ordered: they accept after a while, depart when due, arrive when due, work,
// and report done. They act through the same routes as a responder's phone.

import { isoFromInstant, secondsBetween } from '@anlan/kernel';
import type { OrderBody } from '@anlan/domain';
import type { RouteId } from '@anlan/contracts';
import { callAs, openOrders } from './player.ts';
import type { Player } from './player.ts';
import type { CrewStep, StandDownStep } from './scenario.ts';

export async function moveCrews(player: Player, crews: CrewStep): Promise<void> {
  for (const order of await openOrders(player)) {
    const route = nextStep(order, crews, player);
    if (route === undefined) continue;
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

function nextStep(order: OrderBody, crews: CrewStep, player: Player): RouteId | undefined {
  const now = player.clock.now();
  const enteredAt = order.steps.at(-1)?.at ?? order.issuedAt;
  switch (order.state) {
    case 'issued':
      return secondsBetween(order.issuedAt, now) >= crews.acceptAfterS ? 'acceptOrder' : undefined;
    case 'accepted':
      return now >= order.departDueAt ? 'departOrder' : undefined;
    case 'under-way':
      return now >= order.arriveDueAt ? 'arriveOrder' : undefined;
    case 'on-scene':
      return secondsBetween(enteredAt, now) >= crews.workS ? 'completeOrder' : undefined;
    default:
      return undefined;
  }
}
