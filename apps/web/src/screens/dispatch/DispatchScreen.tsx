// The dispatch room. At a desk it is the board of orders; on the phone of a field role it is "my
// orders", one tap a step, with a queue that bears a lost network.

import { useParams } from 'react-router-dom';
import type { Account } from '@anlan/contracts';
import { useAccount } from '../../app/seat.tsx';
import { useMedia } from '../../parts/room/use-media.ts';
import { Board } from './Board.tsx';
import { PhoneOrders } from './phone/PhoneOrders.tsx';
import './dispatch.css';

export function DispatchScreen() {
  const { incidentId } = useParams();
  const { roles } = useAccount();
  const isPhone = useMedia('(max-width: 899.98px)');
  return isPhone && isField(roles) ? <PhoneOrders /> : <Board key={incidentId ?? ''} incidentId={incidentId} />;
}

/** Roles that carry orders out and see only their own. */
function isField(roles: Account['roles']): boolean {
  return roles.every((role) => role === 'responder' || role === 'enterprise');
}
