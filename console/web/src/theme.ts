import { createTheme, Menu } from '@mantine/core';

/** Calm and dense; one accent. Sizes are a step below Mantine's, since officers read lists all day. */
export const theme = createTheme({
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', Menlo, Consolas, monospace",
  headings: { fontFamily: "'Inter Variable', system-ui, sans-serif", fontWeight: '650' },
  primaryColor: 'hub',
  primaryShade: { light: 8, dark: 7 },
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    // Its placeholder would be a child of the menu that is no entry (WCAG 1.3.1); the first entry takes the focus instead.
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
  },
  colors: {
    hub: ['#e6f7f8', '#d3ecef', '#a6d9df', '#75c5ce', '#4eb4c0', '#35a9b7', '#1f93a1', '#137d8a', '#0b6672', '#05505a'],
  },
});
