// Readiness: what may be endangered, what is kept in reserve, who can go. All of it registers.

import { RegisterRoom } from './register/RegisterRoom.tsx';

export function ReadinessScreen() {
  return <RegisterRoom base="/readiness" rooms={ROOMS} />;
}

const ROOMS = ['readiness/reserves', 'readiness/forces', 'readiness/hazards'] as const;
