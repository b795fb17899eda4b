/** The words around all pages, and of the parts that they share. */
export const frame = {
  skip: 'Skip to the content',
  navigation: 'Pages',
  loading: 'Loading',
  retry: 'Try again',
  now: 'just now',
  cancel: 'Cancel',
  more: 'Show more',

  who: (whoCanFix: string): string =>
    ({
      caller: 'You can put this right.',
      administrator: 'An administrator of the connection can put this right.',
      'remote owner': 'Whoever runs the connected system can put this right.',
      operator: 'Whoever operates Nowbridge can put this right.',
      nobody: 'Nobody has to act: it heals by itself.',
    })[whoCanFix] ?? whoCanFix,

  nav: {
    overview: 'Overview',
    anomalies: 'Anomalies',
    connections: 'Connections',
    templates: 'Templates',
    products: 'Products',
    orders: 'Orders',
    activity: 'Activity',
  },

  untitled: {
    connection: 'Connection',
    template: 'Template',
    run: 'Run',
    order: 'Order',
    entry: 'Entry',
  },

  theme: {
    system: 'Automatic',
    light: 'Light',
    dark: 'Dark',
    hint: 'Colours: automatic, light or dark',
  },

  signIn: {
    title: 'Nowbridge',
    purpose: 'Anomalies, tickets and orders, kept in step.',
    button: 'Sign in',
    out: 'Sign out',
    ended: 'Your session has ended. What you entered is still here.',
    again: 'Sign in again (opens a new tab)',
    unreachable: 'The identity provider does not answer. Try again in a moment, or tell whoever operates Nowbridge.',
    failed: (reason: string) => `You could not be signed in (${reason}). Try again.`,
  },

  missing: {
    title: 'There is no such page',
    detail: 'Either the address is wrong, or your role does not show what is there.',
    home: 'Go to the first page',
  },

  problems: {
    offline: 'Nowbridge does not answer',
    offlineDetail: 'The request did not reach it, or its answer did not come back.',
    offlineFix: 'Check your network, then try again.',
    signedOut: 'You are signed out',
    signedOutDetail: 'The session has ended, and nothing was done.',
    signedOutFix: 'Sign in again, then try once more.',
    unknown: 'Something went wrong',
    status: (status: number) => `The answer was ${status}.`,
    unreadable: 'Its answer cannot be read.',
    retry: 'Try again in a moment.',
  },

  guide: {
    title: 'Set-up guide',
    missing: 'There is no such guide',
    missingDetail: 'Its file does not lie beside the console.',
    open: (system: string) => `Set-up guide: ${system}`,
  },

  deeds: {
    reload: 'Show what is there now',
    overtaken: 'Nothing of yours was done, and what you entered is still here. See what is there now, then try again.',
    atFields: 'What is wrong is said at each field.',
    save: 'Save',
    saving: 'Saving',
    saved: 'Saved.',
  },

  pairs: {
    remove: 'Remove',
    removeOne: (name: string) => `Remove ${name}`,
  },

  copy: {
    button: 'Copy',
    label: (what: string) => `Copy ${what}`,
    done: 'Copied.',
    refused: 'The browser does not let this page copy. Select the text, and copy it yourself.',
  },
};
