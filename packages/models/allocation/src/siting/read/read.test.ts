import { describe, expect, it } from 'vitest';
import { looksLikeCap, readCap } from './cap.ts';
import { readDistances, readWeights } from './distances.ts';
import { looksLikePmed, readPmed } from './pmed.ts';

describe('OR-Library pmed', () => {
  it('gives shortest paths; where an edge is repeated, also the other way round, the last line wins', () => {
    const text = ' 3 4 1\n 1 2 5\n 2 3 4\n 1 3 100\n 2 1 7\n';
    const read = readPmed(text);
    if (!read.ok) throw new Error(read.refusal.code);
    expect([...read.value.problem.distanceValues]).toEqual([0, 7, 11, 7, 0, 4, 11, 4, 0]);
    expect(read.value.siteCount).toBe(1);
    expect(looksLikePmed(text)).toBe(true);
  });
  it('an island of the graph has no way, and a broken file is refused with its line', () => {
    const read = readPmed('3 1 1\n1 2 5\n');
    expect(read.ok && read.value.problem.distanceValues[2]).toBe(Infinity);
    expect(readPmed('3 2 1\n1 2 5\n1 9 5\n')).toMatchObject({ refusal: { code: 'SITING_FILE_WRONG', params: { lineIndex: 3 } } });
    expect(readPmed('3 2 1\n1 2 5\n')).toMatchObject({ refusal: { code: 'SITING_FILE_WRONG' } });
  });
});

describe('OR-Library cap', () => {
  const text = ' 2 2\n 50 100.\n 60 0.\n 10\n 20.5 30.\n 5\n 7. 8.\n';
  it('gives capacities, opening costs, and the cost of serving all of a customer', () => {
    const read = readCap(text);
    if (!read.ok) throw new Error(read.refusal.code);
    expect(read.value.problem.sites).toMatchObject([{ id: '1', capacityValue: 50, openingCostValue: 100 }, { capacityValue: 60, openingCostValue: 0 }]);
    expect([...read.value.problem.serveCostValues!]).toEqual([20.5, 7, 30, 8]);
    expect(read.value.hasOpenCapacity).toBe(false);
    expect([looksLikeCap(text), looksLikePmed(text)]).toEqual([true, false]);
  });
  it('the word capacity leaves it open; another word is refused with its line', () => {
    const read = readCap(text.replace('50 ', 'capacity ').replace('60 ', 'capacity '));
    expect(read.ok && [read.value.hasOpenCapacity, read.value.problem.sites[0]!.capacityValue]).toEqual([true, null]);
    expect(readCap(text.replace('20.5', 'x'))).toMatchObject({ refusal: { code: 'SITING_FILE_WRONG', params: { lineIndex: 5, detail: 'x' } } });
  });
});

describe('tables of distances', () => {
  const valuesOf = (text: string) => {
    const read = readDistances(text);
    if (!read.ok) throw new Error(JSON.stringify(read.refusal));
    const { sites, demands, distanceValues } = read.value.problem;
    return { sites: sites.map(({ id }) => id), demands: demands.map(({ id }) => id), weights: demands.map((demand) => demand.weightValue), distances: [...distanceValues] };
  };
  it('wide, bare: ids are counted', () => {
    expect(valuesOf('1,2,3\n4,5,6\n')).toEqual({ sites: ['1', '2'], demands: ['1', '2', '3'], weights: [1, 1, 1], distances: [1, 2, 3, 4, 5, 6] });
  });
  it('wide with heading and ids, also when the headings are numbers', () => {
    expect(valuesOf('site,x,y\na,1,2\nb,3,inf\n')).toEqual({ sites: ['a', 'b'], demands: ['x', 'y'], weights: [1, 1], distances: [1, 2, 3, Infinity] });
    expect(valuesOf(',10,20\n7,1,2\n8,3,4\n')).toEqual({ sites: ['7', '8'], demands: ['10', '20'], weights: [1, 1], distances: [1, 2, 3, 4] });
  });
  it('wide with heading only, with ids only, with semicolons and quotes', () => {
    expect(valuesOf('x,y\n1,2\n3,4\n')).toMatchObject({ sites: ['1', '2'], demands: ['x', 'y'], distances: [1, 2, 3, 4] });
    expect(valuesOf('a,1,2\nb,3,4\n')).toMatchObject({ sites: ['a', 'b'], demands: ['1', '2'], distances: [1, 2, 3, 4] });
    expect(valuesOf('"";"x, y";"z"\r\n"a ""1""";1;2\r\n')).toMatchObject({ sites: ['a "1"'], demands: ['x, y', 'z'], distances: [1, 2] });
  });
  it('long, columns found by name, missing pairs have no way', () => {
    expect(valuesOf('distance,name,DestinationName,demand\n10,S1,t1,5\n20,S1,t2,7\n30,S2,t2,7\n')).toEqual({ sites: ['S1', 'S2'], demands: ['t1', 't2'], weights: [5, 7], distances: [10, 20, Infinity, 30] });
  });
  it('a row that does not fit is refused with its line', () => {
    expect(readDistances('a,1,2\nb,3\n')).toMatchObject({ refusal: { code: 'SITING_FILE_WRONG', params: { lineIndex: 2 } } });
    expect(readDistances('a,1,2\nb,3,-4\n')).toMatchObject({ refusal: { code: 'SITING_FILE_WRONG', params: { lineIndex: 2 } } });
    expect(readDistances('site,demandid,distance,weight\na,x,1,2\nb,x,1,3\n')).toMatchObject({ refusal: { code: 'SITING_FILE_WRONG', params: { lineIndex: 3 } } });
  });
  it('weights by named columns, or the first two', () => {
    expect(readWeights('"","ID","NAME","POP2000"\n"1","06","t1",4135\n')).toEqual({ ok: true, value: new Map([['t1', 4135]]) });
    expect(readWeights('a,3\nb,4\n')).toEqual({ ok: true, value: new Map([['a', 3], ['b', 4]]) });
    expect(readWeights('id,weight\na,x\n').ok).toBe(false);
  });
});
