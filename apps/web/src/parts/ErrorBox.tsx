// A refusal or failure on the screen: what happened, what it means, what to do next, and the number
// under which the server logged it. Not red: red is a level.

import type { ApiError } from '../api/api-error.ts';
import { isVersionConflict } from '../api/api-error.ts';
import { useI18n } from '../i18n/i18n.tsx';

interface Props {
  readonly error: ApiError;
  readonly onRetry?: (() => void) | undefined;
  /** Takes the message away; for refusals that stand over other things. */
  readonly onClose?: (() => void) | undefined;
  /** Fills the page instead of a place in a panel. */
  readonly page?: boolean;
}

export function ErrorBox({ error, onRetry, onClose, page = false }: Props) {
  const { t, sentences } = useI18n();
  const said = sentences(error.answer);
  return (
    <div className={page ? 'error-box page' : 'error-box'} role="alert">
      <p>
        <span className="chip">{t('web.error.mark')}</span> <b>{said.happened}</b>
      </p>
      <p>{said.means}</p>
      <p>{said.next}</p>
      <p className="small quiet">
        {error.answer.code}
        {error.answer.reference === '' ? '' : ` · ${t('web.error.reference', { reference: error.answer.reference })}`}
      </p>
      {onRetry !== undefined && (
        <button type="button" className="btn slim" onClick={onRetry}>
          {isVersionConflict(error) ? t('web.error.reload') : t('web.error.retry')}
        </button>
      )}
      {onClose !== undefined && <button type="button" className="btn slim" onClick={onClose}>{t('web.error.close')}</button>}
    </div>
  );
}
