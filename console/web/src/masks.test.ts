import { describe, expect, it } from 'vitest';
import { apart, isMasked, type Masked, maskText } from './masks';

const mask: Masked = { masked: true, kind: 'TELEPHONE', hint: '…678' };

describe('a mask', () => {
  it('is told from values, also from those that are objects', () => {
    expect(isMasked(mask)).toBe(true);
    for (const value of [null, undefined, 'masked', ['a'], { masked: false }, { written: '0912' }]) {
      expect(isMasked(value)).toBe(false);
    }
  });
  it('shows the last digits, where there are any', () => {
    expect(maskText(mask)).toBe('•••678');
    expect(maskText({ ...mask, hint: null })).toBe('•••');
  });
  it('is kept apart from what is plain', () => {
    expect(apart<string>(['a', mask, 'b'])).toEqual({ plain: ['a', 'b'], masks: [mask] });
  });
});
