import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
// example-start
import { errorText, messages, text } from '@anlan/messages';

const params = { lonDeg: '29.943', latDeg: '122.158' };
const en = errorText('en', 'KERNEL_POSITION_OUT_OF_RANGE', params);
en?.happened; // 'The position (longitude 29.943, latitude 122.158) is out of range.'
const zh = text('zh-CN', 'KERNEL_POSITION_OUT_OF_RANGE', params); // the three sentences in one
const clock = { titlesZh: '事故单位报县级部门', titlesEn: 'Unit to county departments' };
const breached = text('en', 'timeline.incident.clock_breached', clock); // 'Clock "Unit to county departments" breached'
const unknown = text('en', 'no.such.key'); // '[no.such.key]'
const isInStep = Object.keys(messages.en).length === Object.keys(messages['zh-CN']).length; // true
// example-end

describe('the example of the README', () => {
  it('holds', () => {
    expect(en?.happened).toBe('The position (longitude 29.943, latitude 122.158) is out of range.');
    expect(zh).toContain('29.943');
    expect(breached).toBe('Clock "Unit to county departments" breached');
    expect(unknown).toBe('[no.such.key]');
    expect(isInStep).toBe(true);
  });

  it('is word for word what the README shows', () => {
    const read = (relative: string): string => readFileSync(new URL(relative, import.meta.url), 'utf8');
    const shown = read('../README.md').match(/```ts\n([\s\S]*?)```/)?.[1];
    expect(shown).toBe(read('./readme.test.ts').match(/\/\/ example-start\n([\s\S]*?)\/\/ example-end\n/)?.[1]);
  });
});
