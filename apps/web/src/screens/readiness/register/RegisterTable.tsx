// The table: heading and name stay in view, only the rows in sight are drawn, rows never move under
// the pointer. Which row is chosen is in the address; keys walk through it from anywhere on the page.

import type { CSSProperties } from 'react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RegisterRecord } from '@anlan/contracts';
import { useI18n } from '../../../i18n/i18n.tsx';
import type { Column } from './columns.tsx';
import type { Sort } from './sort.ts';
import { scrollToRow, visibleRows } from './visible-rows.ts';

interface Props {
  readonly label: string;
  readonly columns: readonly Column[];
  readonly records: readonly RegisterRecord[];
  readonly totalCount: number;
  readonly selectedId: string | undefined;
  readonly onSelect: (id: string) => void;
  readonly sort: Sort | undefined;
  readonly onSort: (columnKey: string) => void;
}

export function RegisterTable({ label, columns, records, totalCount, selectedId, onSelect, sort, onSort }: Props) {
  const { t } = useI18n();
  const box = useRef<HTMLDivElement>(null);
  const { view, onScroll } = useView(box);
  const selectedIndex = records.findIndex((record) => record.id === selectedId);
  useEffect(() => {
    const element = box.current;
    if (element === null || selectedIndex < 0) return;
    const body = { scrollTopPx: element.scrollTop, heightPx: element.clientHeight - view.rowPx, rowPx: view.rowPx };
    element.scrollTop = scrollToRow(selectedIndex, body);
    // Only a new choice moves the table, never a renewal of its rows.
  }, [selectedId, selectedIndex >= 0]);
  const { firstIndex, endIndex } = visibleRows({ ...view, rowCount: records.length });
  const style = { '--columns': columns.map(({ widthRem }) => `minmax(${widthRem}rem, ${widthRem}fr)`).join(' '), '--least': `${columns.reduce((total, { widthRem }) => total + widthRem, 0)}rem` } as CSSProperties;
  return (
    <div className="rg-table" role="grid" aria-label={label} aria-rowcount={totalCount} ref={box} onScroll={onScroll} style={style} tabIndex={0} {...(selectedIndex < 0 ? {} : { 'aria-activedescendant': `row-${selectedIndex}` })}>
      <div className="rg-row rg-heading" role="row">
        {columns.map((column) => {
          const turned = sort?.columnKey === column.key ? (sort.descending ? 'descending' : 'ascending') : 'none';
          return (
            <div key={column.key} role="columnheader" aria-sort={turned} className={column.right ? 'right' : undefined}>
              <button type="button" title={t('web.readiness.sort-by', { column: column.title })} onClick={() => onSort(column.key)}>
                {column.title}{turned !== 'none' && <i aria-hidden="true">{turned === 'ascending' ? '↑' : '↓'}</i>}
              </button>
            </div>
          );
        })}
      </div>
      <div className="rg-body" style={{ height: `${records.length * view.rowPx}px` }}>
        {records.slice(firstIndex, endIndex).map((record, offset) => {
          const index = firstIndex + offset;
          return (
            <div key={record.id} id={`row-${index}`} role="row" aria-rowindex={index + 1} aria-selected={record.id === selectedId} className={record.archived ? 'rg-row archived' : 'rg-row'} style={{ top: `${index * view.rowPx}px` }} onClick={() => onSelect(record.id)}>
              {columns.map((column) => <div key={column.key} role="gridcell" className={column.right ? 'cut right' : 'cut'}>{column.cell(record)}</div>)}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** What part of the table is in sight, in pixels; a row is 3.2 rem, on a wall as on a desk. */
function useView(box: React.RefObject<HTMLDivElement | null>) {
  const [view, setView] = useState({ scrollTopPx: 0, heightPx: 600, rowPx: 32 });
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const measure = () => setView({ scrollTopPx: element.scrollTop, heightPx: element.clientHeight, rowPx: ROW_REM * parseFloat(getComputedStyle(document.documentElement).fontSize) });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  const onScroll = () => {
    const scrollTopPx = box.current?.scrollTop ?? 0;
    setView((old) => (Math.abs(old.scrollTopPx - scrollTopPx) < old.rowPx / 2 ? old : { ...old, scrollTopPx }));
  };
  return { view, onScroll };
}

const ROW_REM = 3.2;
