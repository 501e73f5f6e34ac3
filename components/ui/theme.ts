import { type CSSVariablesResolver, createTheme } from '@mantine/core';
import { markFocused } from './mark-focused.ts';

/** Fonts that Chinese office PCs have; nothing is downloaded. */
const FONT_FAMILY = '"Microsoft YaHei","PingFang SC","Noto Sans CJK SC","Noto Sans SC",sans-serif';

/** One look for all screens: dense, quiet, and with the few Chinese words that Mantine itself would say in English. */
export const theme = createTheme({
  respectReducedMotion: true,
  fontFamily: FONT_FAMILY,
  headings: { fontFamily: FONT_FAMILY, fontWeight: '700' },
  fontFamilyMonospace: 'Consolas,"Noto Sans Mono CJK SC",monospace',
  /* Officials read tables all day: dense, as their desktop programs are. */
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '18px' },
  primaryColor: 'blue',
  primaryShade: 8,
  defaultRadius: 'sm',
  cursorType: 'pointer',
  /* By name: importing the components for their types would put all of them into every page. */
  components: {
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray.8' } },
    Drawer: { defaultProps: { closeButtonProps: { 'aria-label': '关闭' }, onFocus: markFocused } },
    Modal: { defaultProps: { closeButtonProps: { 'aria-label': '关闭' }, onFocus: markFocused } },
    Notification: {
      defaultProps: { closeButtonProps: { 'aria-label': '关闭通知' } },
      styles: { description: { color: 'var(--mantine-color-text)' } },
    },
  },
});

/** WCAG AA on white: the stock shades of dimmed, placeholder and error text are below 4.5:1. */
export const cssVariables: CSSVariablesResolver = ({ colors }) => ({
  variables: {},
  dark: {},
  light: {
    '--mantine-color-dimmed': colors.gray[7],
    '--mantine-color-placeholder': colors.gray[7],
    '--mantine-color-error': colors.red[9],
    '--mantine-primary-color-light-color': colors.blue[9],
    '--mantine-color-green-light-color': '#1b5a28',
    '--mantine-color-orange-light-color': '#8f3000',
    '--mantine-color-gray-light-color': colors.gray[8],
    '--mantine-color-green-filled': '#20692f',
    '--mantine-color-green-filled-hover': '#195425',
    '--mantine-color-orange-filled': '#b23b00',
    '--mantine-color-orange-filled-hover': '#933100',
  },
});
