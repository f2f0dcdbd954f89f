import { describe, expect, it } from 'vitest';
import { ownPage } from './login';

describe('after a login', () => {
  it('the page that was asked for opens, with its search', () => {
    expect(ownPage('/people/5f0a')).toBe('/people/5f0a');
    expect(ownPage('/?q=nguyen+thi+hoa&role=VICTIM')).toBe('/?q=nguyen+thi+hoa&role=VICTIM');
  });
  it('no other host is led to', () => {
    for (const elsewhere of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)']) {
      expect(ownPage(elsewhere)).toBe('/');
    }
  });
  it('the login page does not lead to itself', () => {
    expect(ownPage('/login?next=/login')).toBe('/');
    expect(ownPage(undefined)).toBe('/');
  });
});
