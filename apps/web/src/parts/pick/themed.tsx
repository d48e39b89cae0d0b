import { HeadlessMantineProvider, Select, createTheme } from '@mantine/core';
import type { JSX, ReactNode } from 'react';

/**
 * The library behaves, the house dresses it: its parts carry the classes of `styles/page.css`, in which light, dark and
 * forced colours are settled once. Without its own styles it also writes none into the page, which the policy forbids.
 */
const theme = createTheme({
  components: {
    Select: Select.extend({
      classNames: { wrapper: 'pick', dropdown: 'pick-list', option: 'pick-one', empty: 'pick-none' },
      defaultProps: {
        allowDeselect: false,
        withScrollArea: false,
        withCheckIcon: false,
        maxDropdownHeight: 320,
        comboboxProps: { withinPortal: false },
      },
    }),
  },
});

export const Themed = ({ children }: { readonly children: ReactNode }): JSX.Element => (
  <HeadlessMantineProvider theme={theme}>{children}</HeadlessMantineProvider>
);
