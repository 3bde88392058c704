// Measures with their events: every figure is computed from the log, and each number after it is the
// place in the log that it rests on; a click goes there.

import { useState } from 'react';
import type { Measures } from '@anlan/contracts';
import { num } from '../../format/numbers.ts';
import { duration } from '../../format/time.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { measureRows } from './review-view.ts';
import type { MeasureRow } from './review-view.ts';

export function MeasureList({ measures, onCite }: { readonly measures: Measures; readonly onCite: (positionIndex: number) => void }) {
  const { t } = useI18n();
  return (
    <>
      <div className="section-bar"><b>{t('web.review.measures')}</b><em>{t('web.review.measures-hint')}</em></div>
      <ul className="measures">{measureRows(measures).map((row) => <Row key={row.name} row={row} onCite={onCite} />)}</ul>
    </>
  );
}

function Row({ row, onCite }: { readonly row: MeasureRow; readonly onCite: (positionIndex: number) => void }) {
  const { t, locale } = useI18n();
  const [all, setAll] = useState(false);
  const shown = all ? row.citedIndexes : row.citedIndexes.slice(0, SHOWN_COUNT);
  const value = row.value === null ? t('web.review.no-value') : row.unit === 'count' ? num(row.value) : duration(row.value * (row.unit === 's' ? 1000 : 60_000), locale);
  return (
    <li>
      <span>{t(`web.review.measure.${row.name}`)}</span>
      {row.citedIndexes.length > 0 && (
        <span className="cites">
          {shown.map((positionIndex) => <button key={positionIndex} type="button" className="cite num" title={t('web.review.cite', { position: positionIndex })} onClick={() => onCite(positionIndex)}>#{positionIndex}</button>)}
          {row.citedIndexes.length > shown.length && <button type="button" className="cite" onClick={() => setAll(true)}>+{row.citedIndexes.length - shown.length}</button>}
        </span>
      )}
      <b className={row.value === null ? 'quiet' : 'num'}>{value}</b>
    </li>
  );
}

const SHOWN_COUNT = 4;
