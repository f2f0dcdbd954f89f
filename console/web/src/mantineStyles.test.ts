import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sheetsFor, usedNames } from '../mantineStyles.ts';

const MANTINE = join(__dirname, '..', 'node_modules', '@mantine', 'core');

it('a component brings the styles of what it is made of, in the order in which Mantine has them', () => {
  expect(sheetsFor(new Set(['Button']), MANTINE)).toEqual([
    'baseline',
    'default-css-variables',
    'global',
    'UnstyledButton',
    'Loader',
    'Button',
  ]);
});

it('the components that the pages name are found, and no style of others comes along', () => {
  const sheets = sheetsFor(usedNames(__dirname), MANTINE);
  expect(sheets).toEqual(expect.arrayContaining(['Menu', 'Popover', 'Alert', 'PasswordInput', 'Skeleton']));
  expect(sheets).not.toContain('ColorPicker');
});
