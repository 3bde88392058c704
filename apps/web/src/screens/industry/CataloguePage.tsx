// The city's catalogue: what is published, what publishing now would change, and each change for
// itself. Only the industry office publishes; a published version is never changed again.

import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { Catalogue, CatalogueLine } from '@anlan/contracts';
import { isVersionConflict } from '../../api/api-error.ts';
import { call } from '../../api/call.ts';
import { useAction } from '../../api/use-action.ts';
import { queryCache, useQuery } from '../../api/use-query.ts';
import { useZone } from '../../app/installation.tsx';
import { dateTime } from '../../format/time.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { ErrorBox } from '../../parts/ErrorBox.tsx';
import { recordHref, useRegisters } from '../readiness/register/use-registers.ts';

type Kind = 'added' | 'removed' | 'changed';
interface Change { readonly kind: Kind; readonly line: CatalogueLine; readonly members: readonly string[] }

export function CataloguePage() {
  const { t } = useI18n();
  const query = useQuery('getCatalogue', {});
  const action = useAction();
  const catalogue = query.data;
  const publish = (codes?: readonly string[]) => void action.run(() => call('publishCatalogue', { body: { ...(codes === undefined ? {} : { codes: [...codes] }), seenVersion: catalogue?.streamVersion ?? 0 } }), ['catalogue/city']);
  const changes = catalogue === undefined ? [] : changesOf(catalogue);
  const moved = action.error !== undefined && isVersionConflict(action.error);
  const reload = () => {
    queryCache.invalidate(['catalogue/city']);
    action.clear();
  };
  return (
    <>
      <h1 className="section-bar rs-bar">{t('web.reserves.catalogue')}{catalogue !== undefined && <em>{catalogue.mayPublish ? t('web.reserves.catalogue.hint') : t('web.reserves.catalogue.read-only')}</em>}</h1>
      {query.error !== undefined && <ErrorBox error={query.error} onRetry={() => void query.refetch()} />}
      {catalogue === undefined && query.error === undefined && <p className="empty-row">{t('web.loading')}</p>}
      {action.error !== undefined && <ErrorBox error={action.error} onRetry={moved ? reload : undefined} onClose={action.clear} />}
      {catalogue !== undefined && (
        <div className="ind-columns rs-fill">
          <section>
            <h2 className="section-bar">{t('web.reserves.catalogue.draft')} <b className="num">{changes.length}</b>
              {catalogue.mayPublish && changes.length > 0 && <button type="button" className="btn slim rs-last" disabled={action.busy} onClick={() => publish()}>{t('web.reserves.catalogue.publish-all', { count: changes.length })}</button>}
            </h2>
            <div className="scroll">
              {changes.length === 0 && <p className="empty-row">{t('web.reserves.catalogue.unchanged')}</p>}
              <ul className="ind-list">{changes.map((change) => <DraftRow key={change.line.code} change={change} catalogue={catalogue} busy={action.busy} onPublish={() => publish([change.line.code])} />)}</ul>
            </div>
          </section>
          <Published catalogue={catalogue} />
        </div>
      )}
    </>
  );
}

function DraftRow({ change: { kind, line, members }, catalogue, busy, onPublish }: { readonly change: Change; readonly catalogue: Catalogue; readonly busy: boolean; readonly onPublish: () => void }) {
  const { t, title } = useI18n();
  const href = recordHref(useRegisters().data, 'products', line.code);
  return (
    <li>
      <span><span className={kind === 'added' ? 'tag ind-counted' : 'tag'}>{t(`web.reserves.catalogue.${kind}`)}</span> {href === undefined ? title(line.titles) : <Link to={href}>{title(line.titles)}</Link>}
        <br /><span className="small quiet">{leafTitle(catalogue, line, title)}{members.length > 0 && <> · {members.map((member) => t(`web.reserves.catalogue.member.${member as 'titles'}`)).join(t('web.list.separator'))}</>}</span></span>
      {catalogue.mayPublish && <button type="button" className="btn slim rs-last" disabled={busy} onClick={onPublish}>{t('web.reserves.catalogue.publish')}</button>}
    </li>
  );
}

function Published({ catalogue }: { readonly catalogue: Catalogue }) {
  const { t, title } = useI18n();
  const zone = useZone();
  const versions = [...catalogue.versions].reverse();
  const [shownIndex, setShownIndex] = useState<number>();
  const shown = versions.find(({ versionIndex }) => versionIndex === shownIndex) ?? versions[0];
  return (
    <section>
      <h2 className="section-bar">{t('web.reserves.catalogue.published')}
        {versions.length > 0 && <span className="rs-shows">{versions.slice(0, 8).map(({ versionIndex }) => <button key={versionIndex} type="button" aria-pressed={versionIndex === shown?.versionIndex} onClick={() => setShownIndex(versionIndex)}>v{versionIndex}</button>)}</span>}
      </h2>
      {shown === undefined ? <p className="empty-row">{t('web.reserves.catalogue.none')}</p> : (
        <div className="scroll">
          <p className="rs-line small quiet">{t('web.reserves.catalogue.version', { version: shown.versionIndex, at: dateTime(shown.publishedAt, zone).slice(0, 16), by: shown.publishedBy, count: shown.lines.length })}</p>
          <ul className="ind-list">{shown.lines.map((line) => <li key={line.code}><span>{title(line.titles)}<br /><span className="small quiet">{leafTitle(catalogue, line, title)}</span></span><span className="num small quiet">v{shown.versionIndex}/{line.code}</span></li>)}</ul>
        </div>
      )}
    </section>
  );
}

function changesOf({ draft }: Catalogue): readonly Change[] {
  return [
    ...draft.added.map((line): Change => ({ kind: 'added', line, members: [] })),
    ...draft.changed.map(({ after, members }): Change => ({ kind: 'changed', line: after, members })),
    ...draft.removed.map((line): Change => ({ kind: 'removed', line, members: [] })),
  ];
}

/** Names of the leaves of both trees. */
function leafTitle(catalogue: Catalogue, line: CatalogueLine, title: (titles: CatalogueLine['titles']) => string): string {
  const named = (code: string) => {
    const leaf = catalogue.leaves.find((known) => known.code === code);
    return leaf === undefined ? code : title(leaf.titles);
  };
  return [named(line.leaf2021Code), ...(line.leaf2015Code === null ? [] : [named(line.leaf2015Code)])].join(' · ');
}
