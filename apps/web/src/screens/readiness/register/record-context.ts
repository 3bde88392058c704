// Which record is being looked at: its documents are read through it and not by their number.

import { createContext, useContext } from 'react';

export interface OpenRecord {
  readonly registerId: string;
  readonly id: string;
}

export const RecordContext = createContext<OpenRecord | undefined>(undefined);

export function useOpenRecord(): OpenRecord | undefined {
  return useContext(RecordContext);
}
