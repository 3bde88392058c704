// What a panel shows while its record is on the way or refused. Old data stay when a renewal fails.

import type { ReactNode } from 'react';
import type { QueryResult } from '../../../api/use-query.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { ErrorBox } from '../../../parts/ErrorBox.tsx';

export function Loaded<T>({ query, children }: { readonly query: QueryResult<T>; readonly children: (data: T) => ReactNode }) {
  const { t } = useI18n();
  if (query.data === undefined) {
    return query.error === undefined ? <p className="empty-row">{t('web.loading')}</p> : <ErrorBox error={query.error} onRetry={() => void query.refetch()} />;
  }
  return (
    <>
      {query.error !== undefined && <ErrorBox error={query.error} onRetry={() => void query.refetch()} />}
      {children(query.data)}
    </>
  );
}
