// Door of the readiness room.
export { ReadinessScreen as Screen } from './ReadinessScreen.tsx';
