import { describe, it, expect } from 'vitest';
import fc from 'fast-check';
import { isoFromInstant } from '@anlan/kernel';
import { decideUpload, documentFold } from '../document/index.ts';
import { handleSeedRecords, recordFold } from '../register/index.ts';
import type { RecordBody } from '../register/index.ts';
import { createFakeMemory, later, testContext, testIds } from '../register/testing/fake-memory.ts';
import { registers } from '../registers.ts';
import { BACKBONE_SALES_FEN, catalogueLink, cnyText, decidePublishCatalogue, diffCatalogues, findCatalogueLine, listIndicators, listMisplaced, matchGap, successorOf } from './index.ts';
import { catalogueFold, handlePublishCatalogue, nationalTrees, readCatalogue } from './index.ts';
import type { CatalogueLine, CatalogueTrees, CatalogueVersion, IndicatorResult } from './index.ts';

const office = testContext(['industry']);
const zone = { utcOffsetMinutes: 480 };
const DOCUMENT = `sha256-${'a'.repeat(64)}`;
const CREDIT_CODES = ['91350100M000100Y43', '91330902AA0000018F'];

type Year = { yearIndex: number; salesFen: number; verified: boolean; documentId?: string; changedSinceVerified?: boolean };

async function page(given: { readonly approvals?: readonly object[]; readonly firms?: readonly (readonly Year[])[]; readonly minCount?: number }): Promise<readonly [base: IndicatorResult, firms: IndicatorResult]> {
  const memory = createFakeMemory([recordFold, documentFold]);
  await memory.log.append({ realm: 'real', recordedAt: office.now, appends: [{ stream: `document:${DOCUMENT}`, expectedVersion: 0, events: decideUpload({ id: DOCUMENT, mediaType: 'application/pdf', sizeBytes: 1, name: 'a.pdf' }, undefined, office) }] });
  const name = { zh: '指标', en: 'Indicator' };
  const seeded = await handleSeedRecords({ ...memory, ids: testIds(), registers }, [
    { registerId: 'enterprises', records: (given.firms ?? []).map((years, i) => ({ id: `firm-${i}`, values: { name: { zh: `企业${i}`, en: `Firm ${i}` }, creditCode: CREDIT_CODES[i % 2], fieldCode: 'rescue', years } })) },
    {
      registerId: 'indicators',
      records: [
        { id: 'base', values: { name, formulaCode: 'approved-national-bases', targetCountMin: 1, dueOn: '2020-12-31', clauseText: '二', approvals: given.approvals ?? [] } },
        { id: 'firms', values: { name, formulaCode: 'backbone-enterprises', targetCountMin: given.minCount ?? 3, targetCountMax: 5, dueOn: '2020-12-31', clauseText: '二' } },
      ],
    },
  ], { ...office, actor: { kind: 'system', id: 'system', name: 'system', roles: [], organisationId: '' } });
  if (!seeded.ok) throw new Error(JSON.stringify(seeded.refusal));
  const listed = await listIndicators(memory, zone, office);
  if (!listed.ok) throw new Error(listed.refusal.code);
  return listed.value as unknown as readonly [IndicatorResult, IndicatorResult];
}

const firm = (salesFen: number, verified = true, documentId: string | undefined = DOCUMENT): readonly Year[] => [{ yearIndex: 2019, salesFen, verified, ...(documentId === undefined ? {} : { documentId }) }];

