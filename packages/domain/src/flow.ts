// The order of the seven stages lives here and nowhere else: import rules, navigation and docs
// are generated from it. A stage never imports a later one; it emits an event instead.

export const STAGES = ['signal', 'alert', 'incident', 'forecast', 'plan', 'dispatch', 'review'] as const;

export type Stage = (typeof STAGES)[number];
