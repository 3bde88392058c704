// Specialities of beds, one list for hospitals, their bed reports and the needs of casualties.

import { codeEntry } from '../../register/index.ts';

export const SPECIALITY_CODES = [
  codeEntry('general', '普通外科与内科', 'general'), codeEntry('icu', '重症监护', 'intensive care'), codeEntry('burns', '烧伤', 'burns'),
  codeEntry('toxicology', '中毒', 'toxicology'), codeEntry('trauma', '创伤', 'trauma'), codeEntry('hyperbaric', '高压氧', 'hyperbaric oxygen'),
  codeEntry('paediatrics', '儿科', 'paediatrics'),
] as const;
