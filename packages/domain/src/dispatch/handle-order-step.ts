// One step of one order: load, decide, append with the moves of the reserves in one transaction.

import type { Result } from '@anlan/kernel';
import { ok } from '@anlan/kernel';
import type { Appended, Context } from '../log/index.ts';
import { loadView, withMoves } from '../log/index.ts';
import { decideOrderStep } from './decide-order.ts';
import type { OrderStepCommand } from './decide-order.ts';
import type { DispatchDeps } from './handle-issue.ts';
import type { OrderBody } from './types.ts';

export interface MoveOrder extends OrderStepCommand {
  readonly orderId: string;
  readonly seenVersion?: number;
}

export async function handleOrderStep(deps: Pick<DispatchDeps, 'log' | 'views'>, command: MoveOrder, context: Context): Promise<Result<Appended>> {
  const { orderId, seenVersion } = command;
  const view = await loadView<OrderBody>(deps.views, context, 'order', orderId, { unknownCode: 'DISPATCH_ORDER_UNKNOWN', seenVersion });
  if (!view.ok) return view;
  const { streamVersion, body } = view.value;
  const decision = decideOrderStep(body, command, context);
  if (!decision.ok) return decision;
  const events = withMoves(decision.value.events, decision.value.holdings);
  const appended = await deps.log.append({
    realm: context.realm, recordedAt: context.now, appends: [{ stream: `order:${orderId}`, expectedVersion: streamVersion, events }],
  });
  return appended.ok ? ok({ id: orderId, streamVersion: streamVersion + events.length, events: appended.value }) : appended;
}
