// A document of the open record: the browser saves it as a file and never draws it in this page.

import { urlOf } from '../../../api/call.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { useOpenRecord } from './record-context.ts';

export function DocumentLink({ documentId, button = false }: { readonly documentId: string; readonly button?: boolean }) {
  const { t } = useI18n();
  const record = useOpenRecord();
  const shown = <span className="num" title={documentId}>{documentId.slice(7, 15)}</span>;
  if (record === undefined) return shown;
  return <a className={button ? 'btn slim' : undefined} href={urlOf('readDocument', { params: { registerId: record.registerId, id: record.id, documentId } })} download title={documentId}>{t('web.readiness.document.open')}</a>;
}
