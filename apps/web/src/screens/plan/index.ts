// Door of the plan room.
export { PlanScreen as Screen } from './PlanScreen.tsx';
