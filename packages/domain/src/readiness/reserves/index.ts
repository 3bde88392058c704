// The door of the three reserves: stock, agreed social stock, production capacity.
export * from './capacity-contracts.ts';
export * from './item-kinds.ts';
export * from './social-agreements.ts';
export * from './stock-lots.ts';
