/** Every English word of the console, in one place for those who translate it. */
export const texts = {
  skip: 'Skip to the content',
  navigation: 'Pages',
  loading: 'Loading',
  retry: 'Try again',
  now: 'just now',
  cancel: 'Cancel',
  close: 'Close',
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
    activity: 'Activity',
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
    ended: 'Your session has ended. Sign in again; what you were looking at comes back.',
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
    signedOutDetail: 'The session has ended.',
    unknown: 'Something went wrong',
    status: (status: number) => `The answer was ${status}.`,
    retry: 'Try again in a moment.',
  },
};
