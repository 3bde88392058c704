import { describe, expect, it } from 'vitest';
import { errorText, text } from './index.ts';

describe('filling a sentence', () => {
  it('a title that comes in both languages is given in the reader’s', () => {
    const params = { titlesZh: '事故单位报县级部门', titlesEn: 'Unit to county departments' };
    expect(text('zh-CN', 'timeline.incident.clock_breached', params)).toBe('时限“事故单位报县级部门”逾期');
    expect(text('en', 'timeline.incident.clock_breached', params)).toBe('Clock "Unit to county departments" breached');
  });

  it('a place named in both languages is read in the reader’s, one named once as it is', () => {
    expect(text('en', 'ALLOCATION_NOTHING_LEFT', { nameZh: '岙山库', nameEn: 'Aoshan depot' })).toBe('Aoshan depot: nothing left');
    expect(text('en', 'ALLOCATION_NOTHING_LEFT', { name: 'A1' })).toBe('A1: nothing left');
  });

  it('a code that has a word is said in words, and only in its own place', () => {
    const params = { state: 'terminated', command: 'incident.contain' };
    expect(errorText('zh-CN', 'INCIDENT_STATE_WRONG', params)?.happened).toBe('事件现在是“响应已终止”，不能“报告现场控制”。');
    expect(text('zh-CN', 'timeline.incident.noted', { text: 'terminated' })).toBe('指挥日志：terminated');
  });

  it('what is not given stays visible, and an unknown key shows itself', () => {
    expect(text('en', 'timeline.incident.noted')).toBe('Command log: {text}');
    expect(text('en', 'no.such.key')).toBe('[no.such.key]');
  });
});
