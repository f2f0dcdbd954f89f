import { describe, expect, it } from 'vitest';
import {
  birthKnown,
  birthSpan,
  birthSpans,
  count,
  day,
  dayOf,
  endOfDay,
  isoDay,
  isoDayOf,
  place,
  span,
  telephone,
  telephones,
  time,
} from './format';

describe('dates', () => {
  it('are written day first', () => {
    expect(day('1996-03-12')).toBe('12/03/1996');
  });
  it('of another form stay as they are', () => {
    expect(day('0000-00')).toBe('0000-00');
  });
  it('and times are those of Vietnam, also across midnight', () => {
    expect(time('2021-03-09T10:04:05Z')).toBe('09/03/2021 17:04');
    expect(dayOf('2021-03-09T17:30:00Z')).toBe('10/03/2021');
  });
  it('are understood as they are typed, and days that never were are not', () => {
    expect(isoDay('12/3/1996')).toBe('1996-03-12');
    expect(isoDay(' 02.09.2021 ')).toBe('2021-09-02');
    expect(isoDay('31/02/2021')).toBeNull();
    expect(isoDay('2021-09-02')).toBeNull();
  });
  it('begin and end by the clock of Vietnam', () => {
    expect(endOfDay('2021-03-09')).toBe('2021-03-09T16:59:59.999Z');
    expect(isoDayOf('2021-03-09T17:30:00Z')).toBe('2021-03-10');
  });
  it('midnight is 00:00, not 24:00', () => {
    expect(time('2021-03-09T17:00:00Z')).toBe('10/03/2021 00:00');
  });
});

describe('a birth', () => {
  it('shows no more than is known', () => {
    expect(birthKnown({ precision: 'DAY', from: '1996-03-12' })).toBe('12/03/1996');
    expect(birthKnown({ precision: 'MONTH', from: '1996-03-01' })).toBe('03/1996');
    expect(birthKnown({ precision: 'YEAR', from: '1996-01-01' })).toBe('1996');
    expect(birthKnown({ precision: 'AGE', from: '1995-06-01' })).toBeNull();
  });
  it('as a span shows days, a month, a year or years', () => {
    expect(birthSpan({ from: '1996-03-12', to: '1996-03-12' })).toBe('12/03/1996');
    expect(birthSpan({ from: '1996-03-01', to: '1996-03-31' })).toBe('03/1996');
    expect(birthSpan({ from: '1996-01-01', to: '1996-12-31' })).toBe('1996');
    expect(birthSpan({ from: '1995-06-01', to: '1997-05-31' })).toBe('1995–1997');
  });
});

describe('a telephone', () => {
  it('is grouped as people say it', () => {
    expect(telephone('+84912345678')).toBe('0912\u00a0345\u00a0678');
    expect(telephone('+842438251234')).toBe('024\u00a03825\u00a01234');
    expect(telephone('+842143825123')).toBe('0214\u00a0382\u00a05123');
  });
  it('of another country stays as it is', () => {
    expect(telephone('+85512345678')).toBe('+85512345678');
  });
});

describe('a place', () => {
  const nowhere = {
    writtenProvince: null,
    writtenDistrict: null,
    writtenCommune: null,
    writtenAddress: null,
    provinceBefore: null,
    provinceSince: null,
  };
  it('names the province instead of its code', () => {
    expect(
      place(
        { ...nowhere, writtenProvince: '10', writtenDistrict: 'Bát Xát', provinceSince: '15' },
        { '15': 'Lào Cai' },
      ),
    ).toBe('Bát Xát, Lào Cai');
  });
  it('keeps what was written in words', () => {
    expect(place({ ...nowhere, writtenProvince: 'tinh Lao Cai', provinceSince: '15' }, { '15': 'Lào Cai' })).toBe(
      'tinh Lao Cai',
    );
  });
});

it('a length of time has its largest sensible unit', () => {
  expect(span(0)).toEqual({ key: 'now', count: 0 });
  expect(span(420)).toEqual({ key: 'millis', count: 420 });
  expect(span(61_000)).toEqual({ key: 'minutes', count: 1 });
  expect(span(172_800_000)).toEqual({ key: 'days', count: 2 });
});

it('numbers have the separators of the language', () => {
  expect(count(506957, 'vi')).toBe('506.957');
  expect(count(506957, 'en')).toBe('506,957');
});

describe('what one person has in several forms', () => {
  it('is shown by its most exact birth', () => {
    const births = [
      { from: '2016-01-01', to: '2016-12-31' },
      { from: '2016-02-14', to: '2016-02-14' },
      { from: '2016-02-01', to: '2016-02-29' },
    ];
    expect(birthSpans(births)).toEqual(['14/02/2016']);
  });
  it('and by every birth that contradicts another', () => {
    const births = [
      { from: '2012-01-01', to: '2012-12-31' },
      { from: '2016-02-14', to: '2016-02-14' },
      { from: '2016-02-14', to: '2016-02-14' },
    ];
    expect(birthSpans(births)).toEqual(['2012', '14/02/2016']);
  });
  it('is shown by each telephone once, in the form that reads best', () => {
    const written = ['0937110313 (hang xom)', '0937110313', '84937110313', '937110313', '0166.947.2786', '01669472786'];
    expect(telephones(['0370.798.598'])).toEqual(['0370\u00a0798\u00a0598']);
    expect(telephones(['84389965497'])).toEqual(['0389\u00a0965\u00a0497']);
    expect(telephones(['842383418273'])).toEqual(['0238\u00a0341\u00a08273']);
    expect(telephones(['389965497'])).toEqual(['0389\u00a0965\u00a0497']);
    expect(telephones(written)).toEqual(['0937\u00a0110\u00a0313', '01669472786']);
  });
  it('and by what is no number as it was written', () => {
    expect(telephones(['111', 'mất'])).toEqual(['111', 'mất']);
  });
});
