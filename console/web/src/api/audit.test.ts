import { expect, it } from 'vitest';
import { auditFile, auditParameters, NOTHING_ASKED } from './audit';

it('a day is asked for from midnight to midnight in Vietnam', () => {
  const parameters = auditParameters({ ...NOTHING_ASKED, from: '2026-11-21', to: '2026-11-22' });
  expect(parameters.get('from')).toBe('2026-11-20T17:00:00.000Z');
  expect(parameters.get('to')).toBe('2026-11-22T17:00:00.000Z');
});

it('what is not asked for is left out', () => {
  expect(auditParameters(NOTHING_ASKED).toString()).toBe('streams=false');
  expect(auditParameters({ ...NOTHING_ASKED, account: ' officer ', refused: true, streams: true }).toString()).toBe(
    'account=officer&refused=true',
  );
});

it('a file holds what the list shows, and more of it', () => {
  expect(auditFile({ ...NOTHING_ASKED, kind: 'EXPORT' }, 'cef')).toBe(
    '/api/v1/audit?kind=EXPORT&streams=false&limit=1000000&format=cef',
  );
});

it('what was typed, the call and the address are asked for without spaces around', () => {
  const asked = auditParameters({
    ...NOTHING_ASKED,
    typed: ' trang a seo ',
    call: 'search ',
    address: ' 10.0.0.7',
    streams: true,
  });
  expect(asked.toString()).toBe('address=10.0.0.7&call=search&typed=trang+a+seo');
});