describe('industry: indicators', () => {
  it('S-208: one national base, target 1, due 2020-12-31, is met only with an approval document attached', async () => {
    const [without] = await page({});
    expect(without).toMatchObject({ value: 0, status: 'not-evidenced', dueOn: '2020-12-31', targetText: { zh: '1个' }, evidence: [], policyIds: ['S-208'], records: [{ registerId: 'indicators', recordId: 'base', counted: false, why: { code: 'INDUSTRY_NO_APPROVAL' } }] });
    expect(isoFromInstant(without.dueAt)).toBe('2020-12-31T15:59:59.999Z');
    const [met] = await page({ approvals: [{ title: '批复', approvedOn: '2020-12-31', documentId: DOCUMENT, verified: true }] });
    expect(met).toMatchObject({ value: 1, status: 'met', evidence: [{ text: '批复', artefactId: DOCUMENT }] });
    const [late] = await page({ approvals: [{ title: '批复', approvedOn: '2021-01-01', documentId: DOCUMENT, verified: true }] });
    expect(late).toMatchObject({ value: 0, status: 'not-met', records: [{ why: { code: 'INDUSTRY_APPROVAL_AFTER_DUE' } }] });
  });

  it('S-208: an approval that nobody verified proves nothing, and one document counts once', async () => {
    const row = { title: '批复', approvedOn: '2020-06-01', documentId: DOCUMENT };
    const [typed] = await page({ approvals: [{ ...row, verified: false }] });
    expect(typed).toMatchObject({ value: 0, status: 'not-evidenced', evidence: [], records: [{ counted: false, why: { code: 'INDUSTRY_APPROVAL_UNVERIFIED', params: { count: 1 } } }] });
    const [twice] = await page({ approvals: [{ ...row, verified: true }, { ...row, title: '再录', verified: true }] });
    expect(twice).toMatchObject({ value: 1, status: 'met' });
  });

  it('S-209: a target that only later figures reach is met after it was due, with the year', async () => {
    const year = (yearIndex: number, salesFen: number): Year => ({ yearIndex, salesFen, verified: true, documentId: DOCUMENT });
    const big = 60_000_000_000;
    const small = 1;
    const [, late] = await page({ minCount: 2, firms: [[year(2019, big), year(2025, big)], [year(2020, small), year(2022, big), year(2025, big)]] });
    expect(late).toMatchObject({ value: 2, status: 'met-after-due', metYearIndex: 2022 });
    const [, inTime] = await page({ minCount: 2, firms: [[year(2020, big), year(2025, big)], [year(2018, big), year(2025, big)]] });
    expect(inTime).toMatchObject({ value: 2, status: 'met', metYearIndex: null });
    const [, fallen] = await page({ minCount: 2, firms: [[year(2020, big), year(2025, small)], [year(2020, big)]] });
    expect(fallen).toMatchObject({ value: 1, status: 'not-met', metYearIndex: null });
  });

  it('S-208: an approval without its document cannot be recorded', async () => {
    await expect(page({ approvals: [{ title: '批复', approvedOn: '2020-06-01' }] })).rejects.toThrow('REGISTER_FIELD_MISSING');
  });

  it('S-209: sales of exactly 500,000,000.00 do not count, one fen more does', async () => {
    const [, at] = await page({ firms: [firm(50_000_000_000)] });
    expect(at).toMatchObject({ value: 0, status: 'not-met', records: [{ counted: false, why: { code: 'INDUSTRY_SALES_NOT_ABOVE', params: { salesCny: '500000000.00' } } }] });
    const [, above] = await page({ firms: [firm(50_000_000_001)] });
    expect(above).toMatchObject({ value: 1, records: [{ recordId: 'firm-0', counted: true, why: { code: 'INDUSTRY_SALES_ABOVE', params: { salesCny: '500000000.01', year: 2019 } } }] });
  });

  it('S-209: unverified or missing figures never count and are named', async () => {
    const [, result] = await page({ firms: [firm(90_000_000_000, false), []] });
    expect(result).toMatchObject({ value: null, status: 'not-evidenced', records: [{ counted: false, why: { code: 'INDUSTRY_SALES_UNVERIFIED' } }, { counted: false, why: { code: 'INDUSTRY_SALES_MISSING' } }] });
  });

  it('S-209: the newest verified year decides; three to five are met with documents, not evidenced without', async () => {
    const big = firm(60_000_000_000);
    expect((await page({ firms: [big, big, big] }))[1]).toMatchObject({ value: 3, status: 'met', targetText: { zh: '3至5个', en: '3 to 5' } });
    expect((await page({ firms: [big, big] }))[1]).toMatchObject({ value: 2, status: 'not-met' });
    const bare = [{ yearIndex: 2019, salesFen: 60_000_000_000, verified: true }];
    expect((await page({ firms: [bare, bare, bare] }))[1]).toMatchObject({ value: null, status: 'not-evidenced', records: [{ counted: false, why: { code: 'INDUSTRY_SALES_NO_DOCUMENT' } }, {}, {}] });
    const invented = firm(60_000_000_000, true, `sha256-${'f'.repeat(64)}`);
    expect((await page({ firms: [invented, big] }))[1]).toMatchObject({ value: 1, records: [{ counted: false }, { counted: true }] });
    const fallen = [...big, { yearIndex: 2020, salesFen: 1, verified: true, documentId: DOCUMENT }, { yearIndex: 2021, salesFen: 99_000_000_000, verified: false }];
    expect((await page({ firms: [fallen] }))[1]).toMatchObject({ value: 0 });
    const hidden = [...big, { yearIndex: 2020, salesFen: 1, verified: false, changedSinceVerified: true, documentId: DOCUMENT }];
    expect((await page({ firms: [hidden] }))[1]).toMatchObject({ value: null, status: 'not-evidenced', records: [{ why: { code: 'INDUSTRY_SALES_CHANGED' } }] });
  });

  it('S-209: property: the count is the number of verified newest years strictly above the line', async () => {
    const sales = fc.integer({ min: BACKBONE_SALES_FEN - 2, max: BACKBONE_SALES_FEN + 2 });
    await fc.assert(fc.asyncProperty(fc.array(sales, { minLength: 1, maxLength: 6 }), async (list) => {
      const [, result] = await page({ firms: list.map((salesFen) => firm(salesFen)) });
      expect(result.value).toBe(list.filter((salesFen) => salesFen > 50_000_000_000).length);
      expect(result.records.filter((record) => record.counted)).toHaveLength(result.value ?? -1);
    }), { numRuns: 40 });
  });

  it('S-451: a responder does not see the page of targets', async () => {
    const memory = createFakeMemory([recordFold]);
    expect(await listIndicators(memory, zone, testContext(['responder']))).toMatchObject({ refusal: { code: 'ACCESS_DENIED' } });
    expect(cnyText(5)).toBe('0.05');
  });
});

