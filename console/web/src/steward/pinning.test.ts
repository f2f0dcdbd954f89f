import { describe, expect, it } from 'vitest';
import type { Place } from '../api';
import type { PersonOfRecord } from '../api/steward';
import { country } from '../country';
import en from '../texts/en.json' with { type: 'json' };
import vi from '../texts/vi.json' with { type: 'json' };
import { PINNED, pinnable } from './pinning';

const NOWHERE: Place = {
  writtenProvince: null,
  writtenDistrict: null,
  writtenCommune: null,
  writtenAddress: null,
  provinceBefore: null,
  provinceSince: null,
};
const NOTHING: PersonOfRecord = {
  role: 'CHILD',
  names: [],
  sex: 'UNKNOWN',
  birth: null,
  telephones: [],
  identityNumbers: [],
  home: null,
  ethnicGroup: null,
  writtenEthnicGroup: null,
  nationality: null,
  relatedPersons: [],
  note: null,
  createdAt: '2021-03-09T17:30:00Z',
  updatedAt: null,
  flags: [],
};
const GIRL: PersonOfRecord = {
  ...NOTHING,
  names: [
    { written: 'Na', kind: 'ALIAS', display: 'Na' },
    { written: 'NGUYEN THI HOA', kind: 'PRIMARY', display: 'Nguyen Thi Hoa' },
  ],
  birth: { written: '3/2006', precision: 'MONTH', from: '2006-03-01', to: '2006-03-31' } as PersonOfRecord['birth'],
  sex: 'FEMALE',
  home: { ...NOWHERE, writtenProvince: '10', writtenDistrict: 'Bát Xát', provinceSince: '15' },
  ethnicGroup: 'H’Mông',
  nationality: 'VN',
};
const WORDS = { sex: (code: string) => vi.sex[code as 'FEMALE'], country: (code: string) => country(code, 'vi') };

describe('what can be pinned', () => {
  it('is told of all six attributes as it is read elsewhere', () => {
    expect(PINNED.map((attribute) => pinnable(attribute, GIRL, WORDS))).toEqual([
      'Nguyen Thi Hoa',
      '03/2006',
      vi.sex.FEMALE,
      'Bát Xát, Lào Cai',
      'H’Mông',
      'Việt Nam',
    ]);
  });

  it('is nothing where a record says nothing', () => {
    expect(PINNED.map((attribute) => pinnable(attribute, NOTHING, WORDS))).toEqual(PINNED.map(() => null));
    expect(pinnable('home', { ...GIRL, home: NOWHERE }, WORDS)).toBeNull();
  });

  it('is also a home of which the province alone is known', () => {
    expect(pinnable('home', { ...GIRL, home: { ...NOWHERE, provinceSince: '15' } }, WORDS)).toBe('Lào Cai');
    expect(pinnable('home', { ...GIRL, home: { ...NOWHERE, writtenProvince: '999' } }, WORDS)).toBe('999');
  });

  it('is told masked where the reader does not read it plainly', () => {
    const mask = { masked: true as const, kind: 'ADDRESS' as const, hint: null };
    expect(pinnable('home', { ...GIRL, home: mask }, WORDS)).toBe('•••');
    expect(pinnable('ethnic-group', { ...GIRL, ethnicGroup: { ...mask, kind: 'ETHNICITY' } }, WORDS)).toBe('•••');
  });

  it('has its words in both languages', () => {
    for (const texts of [vi, en])
      expect(Object.keys(texts.steward.pinned)).toEqual(expect.arrayContaining([...PINNED]));
  });
});