const names = (zh: string) => ({ zh, en: zh });
const trees: CatalogueTrees = {
  tree2021: [{ code: 'rescue', parentCode: null, names: names('应急救援处置类') }, { code: 'rescue.spill', parentCode: 'rescue', names: names('溢油') }],
  tree2015: [{ code: 'response', parentCode: null, names: names('处置救援'), successorCode: 'rescue.spill' }, { code: 'response.sea', parentCode: 'response', names: names('海上') }],
};
const line = (code: string, zh = code, change: Partial<CatalogueLine> = {}): CatalogueLine => ({ code, titles: names(zh), kind: 'product', leaf2021Code: 'rescue.spill', leaf2015Code: 'response.sea', note: '', ...change });

function publish(...versions: readonly (readonly CatalogueLine[])[]): readonly CatalogueVersion[] {
  return versions.reduce<readonly CatalogueVersion[]>((history, lines) => {
    const published = decidePublishCatalogue(history, lines, trees, later(office, history.length));
    if (!published.ok) throw new Error(published.refusal.code);
    return [...history, published.value];
  }, []);
}

describe('industry: the city catalogue', () => {
  it('S-522: publishing v2 shows added, removed and changed lines', () => {
    const [v1, v2] = publish([line('A'), line('B'), line('C')], [line('A'), line('C', '新名'), line('D')]);
    expect(v2?.versionIndex).toBe(2);
    const diff = diffCatalogues(v1?.lines ?? [], v2?.lines ?? []);
    expect(diff).toMatchObject({ added: [{ code: 'D' }], removed: [{ code: 'B' }], changed: [{ code: 'C', members: ['titles'], before: { titles: { zh: 'C' } }, after: { titles: { zh: '新名' } } }] });
  });

  it('S-522: old links stay valid and say what became of the line', () => {
    const history = publish([line('A'), line('B')], [line('A', '新名')], [line('A', '新名'), line('E')]);
    expect(findCatalogueLine(history, catalogueLink(1, 'B'))).toMatchObject({ line: { code: 'B' }, current: null, removedInVersionIndex: 2 });
    expect(findCatalogueLine(history, 'v1/A')).toMatchObject({ line: { titles: { zh: 'A' } }, current: { titles: { zh: '新名' } }, removedInVersionIndex: null });
    expect(findCatalogueLine(history, 'v1/E')).toBeUndefined();
    expect(findCatalogueLine(history, 'v9/A')).toBeUndefined();
  });

  it('S-522: property: every link ever published resolves, whatever comes later', () => {
    const versions = fc.array(fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D', 'E'), { minLength: 1 }), { minLength: 1, maxLength: 5 });
    fc.assert(fc.property(versions, (list) => {
      let history: readonly CatalogueVersion[] = [];
      for (const [i, codes] of list.entries()) {
        const published = decidePublishCatalogue(history, codes.map((code) => line(code, `${code}${i}`)), trees, office);
        if (published.ok) history = [...history, published.value];
      }
      for (const version of history) {
        for (const one of version.lines) expect(findCatalogueLine(history, catalogueLink(version.versionIndex, one.code))?.line).toEqual(one);
      }
      const whole = diffCatalogues(history[0]?.lines ?? [], history.at(-1)?.lines ?? []);
      const first = history[0]?.lines.length ?? 0;
      expect(first + whole.added.length - whole.removed.length).toBe(history.at(-1)?.lines.length);
    }));
  });

  it('S-522: nothing without a leaf, no code twice, no version without a change, no publisher but the office', () => {
    const refusal = (history: readonly CatalogueVersion[], lines: readonly CatalogueLine[], context = office) => {
      const published = decidePublishCatalogue(history, lines, trees, context);
      return published.ok ? 'published' : published.refusal.code;
    };
    expect(refusal([], [line('A', 'A', { leaf2021Code: 'rescue' })])).toBe('INDUSTRY_CATALOGUE_LEAF_MISSING');
    expect(refusal([], [line('A', 'A', { leaf2015Code: 'response' })])).toBe('INDUSTRY_CATALOGUE_LEAF_MISSING');
    expect(refusal([], [line('A'), line('A')])).toBe('INDUSTRY_CATALOGUE_NOT_A_TREE');
    expect(refusal(publish([line('A')], [line('B')]), [line('A', 'A', { kind: 'service' })])).toBe('INDUSTRY_CATALOGUE_NOT_A_TREE');
    expect(refusal(publish([line('A')]), [line('A')])).toBe('INDUSTRY_CATALOGUE_UNCHANGED');
    expect(refusal([], [line('A')], testContext(['duty']))).toBe('INDUSTRY_PUBLISH_FORBIDDEN');
  });

  it('S-522: an entry is published from the register of products, one at a time, by the office only', async () => {
    const memory = createFakeMemory([recordFold, catalogueFold]);
    const product = (id: string) => ({ id, values: { name: names(id), kindCode: 'product', enterpriseId: 'firm', leaf2021Code: '2021.3', leaf2015Code: '2015.3.3' } });
    const seeded = await handleSeedRecords({ ...memory, ids: testIds(), registers }, [
      { registerId: 'enterprises', records: [{ id: 'firm', values: { name: names('海安'), creditCode: CREDIT_CODES[0], fieldCode: 'rescue' } }] },
      { registerId: 'products', records: [product('boom'), product('pump')] },
    ], testContext(['admin']));
    expect(seeded).toMatchObject({ ok: true });
    expect(await handlePublishCatalogue(memory, {}, testContext(['reserve']))).toMatchObject({ refusal: { code: 'ACCESS_DENIED' } });
    expect(await handlePublishCatalogue(memory, { codes: ['nothing'] }, office)).toMatchObject({ refusal: { code: 'INDUSTRY_CATALOGUE_ENTRY_UNKNOWN' } });
    expect(await handlePublishCatalogue(memory, { codes: ['boom'] }, office)).toMatchObject({ value: { versionIndex: 1, lines: [{ code: 'boom' }] } });
    expect(await readCatalogue(memory, office)).toMatchObject({ value: { draft: { added: [{ code: 'pump' }], removed: [], changed: [] }, streamVersion: 1 } });
    expect(await handlePublishCatalogue(memory, { seenVersion: 0 }, office)).toMatchObject({ refusal: { code: 'LOG_VERSION_CONFLICT' } });
    expect(await handlePublishCatalogue(memory, { seenVersion: 1 }, office)).toMatchObject({ value: { versionIndex: 2, lines: [{ code: 'boom' }, { code: 'pump' }] } });
    expect(await handlePublishCatalogue(memory, {}, office)).toMatchObject({ refusal: { code: 'INDUSTRY_CATALOGUE_UNCHANGED' } });
  });

  it('S-522: every direction of 2015 leads to a class of 2021', () => {
    const parents = new Set(nationalTrees.tree2015.map((one) => one.parentCode));
    const leaves = nationalTrees.tree2015.filter((one) => !parents.has(one.code));
    expect(leaves).toHaveLength(15);
    const classes = nationalTrees.tree2021.map((one) => one.code);
    for (const leaf of leaves) expect(classes).toContain(successorOf(nationalTrees, leaf.code));
  });

  it('S-522: both trees are joined: a place in 2015 leads to one in 2021', () => {
    expect(successorOf(trees, 'response.sea')).toBe('rescue.spill');
    expect(successorOf(trees, 'nowhere')).toBeUndefined();
  });
});

describe('industry: gap matching', () => {
  const body = (registerId: string, id: string, values: object, state: string | null = null) => ({ registerId, id, values, state, archived: false } as unknown as RecordBody);
  const product = (id: string, values: object, state = 'offered') => body('products', id, { name: names(id), enterpriseId: 'firm', itemKindId: 'boom', unitPriceFen: null, leadDays: null, leaf2021Code: 'rescue.spill', leaf2015Code: null, ...values }, state);
  const firms = [body('enterprises', 'firm', { name: names('海安') })];

  it('a gap finds the makers of its item kind, soonest first, with the cost of the whole gap', () => {
    const list = [product('slow', { leadDays: 30, unitPriceFen: 100 }), product('unknown', {}), product('soon', { leadDays: 5, unitPriceFen: 150 }), product('gone', { leadDays: 1 }, 'withdrawn'), product('other', { itemKindId: 'foam' })];
    const found = matchGap({ itemKindId: 'boom', shortValue: 10.5 }, { products: list, enterprises: firms });
    expect(found.map((one) => one.productId)).toEqual(['soon', 'slow', 'unknown']);
    expect(found[0]).toMatchObject({ costFen: 1575, leadDays: 5, enterpriseTitles: { zh: '海安' } });
    expect(found[2]).toMatchObject({ costFen: null });
  });

  it('a product on no leaf is shown to the office', () => {
    const list = [product('right', {}), product('wrong', { leaf2021Code: 'rescue' })] as never;
    expect(listMisplaced(trees, list)).toEqual([{ productId: 'wrong', tree: '2021', code: 'rescue' }]);
  });
});
